import type { AppRow } from '../../store/rows/applications.js';

/**
 * How the client of an OpenID Connect app proves who it is; undefined for other apps, and for those that come with an
 * org. Apps of the catalogue have a client that their settings do not show: by their links all of them have secrets,
 * but Okta's own for another org, which has keys (recorded).
 */
export function clientMethod({ credentials, name, signOnMode, system }: AppRow): string | undefined {
  if (credentials.oauthClient) return credentials.oauthClient.token_endpoint_auth_method;
  if (signOnMode !== 'OPENID_CONNECT' || system) return undefined;
  return name === 'okta_org2org' ? 'private_key_jwt' : 'client_secret_basic';
}

/** Whether an app's client signs in with a secret. */
export const hasSecret = (app: AppRow): boolean => clientMethod(app)?.startsWith('client_secret_') === true;
