import type { SigningKeyRow } from './certified-key.js';
import type { JsonObject, Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

export type IdpEndpoint = {
  readonly url?: string;
  readonly binding?: string;
  readonly destination?: string;
  readonly type?: string;
};

/** Whose assertions or certificates are believed, and by which key of the org's store of keys. */
export type IdpTrust = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly kid?: string;
  readonly revocation: string | null;
  /** Minutes. */
  readonly revocationCacheLifetime: number;
};

/** The client that this org is at the provider. Shown with its secret, as Okta does. */
export type IdpClient = {
  readonly client_id: string;
  readonly client_secret: string | null;
  readonly token_endpoint_auth_method?: string;
  readonly pkce_required?: boolean;
};

export type IdpCredentials = {
  readonly trust?: IdpTrust;
  /** Of SAML the key that signs requests; of Apple the name of Apple's key. */
  readonly signing?: { readonly kid?: string; readonly teamId?: string };
  readonly client?: IdpClient;
};

/** How the provider is spoken to (facts: identity-provider, create). */
export type IdpProtocol = {
  readonly type: string;
  readonly endpoints?: Readonly<Record<string, IdpEndpoint>>;
  readonly algorithms?: JsonObject;
  readonly settings?: JsonObject;
  readonly scopes?: readonly string[];
  readonly issuer?: { readonly url: string };
  readonly relayState?: { readonly format: string };
  readonly credentials: IdpCredentials;
};

/** Groups that a user of the provider comes into: those of a list, or those that an attribute names. */
export type IdpGroups = {
  readonly action: string;
  readonly assignments?: readonly string[];
  readonly sourceAttributeName?: string;
  readonly filter?: readonly string[];
};

/** What becomes of users that come from the provider (facts: identity-provider, required and limits). */
export type IdpPolicy = {
  readonly provisioning: {
    readonly action: string;
    readonly profileMaster: boolean;
    readonly groups: IdpGroups | null;
    readonly conditions?: {
      readonly deprovisioned: { readonly action: string };
      readonly suspended: { readonly action: string };
    };
  };
  readonly accountLink?: {
    readonly filter: { readonly groups: { readonly include: readonly string[] } } | null;
    readonly action: string;
  };
  readonly subject: {
    readonly userNameTemplate: { readonly template: string };
    readonly filter: string | null;
    readonly matchType: string;
    readonly matchAttribute: string | null;
    readonly format?: readonly string[];
  };
  readonly maxClockSkew: number;
  readonly trustClaims: boolean;
  readonly transformedUsernameMatchingEnabled: boolean;
  readonly mapAMRClaims?: boolean;
};

/** Changed base properties, whole, and custom ones. */
export type IdpUserSchema = {
  readonly base: Readonly<Record<string, JsonObject>>;
  readonly custom: Readonly<Record<string, JsonObject>>;
  readonly lastUpdated: Timestamp;
};

/** An identity provider (facts: identity-provider). */
export interface IdentityProviderRow extends Row {
  readonly type: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly issuerMode: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly protocol: IdpProtocol;
  readonly policy: IdpPolicy;
  readonly properties?: JsonObject;
  /** What differs, in the schema of its users' profiles, from the base that every provider has. */
  readonly userSchema?: IdpUserSchema;
  /** Apple's private key; no answer shows it. */
  readonly privateKey?: string;
}

/** A certificate of the org's store of keys that providers are trusted by. Its id is the kid, a UUID. */
export interface IdpKeyRow extends Row {
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly expiresAt: Timestamp;
  /** As it was sent, line breaks and all. */
  readonly x5c: readonly string[];
  /** The certificate's SHA-256 in base64url. */
  readonly x5tS256: string;
  readonly e: string;
  readonly n: string;
}

/** A key that an identity provider's requests are signed with. The same key may belong to several providers. */
export interface IdpSigningKeyRow extends SigningKeyRow {
  readonly idpId: string;
}

/** A user of the org, as a provider knows him. */
export interface IdpUserRow extends Row {
  readonly idpId: string;
  readonly userId: string;
  /** The user's name at the provider. */
  readonly externalId: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly profile: JsonObject;
}

/** A token that a provider gave when a user signed in there. */
export interface SocialTokenRow extends Row {
  readonly idpUserId: string;
  readonly token: string;
  readonly tokenType: string;
  readonly tokenAuthScheme: string;
  readonly expiresAt: Timestamp | null;
  readonly scopes: readonly string[];
}

/** A list of group ids without this one. */
const without = (ids: readonly string[] | undefined, id: string): readonly string[] | undefined =>
  ids?.filter((each) => each !== id);

/** What an identity provider's policy says once a group is gone. */
function withoutGroup({ provisioning, accountLink, ...policy }: IdpPolicy, id: string): IdpPolicy {
  const { groups } = provisioning;
  const assignments = without(groups?.assignments, id);
  const filter = without(groups?.filter, id);
  const include = without(accountLink?.filter?.groups.include, id);
  return {
    ...policy,
    provisioning: {
      ...provisioning,
      groups: groups && { ...groups, ...(assignments && { assignments }), ...(filter && { filter }) },
    },
    ...(accountLink && { accountLink: include ? { ...accountLink, filter: { groups: { include } } } : accountLink }),
  };
}

export const identityProviders = collection<IdentityProviderRow>()({
  prefix: '0oa',
  typeName: 'IdpTrust',
  // Providers of different types may share a name (facts: recorded).
  unique: { name: (row) => foldKey(`${row.type} ${row.name}`) },
  uniqueness: { name: { folded: true } },
  index: {
    type: (row) => row.type,
    trustKey: (row) => row.protocol.credentials.trust?.kid,
    group: (row) => [
      ...(row.policy.provisioning.groups?.assignments ?? []),
      ...(row.policy.provisioning.groups?.filter ?? []),
      ...(row.policy.accountLink?.filter?.groups.include ?? []),
    ],
  },
  references: {
    trustKey: { to: 'idpKeys', onRemove: 'refuse' },
    group: { to: 'groups', onRemove: 'clear', clear: (row, id) => ({ policy: withoutGroup(row.policy, id) }) },
  },
});

export const idpKeys = collection<IdpKeyRow>()({
  prefix: 'idk',
  typeName: 'IdpTrust',
  unique: { certificate: (row) => row.x5tS256 },
});

export const idpSigningKeys = collection<IdpSigningKeyRow>()({
  prefix: 'key',
  typeName: 'JsonWebKey',
  unique: { pair: (row) => `${row.idpId} ${row.kid}` },
  index: { idp: (row) => row.idpId },
  references: { idp: { to: 'identityProviders', onRemove: 'cascade' } },
});

export const idpUsers = collection<IdpUserRow>()({
  prefix: '0ui',
  typeName: 'User',
  unique: { pair: (row) => `${row.idpId} ${row.userId}` },
  index: { idp: (row) => row.idpId, user: (row) => row.userId },
  references: {
    idp: { to: 'identityProviders', onRemove: 'cascade' },
    user: { to: 'users', onRemove: 'cascade' },
  },
});

export const socialTokens = collection<SocialTokenRow>()({
  prefix: 'dsz',
  typeName: 'SocialAuthToken',
  index: { idpUser: (row) => row.idpUserId },
  references: { idpUser: { to: 'idpUsers', onRemove: 'cascade' } },
});
