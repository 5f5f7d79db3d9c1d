import type { ReadContext } from '../../contract/context.js';
import type { Links } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { AppCapabilities, AppConnectionRow } from '../../store/rows/app-credentials.js';
import type { AppRow } from '../../store/rows/applications.js';

/** The one app of the catalogue that can be provisioned (facts: apps §10). */
export const canBeProvisioned = ({ name }: AppRow): boolean => name === 'okta_org2org';

/** What is passed on while nobody says otherwise. */
export const defaultCapabilities: AppCapabilities = {
  create: { lifecycleCreate: { status: 'DISABLED' } },
  update: {
    profile: { status: 'DISABLED' },
    lifecycleDeactivate: { status: 'DISABLED' },
    password: { status: 'DISABLED', seed: 'RANDOM', change: 'KEEP_EXISTING' },
  },
};

/** The connection of an app, if one was set. */
export const connectionOf = ({ store }: Pick<ReadContext, 'store'>, app: AppRow): AppConnectionRow | undefined =>
  store.appConnections.by('app', app.id);

function linksOf(appId: string, status: AppConnectionRow['status'], links: Links) {
  const self = links.allow('getDefaultProvisioningConnectionForApplication', { appId }, 'POST', 'GET');
  const act = status === 'ENABLED' ? 'deactivate' : 'activate';
  const href = `${act}DefaultProvisioningConnectionForApplication` as const;
  return { self, [act]: links.allow(href, { appId }, 'POST') };
}

type Connection = ShownAs<Schemas['ProvisioningConnection']>;

/**
 * The provisioning connection of an app. One that cannot be provisioned has an unknown one; one that can starts with a
 * token that is not set (facts: apps §10).
 */
export function connectionShown(app: AppRow, row: AppConnectionRow | undefined, links: Links): Connection {
  if (!row && !canBeProvisioned(app)) return { status: 'UNKNOWN', profile: { authScheme: 'UNKNOWN' } };
  const { authScheme, status, baseUrl, clientId } = row ?? { authScheme: 'TOKEN', status: 'DISABLED' as const };
  return {
    authScheme,
    status,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    profile: { authScheme, ...(clientId === undefined ? {} : { clientId }) },
    _links: linksOf(app.id, status, links),
  };
}

/** The one feature of the contract's time. */
export const FEATURE = 'USER_PROVISIONING';

/** What is passed on of an app's users (facts: apps §10). */
export const featureShown = (
  { appId, capabilities }: AppConnectionRow,
  links: Links,
): ShownAs<Schemas['ApplicationFeature']> => ({
  name: FEATURE,
  status: 'ENABLED',
  description: 'User provisioning settings from Okta to a downstream application',
  capabilities,
  _links: { self: links.allow('getFeatureForApplication', { appId, name: FEATURE }, 'GET', 'PUT') },
});

/** What an app says that it can do, by what is passed on. */
export function featureNames({ create, update }: AppCapabilities): string[] {
  const isOn = ({ status }: { readonly status: string }): boolean => status === 'ENABLED';
  return [
    ...(isOn(create.lifecycleCreate) ? ['PUSH_NEW_USERS'] : []),
    ...(isOn(update.password) ? ['PUSH_PASSWORD_UPDATES'] : []),
    ...(isOn(update.profile) ? ['PUSH_PROFILE_UPDATES'] : []),
    ...(isOn(update.lifecycleDeactivate) ? ['PUSH_USER_DEACTIVATION'] : []),
  ];
}
