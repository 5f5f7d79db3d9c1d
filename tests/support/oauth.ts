import type { OAuthGrantRow, OAuthTokenRow } from '../../store/rows/oauth-tokens.js';
import type { TestOrg } from './org.js';

/** An app whose client has another id than the app, and what it holds of a user, as if the user had signed in. */
export interface Held {
  readonly appId: string;
  readonly clientId: string;
  readonly userId: string;
  readonly serverId: string;
  token(changes?: Partial<OAuthTokenRow>): string;
  grant(scopeName: string, changes?: Partial<OAuthGrantRow>): string;
}

const write = <T>(org: TestOrg, work: () => T): T => org.sandbox.org.store.transaction(work);

async function clientApp(org: TestOrg, clientId: string): Promise<string> {
  const { body, status, text } = await org.post('/api/v1/apps', {
    name: 'oidc_client',
    label: 'Shop',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { client_id: clientId, token_endpoint_auth_method: 'client_secret_basic' } },
    settings: {
      oauthClient: {
        client_uri: 'https://shop.example',
        application_type: 'web',
        redirect_uris: ['https://shop.example/back'],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    },
  });
  if (status !== 200) throw new Error(text);
  return body.id;
}

/** A server's default, a user, a client. Tokens and consents are rows: nothing of the API makes them. */
export async function held(org: TestOrg, login = 'kim@shop.example', clientId = 'shop-client'): Promise<Held> {
  const appId = org.store.apps.by('clientId', clientId)?.id ?? (await clientApp(org, clientId));
  const profile = { login, email: login, firstName: 'Kim', lastName: 'Low' };
  const userId: string = (await org.post('/api/v1/users', { profile })).body.id;
  const serverId = org.store.authorizationServers.where('default', 'true')[0]?.id ?? '';
  const now = org.clock.timestamp();
  const common = {
    userId,
    clientId: appId,
    authServerId: serverId,
    status: 'ACTIVE',
    created: now,
    lastUpdated: now,
  } as const;
  const expires = org.clock.timestamp(org.clock.now() + 86_400_000);
  return {
    ...{ appId, clientId, userId, serverId },
    token: (changes = {}) =>
      write(
        org,
        () => org.store.oauthTokens.insert({ ...common, scopes: ['openid', 'offline_access'], expires, ...changes }).id,
      ),
    grant(scopeName, changes = {}) {
      const scopeId = org.store.oauth2Scopes.by('name', `${serverId} ${scopeName}`)?.id ?? '';
      const row = { ...common, scopeId, source: 'END_USER', createdBy: null, ...changes } as const;
      return write(org, () => org.store.oauthGrants.insert(row).id);
    },
  };
}
