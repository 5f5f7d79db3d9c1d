import type { ReadContext } from '../../contract/context.js';
import { invalid, notFound, unreadable } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import {
  canBeProvisioned,
  connectionOf,
  defaultCapabilities,
  FEATURE,
  featureNames,
  featureShown,
} from '../../objects/applications/connection.js';
import { appTarget } from '../../objects/applications/view.js';
import type { AppCapabilities, AppConnectionRow } from '../../store/rows/app-credentials.js';
import type { AppRow } from '../../store/rows/applications.js';

/** What an app's users get passed on. @throws OktaError 400 E0000001 while the app is not connected */
function connected(ctx: Pick<ReadContext, 'store'>, app: AppRow): AppConnectionRow {
  if (!canBeProvisioned(app)) throw invalid('feature', 'Provisioning is not supported.');
  const row = connectionOf(ctx, app);
  if (row?.status !== 'ENABLED') throw invalid('feature', 'Provisioning is not enabled for the app instance.');
  return row;
}

/** The names that Okta has features under; of the second the contract's time has nothing to tell. */
const NAMES = [FEATURE, 'INBOUND_PROVISIONING'];

const noFeature = (name: string) => notFound(name, 'PublicAppFeatureSetName');

/**
 * An app whose feature a path names. A name that there is none of is told before an app that there is none of
 * (facts: apps §10). @throws OktaError 404 E0000007, 400 E0000001 while the app is not connected
 */
function featureAt(
  ctx: Pick<ReadContext, 'store'>,
  { appId, name }: { readonly appId: string; readonly name: string },
): { readonly app: AppRow; readonly row: AppConnectionRow } {
  if (!NAMES.includes(name)) throw noFeature(name);
  const app = ctx.store.apps.require(appId);
  const row = connected(ctx, app);
  if (name !== FEATURE) throw noFeature(name);
  return { app, row };
}

const SWITCH = ['ENABLED', 'DISABLED'];

/** One setting: what the body says, else what it was. @throws OktaError 400 E0000003 for an unknown value */
function settingOf(given: string | null | undefined, before: string, allowed: readonly string[] = SWITCH): string {
  if (given === undefined || given === null) return before;
  if (!allowed.includes(given)) throw unreadable();
  return given;
}

function changed(before: AppCapabilities, body: Given<Schemas['CapabilitiesObject']>): AppCapabilities {
  const { profile, lifecycleDeactivate, password } = body.update ?? {};
  const { update } = before;
  return {
    create: {
      lifecycleCreate: {
        status: settingOf(body.create?.lifecycleCreate?.status, before.create.lifecycleCreate.status),
      },
    },
    update: {
      profile: { status: settingOf(profile?.status, update.profile.status) },
      lifecycleDeactivate: { status: settingOf(lifecycleDeactivate?.status, update.lifecycleDeactivate.status) },
      password: {
        status: settingOf(password?.status, update.password.status),
        seed: settingOf(password?.seed, update.password.seed, ['OKTA', 'RANDOM']),
        change: settingOf(password?.change, update.password.change, ['KEEP_EXISTING', 'CHANGE']),
      },
    },
  };
}

const listFeaturesForApplication: Act<'listFeaturesForApplication'> = ({ params }, ctx) => [
  featureShown(connected(ctx, ctx.store.apps.require(params.appId)), ctx.links),
];

const getFeatureForApplication: Act<'getFeatureForApplication'> = ({ params }, ctx) =>
  featureShown(featureAt(ctx, params).row, ctx.links);

const updateFeatureForApplication: Act<'updateFeatureForApplication'> = ({ params, body }, ctx) => {
  // A body that cannot be read is told before what it is for.
  changed(defaultCapabilities, body);
  const { app, row: before } = featureAt(ctx, params);
  const capabilities = changed(before.capabilities, body);
  const row = ctx.store.appConnections.update(before.id, { capabilities });
  ctx.store.apps.update(app.id, { features: featureNames(capabilities), lastUpdated: ctx.now() });
  ctx.log('application.lifecycle.update', [appTarget(app)]);
  return featureShown(row, ctx.links);
};

/** What is passed on of an app's users, while it is connected (facts: apps §10). */
export const appFeatures = { listFeaturesForApplication, getFeatureForApplication, updateFeatureForApplication };
