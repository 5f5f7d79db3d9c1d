import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** A refresh token that an authorization server issued to a client for a user (facts: authorization-server, users §9). */
export interface OAuthTokenRow extends Row {
  readonly status: 'ACTIVE' | 'REVOKED';
  readonly userId: string;
  /** `0oa…`: the app whose client holds it. The client's own `client_id` may be another text. */
  readonly clientId: string;
  /** `aus…`; null where the org's own server issued it. */
  readonly authServerId: string | null;
  /** Names of scopes. */
  readonly scopes: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly expires: Timestamp;
}

/**
 * Consent to a scope: of a user, for a client at a custom server, or of an administrator, for an app at the org's own
 * (facts: users §9, apps §9).
 */
export interface OAuthGrantRow extends Row {
  readonly source: 'END_USER' | 'ADMIN';
  readonly status: 'ACTIVE' | 'REVOKED' | 'EXPIRED';
  /** Who consented for himself; null where an administrator did for an app. */
  readonly userId: string | null;
  /** Who made a grant of an app; null where it was not an administrator. */
  readonly createdBy: string | null;
  /** `0oa…`: the app whose client may use the scope. */
  readonly clientId: string;
  /** `aus…`; null for the org's own server. */
  readonly authServerId: string | null;
  /** `scp…` of a custom server; the scope's name (`okta.users.read`) at the org's own. */
  readonly scopeId: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const oauthTokens = collection<OAuthTokenRow>()({
  prefix: 'oar',
  typeName: 'OAuth2RefreshTokenTx',
  index: {
    user: (row) => row.userId,
    client: (row) => row.clientId,
    server: (row) => row.authServerId ?? undefined,
    userClient: (row) => `${row.userId} ${row.clientId}`,
    serverClient: (row) => (row.authServerId === null ? undefined : `${row.authServerId} ${row.clientId}`),
  },
  references: {
    user: { to: 'users', onRemove: 'cascade' },
    client: { to: 'apps', onRemove: 'cascade' },
    server: { to: 'authorizationServers', onRemove: 'cascade' },
  },
});

export const oauthGrants = collection<OAuthGrantRow>()({
  prefix: 'oag',
  typeName: 'OAuth2ScopeConsentGrant',
  unique: { consent: (row) => `${row.userId ?? ''} ${row.clientId} ${row.scopeId}` },
  uniqueness: { consent: { field: 'scopeId' } },
  index: {
    user: (row) => row.userId ?? undefined,
    client: (row) => row.clientId,
    server: (row) => row.authServerId ?? undefined,
    scope: (row) => (row.authServerId === null ? undefined : row.scopeId),
    userClient: (row) => (row.userId === null ? undefined : `${row.userId} ${row.clientId}`),
    /** Of an app: what administrators consented to. */
    admin: (row) => (row.source === 'ADMIN' ? row.clientId : undefined),
  },
  references: {
    user: { to: 'users', onRemove: 'cascade' },
    client: { to: 'apps', onRemove: 'cascade' },
    server: { to: 'authorizationServers', onRemove: 'cascade' },
    scope: { to: 'oauth2Scopes', onRemove: 'cascade' },
  },
});
