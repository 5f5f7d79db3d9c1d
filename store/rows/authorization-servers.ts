import type { RsaPrivateJwk } from '../rsa-pool.js';
import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** The key that a server signs with, and when it gets another. */
export type ServerSigning = {
  readonly kid: string;
  readonly rotationMode: 'AUTO' | 'MANUAL';
  readonly lastRotated: Timestamp;
  /** Null where keys are rotated by hand. */
  readonly nextRotation: Timestamp | null;
};

/** An authorization server (facts: authorization-server). */
export interface AuthorizationServerRow extends Row {
  readonly name: string;
  readonly description: string;
  readonly audiences: readonly string[];
  readonly issuerMode: 'ORG_URL' | 'CUSTOM_URL' | 'DYNAMIC';
  /** The custom domain that the issuer names; null unless the mode is CUSTOM_URL. */
  readonly customDomain: string | null;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly signing: ServerSigning;
  /** The server that is also reached as `default`. */
  readonly default: boolean;
}

/** A signing key of a server, or of the org's own. */
export interface ServerKeyRow extends Row {
  /** `aus…`; null for the org's own server. */
  readonly serverId: string | null;
  readonly kid: string;
  readonly status: 'ACTIVE' | 'NEXT' | 'EXPIRED';
  readonly created: Timestamp;
  /** Null until somebody asks for the key itself: its name is enough for all else, and a pair takes long to make. */
  readonly privateJwk: RsaPrivateJwk | null;
}

/** A scope of a server. */
export interface OAuth2ScopeRow extends Row {
  readonly serverId: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly description: string | null;
  readonly system: boolean;
  readonly metadataPublish: 'ALL_CLIENTS' | 'NO_CLIENTS';
  readonly consent: 'REQUIRED' | 'IMPLICIT' | 'FLEXIBLE' | 'ADMIN';
  readonly optional: boolean;
  readonly default: boolean;
}

/** A claim that a server puts into tokens. */
export interface OAuth2ClaimRow extends Row {
  readonly serverId: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly claimType: 'IDENTITY' | 'RESOURCE';
  readonly valueType: 'EXPRESSION' | 'GROUPS' | 'SYSTEM';
  /** Null of a claim whose value is the system's. */
  readonly value: string | null;
  /** Names of scopes; none for any. */
  readonly scopes: readonly string[];
  readonly system: boolean;
  readonly alwaysIncludeInToken: boolean;
  readonly groupFilterType: 'STARTS_WITH' | 'EQUALS' | 'CONTAINS' | 'REGEX' | null;
}

/** A client that a policy is for: its name, and its app; every client has the name `ALL_CLIENTS` and no app. */
export type PolicyClient = { readonly clientId: string; readonly appId: string | null };

/** Which clients a server's rules hold for. */
export interface ServerPolicyRow extends Row {
  readonly serverId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly name: string;
  readonly description: string;
  /** From 1 on, without gaps, each once in its server. */
  readonly priority: number;
  readonly system: boolean;
  readonly clients: readonly PolicyClient[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

/** Whom a rule is for. */
export type RulePeople = {
  /** Left out where no user is named. */
  readonly includedUsers: readonly string[];
  readonly excludedUsers: readonly string[];
  /** Ids, or `EVERYONE`; null where the rule has no condition on groups. */
  readonly groups: readonly string[] | null;
};

/** Who gets which tokens, and for how long. */
export interface ServerRuleRow extends Row {
  readonly policyId: string;
  readonly serverId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly name: string;
  /** From 1 on, without gaps, each once in its policy. */
  readonly priority: number;
  readonly system: boolean;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly people: RulePeople;
  readonly grantTypes: readonly string[];
  /** Names of scopes, or `*`. */
  readonly scopes: readonly string[];
  /** In minutes. */
  readonly accessTokenLifetime: number;
  /** In minutes; 0 for no end. */
  readonly refreshTokenLifetime: number;
  /** In minutes. */
  readonly refreshTokenWindow: number;
  /** `cal…` */
  readonly inlineHookId: string | null;
}

export const authorizationServers = collection<AuthorizationServerRow>()({
  prefix: 'aus',
  typeName: 'AuthorizationServer',
  index: { default: (row) => (row.default ? 'true' : undefined) },
});

export const serverKeys = collection<ServerKeyRow>()({
  prefix: 'ask',
  typeName: 'JsonWebKey',
  unique: { kid: (row) => row.kid },
  index: {
    server: (row) => row.serverId ?? undefined,
    org: (row) => (row.serverId === null ? 'org' : undefined),
  },
  references: { server: { to: 'authorizationServers', onRemove: 'cascade' } },
});

export const oauth2Scopes = collection<OAuth2ScopeRow>()({
  prefix: 'scp',
  typeName: 'OAuth2Scope',
  unique: { name: (row) => `${row.serverId} ${row.name}` },
  index: { server: (row) => row.serverId },
  references: { server: { to: 'authorizationServers', onRemove: 'cascade' } },
});

export const oauth2Claims = collection<OAuth2ClaimRow>()({
  prefix: 'ocl',
  typeName: 'OAuth2Claim',
  index: { server: (row) => row.serverId },
  references: { server: { to: 'authorizationServers', onRemove: 'cascade' } },
});

export const serverPolicies = collection<ServerPolicyRow>()({
  prefix: '00p',
  typeName: 'Policy',
  index: { server: (row) => row.serverId, app: (row) => row.clients.flatMap(({ appId }) => appId ?? []) },
  references: {
    server: { to: 'authorizationServers', onRemove: 'cascade' },
    app: {
      to: 'apps',
      onRemove: 'clear',
      clear: ({ clients }, id) => ({ clients: clients.filter(({ appId }) => appId !== id) }),
    },
  },
});

export const serverRules = collection<ServerRuleRow>()({
  prefix: '0pr',
  typeName: 'PolicyRule',
  index: {
    policy: (row) => row.policyId,
    group: (row) => (row.people.groups ?? []).filter((id) => id !== 'EVERYONE'),
    user: (row) => [...row.people.includedUsers, ...row.people.excludedUsers],
    hook: (row) => row.inlineHookId ?? undefined,
  },
  references: {
    policy: { to: 'serverPolicies', onRemove: 'cascade' },
    group: {
      to: 'groups',
      onRemove: 'clear',
      clear: ({ people }, id) => ({
        people: { ...people, groups: (people.groups ?? []).filter((group) => group !== id) },
      }),
    },
    user: {
      to: 'users',
      onRemove: 'clear',
      clear: ({ people }, id) => ({
        people: {
          ...people,
          includedUsers: people.includedUsers.filter((user) => user !== id),
          excludedUsers: people.excludedUsers.filter((user) => user !== id),
        },
      }),
    },
    hook: { to: 'inlineHooks', onRemove: 'clear', clear: () => ({ inlineHookId: null }) },
  },
});
