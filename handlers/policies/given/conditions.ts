import { blank } from '../../../contract/errors.js';
import { type Fault, type Members, objectOf } from '../../../contract/given.js';
import { everyone } from '../../../objects/groups/membership.js';
import type { PolicyKind } from '../../../objects/policies/kinds.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';
import { idOf, ids, type Reads } from './ids.js';
import { choice, flag, ifGiven, list, object, orNull, type Reader, someTexts, text, texts } from './readers.js';

/** The people of a rule: whoever is not excluded, unless some are named. */
const people = (ctx: Reads): Reader<JsonObject> =>
  object({
    users: object({ include: ids(ctx, 'users'), exclude: ids(ctx, 'users', texts([])) }),
    groups: (value, at, faults) => {
      const given = object({ include: ids(ctx, 'groups'), exclude: ids(ctx, 'groups') })(value, at, faults);
      return given && Object.keys(given).length > 0 ? given : undefined;
    },
  });

const CONNECTIONS = ['ANYWHERE', 'ZONE', 'ON_NETWORK', 'OFF_NETWORK'];
const ONE_OF_ZONES =
  'conditions.network: You should either include or exclude network zones when you use zones in the policy rule.';

const network =
  (ctx: Reads): Reader<JsonObject> =>
  (value, at, faults) => {
    const zones = { include: ids(ctx, 'zones'), exclude: ids(ctx, 'zones') };
    const given = object({ connection: choice(CONNECTIONS, 'ANYWHERE'), ...zones })(value, at, faults) ?? {};
    const { connection, include, exclude } = given;
    if (connection !== 'ZONE') return { connection: connection ?? 'ANYWHERE' };
    if ((include === undefined) === (exclude === undefined)) faults.push(['conditions.network', ONE_OF_ZONES]);
    return given;
  };

const os = object({
  type: choice(['IOS', 'ANDROID', 'WINDOWS', 'OSX', 'MACOS', 'LINUX', 'CHROMEOS', 'OTHER', 'ANY'], 'ANY'),
  expression: text(),
  version: ifGiven(object({ matchType: choice(['EXPRESSION', 'SEMVER']), value: text() })),
});
const platforms = list(object({ type: choice(['DESKTOP', 'MOBILE', 'OTHER', 'ANY'], 'ANY'), os }));
const platform = object({
  include: (value, at, faults) => platforms(value, at, faults) ?? [],
  exclude: (value, at, faults) => platforms(value, at, faults) ?? [],
});

/** Apps of the org by their ids, or all of a kind by its name. */
const app = (ctx: Reads): Reader<JsonObject> => {
  const item = object({ type: choice(['APP', 'APP_TYPE']), id: idOf(ctx, 'apps'), name: orNull(text()) });
  return object({ include: list(item, []), exclude: list(item, []) });
};

const identified: Reader<JsonObject> = (value, at, faults) => {
  const matches = ['EXPRESSION', 'EQUALS', 'CONTAINS', 'STARTS_WITH', 'SUFFIX'];
  const given = object({
    type: choice(['IDENTIFIER', 'ATTRIBUTE']),
    attribute: text(),
    patterns: list(object({ matchType: choice(matches), value: text() }), []),
  })(value, at, faults);
  faults.push(...wrongPatterns(given ?? {}, at));
  return given;
};

function wrongPatterns({ type, attribute, patterns }: JsonObject, at: string): Fault[] {
  const all = (Array.isArray(patterns) ? patterns : []) as readonly JsonObject[];
  const single = type === 'ATTRIBUTE' || all.some(({ matchType }) => matchType === 'EXPRESSION');
  const where = `${at}.patterns`;
  return [
    ...(type === 'ATTRIBUTE' && attribute === undefined
      ? ([[`${at}.attribute`, blank(`${at}.attribute`)]] as Fault[])
      : []),
    ...(single && all.length !== 1 ? ([[where, `${where}: Exactly one pattern is needed`]] as Fault[]) : []),
  ];
}

const device: Reader<JsonObject> = (value, at, faults) => {
  const given = object({
    registered: flag(),
    managed: flag(),
    assurance: ifGiven(object({ include: texts([]) })),
    // Members of the contract's own time, when devices were told by trust.
    migrated: flag(),
    rooted: flag(),
    trustLevel: choice(['ANY', 'TRUSTED']),
  })(value, at, faults);
  if (given?.managed === true && given.registered !== true) {
    faults.push([at, `${at}: A managed device must be a registered one`]);
  }
  return given;
};

/** Every condition that some rule may have. */
const readersOf = (ctx: Reads): { readonly [name: string]: Reader } => ({
  people: people(ctx),
  network: network(ctx),
  authContext: object({ authType: choice(['ANY', 'RADIUS', 'LDAP_INTERFACE'], 'ANY') }),
  risk: object({ behaviors: texts([]) }),
  riskScore: object({ level: choice(['ANY', 'LOW', 'MEDIUM', 'HIGH'], 'ANY') }),
  identityProvider: object({
    provider: choice(['ANY', 'OKTA', 'SPECIFIC_IDP'], 'ANY'),
    idpIds: ifGiven(ids(ctx, 'identityProviders', texts())),
  }),
  device,
  platform,
  elCondition: object({ condition: text() }),
  userType: object({
    include: ids(ctx, 'userTypes', texts([])),
    exclude: ids(ctx, 'userTypes', texts([])),
  }),
  userIdentifier: identified,
  app: app(ctx),
});

const isGiven = (given: Members, name: string): boolean => given[name] !== undefined && given[name] !== null;

/** What the server adds to a rule of this type where it is not said (facts: policy §Per-type rule bodies). */
function filled(kind: PolicyKind, given: Members, isEngine: boolean): readonly string[] {
  const score = isGiven(given, 'riskScore') || isGiven(given, 'risk') ? ['risk', 'riskScore'] : [];
  // An empty platform is as good as none, and the rule shows no risk then either.
  const noPlatform = isGiven(given, 'platform') && Object.keys(given.platform ?? {}).length === 0;
  switch (kind.type) {
    case 'OKTA_SIGN_ON':
      return ['people', 'network', 'authContext', ...score, ...(isEngine ? ['identityProvider'] : [])];
    case 'IDP_DISCOVERY':
      return ['network', 'userIdentifier', 'app'];
    case 'ACCESS_POLICY':
      return ['people', 'network', ...(noPlatform ? [] : ['riskScore']), 'userType'];
    default:
      return ['people', 'network'];
  }
}

/** A condition that this type does not know. Null is none. */
function unknownConditions(given: Members, allowed: readonly string[]): Fault[] {
  const names = Object.keys(given).filter((name) => isGiven(given, name) && !allowed.includes(name));
  return names.map((name) => ['conditions', `conditions: Invalid condition type specified: ${name}.`]);
}

/**
 * The conditions of a rule, whole.
 * @param isEngine Identity Engine, which knows more of them
 */
export function ruleConditions(
  ctx: Reads,
  kind: PolicyKind,
  value: unknown,
  faults: Fault[],
  isEngine: boolean,
): JsonObject {
  const given = objectOf(value) ?? {};
  // An org of the older engine does not tell who vouches for people.
  const allowed = kind.ruleConditions.filter((name) => isEngine || name !== 'identityProvider');
  faults.push(...unknownConditions(given, allowed));
  const readers = readersOf(ctx);
  const shown = new Set([
    ...filled(kind, given, isEngine),
    ...Object.keys(given).filter((name) => isGiven(given, name)),
  ]);
  const kept: Record<string, Json> = {};
  for (const name of allowed) {
    const empty = name === 'platform' && Object.keys(objectOf(given[name]) ?? {}).length === 0;
    if (!shown.has(name) || empty) continue;
    const condition = readers[name]?.(given[name], `conditions.${name}`, faults);
    if (condition !== undefined) kept[name] = condition;
  }
  return kept;
}

/** A policy is for groups that it includes; users, and who is left out, are for its rules (facts: policy §Conditions). */
function onlyGroups(people: unknown): Fault[] {
  const { users, groups } = objectOf(people) ?? {};
  const lists = [objectOf(users)?.include, objectOf(users)?.exclude, objectOf(groups)?.exclude];
  return lists.some((list) => Array.isArray(list) && list.length > 0)
    ? [['conditions.people', 'conditions.people: A policy can only include groups']]
    : [];
}

/** The conditions of a policy: the groups that it is for, Everyone where none is named; only ranked ones have any. */
export function policyConditions(ctx: Reads, kind: PolicyKind, value: unknown, faults: Fault[]): JsonObject | null {
  const given = objectOf(value) ?? {};
  faults.push(...unknownConditions(given, kind.policyConditions), ...onlyGroups(given.people));
  if (kind.policyConditions.length === 0) return null;
  const groups = object({ groups: object({ include: ids(ctx, 'groups') }) })(given.people, 'conditions.people', faults);
  const include = (groups?.groups as JsonObject | undefined)?.include ?? [everyone(ctx)?.id ?? ''];
  const provider = object({
    provider: choice(['OKTA', 'ACTIVE_DIRECTORY', 'LDAP', 'ANY'], 'OKTA'),
    include: someTexts,
  });
  const named = (name: string, read: Reader): { [name: string]: Json } =>
    isGiven(given, name) ? { [name]: read(given[name], `conditions.${name}`, faults) ?? null } : {};
  return {
    people: { groups: { include } },
    ...(kind.type === 'PASSWORD'
      ? { authProvider: provider(given.authProvider, 'conditions.authProvider', faults) ?? null }
      : {}),
    ...(kind.policyConditions.includes('network')
      ? { ...named('network', network(ctx)), ...named('app', app(ctx)) }
      : {}),
  };
}
