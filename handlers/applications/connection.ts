import type { Context } from '../../contract/context.js';
import { invalid, unreadable } from '../../contract/errors.js';
import { absent, missing, objectOf, refuseAll, textOf, tooLong } from '../../contract/given.js';
import type { Act } from '../../contract/operations.js';
import {
  canBeProvisioned,
  connectionOf,
  connectionShown,
  defaultCapabilities,
  featureNames,
} from '../../objects/applications/connection.js';
import { appTarget } from '../../objects/applications/view.js';
import type { AppConnectionRow } from '../../store/rows/app-credentials.js';
import type { AppRow } from '../../store/rows/applications.js';

const LONGEST = 1024;

/** What a body says of a connection; nothing where it takes it away. */
type GivenConnection = Pick<AppConnectionRow, 'authScheme' | 'baseUrl' | 'clientId' | 'token'> | undefined;

/** @throws OktaError 400 E0000003 for an unknown scheme, E0000001 for one without its credential */
function readConnection(body: unknown): GivenConnection {
  const { profile: given, baseUrl } = objectOf(body) ?? {};
  const profile = objectOf(given);
  refuseAll([...absent('profile', profile), ...absent('authScheme', profile ? profile.authScheme : 'none')]);
  const { authScheme, token, clientId } = profile ?? {};
  if (authScheme === 'UNKNOWN') return undefined;
  if (authScheme !== 'TOKEN' && authScheme !== 'OAUTH2') throw unreadable();
  refuseAll([
    ...(authScheme === 'TOKEN' ? missing('token', token) : missing('clientId', clientId)),
    ...tooLong('token', token, LONGEST),
    ...tooLong('clientId', clientId, LONGEST),
    ...tooLong('baseUrl', baseUrl, LONGEST),
  ]);
  const url = textOf(baseUrl);
  const client = textOf(clientId);
  const secret = textOf(token);
  return {
    authScheme,
    ...(url === undefined ? {} : { baseUrl: url }),
    ...(authScheme === 'OAUTH2' && client !== undefined ? { clientId: client } : {}),
    ...(authScheme === 'TOKEN' && secret !== undefined ? { token: secret } : {}),
  };
}

/** An app says what it can do only while it is connected. */
function showFeatures(ctx: Context, app: AppRow, row: AppConnectionRow | undefined): void {
  const features = row?.status === 'ENABLED' ? featureNames(row.capabilities) : [];
  ctx.store.apps.update(app.id, { features, lastUpdated: ctx.now() });
}

const getDefaultProvisioningConnectionForApplication: Act<'getDefaultProvisioningConnectionForApplication'> = (
  { params },
  ctx,
) => {
  const app = ctx.store.apps.require(params.appId);
  return connectionShown(app, connectionOf(ctx, app), ctx.links);
};

const setDefaultProvisioningConnectionForApplication: Act<'setDefaultProvisioningConnectionForApplication'> = (
  { params, query, body },
  ctx,
) => {
  const app = ctx.store.apps.require(params.appId);
  const given = readConnection(body);
  if (given && !canBeProvisioned(app)) throw invalid('connection', 'Provisioning is not supported.');
  const before = connectionOf(ctx, app);
  if (before) ctx.store.appConnections.remove(before.id);
  const row =
    given &&
    ctx.store.appConnections.insert({
      ...given,
      appId: app.id,
      status: query.activate === true ? 'ENABLED' : 'DISABLED',
      capabilities: before?.capabilities ?? defaultCapabilities,
    });
  if (before || row) showFeatures(ctx, app, row);
  ctx.log('application.lifecycle.update', [appTarget(app)]);
  return connectionShown(app, row, ctx.links);
};

/** A connection that was never set has nothing to turn on or off, and no refusal either (facts: recorded). */
function turn(ctx: Context, appId: string, status: AppConnectionRow['status']): void {
  const app = ctx.store.apps.require(appId);
  const before = connectionOf(ctx, app);
  if (!before || before.status === status) return;
  showFeatures(ctx, app, ctx.store.appConnections.update(before.id, { status }));
  ctx.log('application.lifecycle.update', [appTarget(app)]);
}

/** How an app is provisioned (facts: apps §10). */
export const appConnection = {
  getDefaultProvisioningConnectionForApplication,
  setDefaultProvisioningConnectionForApplication,
  activateDefaultProvisioningConnectionForApplication: ({ params }, ctx) => turn(ctx, params.appId, 'ENABLED'),
  deactivateDefaultProvisioningConnectionForApplication: ({ params }, ctx) => turn(ctx, params.appId, 'DISABLED'),
} satisfies {
  getDefaultProvisioningConnectionForApplication: Act<'getDefaultProvisioningConnectionForApplication'>;
  setDefaultProvisioningConnectionForApplication: Act<'setDefaultProvisioningConnectionForApplication'>;
  activateDefaultProvisioningConnectionForApplication: Act<'activateDefaultProvisioningConnectionForApplication'>;
  deactivateDefaultProvisioningConnectionForApplication: Act<'deactivateDefaultProvisioningConnectionForApplication'>;
};
