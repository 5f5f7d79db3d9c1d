type Fields = Readonly<Record<string, unknown>>;

/** The lists that a seed may hold. */
export type SeedList =
  | 'apps'
  | 'authenticators'
  | 'authorizationServers'
  | 'brands'
  | 'consents'
  | 'customRoles'
  | 'domains'
  | 'emailCustomizations'
  | 'eventHooks'
  | 'factors'
  | 'features'
  | 'groupRules'
  | 'groups'
  | 'identityProviders'
  | 'inlineHooks'
  | 'linkedObjects'
  | 'policies'
  | 'refreshTokens'
  | 'resourceSets'
  | 'roles'
  | 'smsTemplates'
  | 'tokens'
  | 'trustedOrigins'
  | 'userTypes'
  | 'users'
  | 'zones';

/**
 * A seed that a program makes: it holds what a seed file may hold (docs/seeds.md). What its items look like is checked
 * when a sandbox is made from it.
 */
export type SeedObject = {
  /** The seed that this one goes on from: `default` without it, `none`, another shipped one, or a file's path. */
  readonly extends?: string;
  /** What the org says of itself. */
  readonly org?: Fields;
  /** Custom properties of users, by name. */
  readonly userProperties?: Readonly<Record<string, Fields>>;
  /** Custom properties of groups, by name. */
  readonly groupProperties?: Readonly<Record<string, Fields>>;
} & { readonly [Name in SeedList]?: readonly Fields[] };

/** What state files call the seed of an org that was made from an object. */
export const OBJECT_SEED = 'object';
