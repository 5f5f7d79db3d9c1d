import { invalid, OktaError } from '../../contract/errors.js';
import { absent, type Fault, missing, objectOf, refuseAll, textOf, textsOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { CLIENT_ONLY, grantTypes as knownGrants } from '../../objects/authorization-servers/grant-types.js';
import { isTokenHook } from '../../objects/authorization-servers/hooks.js';
import type { RulePeople, ServerPolicyRow, ServerRuleRow } from '../../store/rows/authorization-servers.js';
import type { Store } from '../../store/types.js';
import { added } from './given-parts.js';

/** Longest name of a policy or rule (facts: policy). */
const LONGEST = 50;

const ALL_CLIENTS = 'ALL_CLIENTS';
const EVERYONE = 'EVERYONE';
const ALL_SCOPES = '*';

/** What a client may say of a policy. */
export type GivenPolicy = Pick<ServerPolicyRow, 'name' | 'description' | 'clients'> & {
  readonly priority: number | null | undefined;
};

/** @throws OktaError 400 E0000002 for another type than that of the path's (facts: policy) */
function readType(type: string | null | undefined, only: string): void {
  refuseAll(absent('type', type));
  if (type !== only) throw new OktaError('E0000002', { args: ['Invalid policy type specified.'] });
}

/** Every client, or some clients by their ids. */
function badClients(store: Store, clients: readonly string[]): Fault[] {
  const field = 'conditions.clients.include';
  if (clients.length === 0) return absent(field, null);
  if (clients.includes(ALL_CLIENTS)) return clients.length > 1 ? [[field, `${field}: ALL_CLIENTS stands alone.`]] : [];
  return clients
    .filter((client) => !store.apps.by('clientId', client))
    .map((client) => [field, `${field}: '${client}' does not exist.`]);
}

/**
 * Reads a whole policy of an authorization server.
 * @throws OktaError 400 E0000001 with what is missing or wrong, E0000002 for another type
 */
export function readPolicy(store: Store, body: Given<Schemas['AuthorizationServerPolicy']>): GivenPolicy {
  readType(body.type, 'OAUTH_AUTHORIZATION_POLICY');
  const { name, description } = body;
  const clients = [...new Set(textsOf(objectOf(objectOf(body.conditions)?.clients)?.include))];
  refuseAll([
    ...missing('name', name),
    ...tooLong('name', name, LONGEST),
    ...missing('description', description),
    ...tooLong('description', description),
    ...badClients(store, clients),
  ]);
  return {
    name: String(name),
    description: String(description),
    clients: clients.map((clientId) => ({ clientId, appId: store.apps.by('clientId', clientId)?.id ?? null })),
    priority: body.priority,
  };
}

/** What a client may say of a rule. */
export type GivenRule = Pick<
  ServerRuleRow,
  | 'name'
  | 'people'
  | 'grantTypes'
  | 'scopes'
  | 'accessTokenLifetime'
  | 'refreshTokenLifetime'
  | 'refreshTokenWindow'
  | 'inlineHookId'
> & { readonly priority: number | null | undefined };

type RuleBody = Given<Schemas['AuthorizationServerPolicyRule']>;

/** Okta's words, its doubled quotes too (facts: authorization-server). */
const NO_PEOPLE =
  "conditions.people: At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' must " +
  "contain a valid user or group when ''conditions.grantTypes'' contains one or more of " +
  '[authorization_code, implicit, password].';

function peopleOf(body: RuleBody): RulePeople {
  const people = objectOf(body.conditions?.people);
  const users = objectOf(people?.users);
  const groups = objectOf(people?.groups);
  return {
    includedUsers: textsOf(users?.include),
    excludedUsers: textsOf(users?.exclude),
    groups: groups ? textsOf(groups.include) : null,
  };
}

/** Who is named and not there. */
function unknownPeople(store: Store, { includedUsers, excludedUsers, groups }: RulePeople): Fault[] {
  const say = (path: string, id: string): Fault => [path, `${path}: '${id}' does not exist.`];
  const users = (list: string, ids: readonly string[]): Fault[] =>
    ids.filter((id) => !store.users.get(id)).map((id) => say(`conditions.people.users.${list}`, id));
  return [
    ...users('include', includedUsers),
    ...users('exclude', excludedUsers),
    ...(groups ?? [])
      .filter((id) => id !== EVERYONE && !store.groups.get(id))
      .map((id) => say('conditions.people.groups.include', id)),
  ];
}

/** A grant of a user needs somebody it may be for. An unknown grant is told of so, too. */
function badPeople(store: Store, people: RulePeople, grantTypes: readonly string[]): Fault[] {
  const known = [
    ...people.includedUsers.filter((id) => store.users.get(id)),
    ...(people.groups ?? []).filter((id) => id === EVERYONE || store.groups.get(id)),
  ];
  if (known.length === 0 && grantTypes.some((grant) => grant !== CLIENT_ONLY))
    return [['conditions.people', NO_PEOPLE]];
  return unknownPeople(store, people);
}

function badGrants(grantTypes: readonly string[]): Fault[] {
  const field = 'conditions.grantTypes.include';
  if (grantTypes.length === 0) return absent(field, null);
  return grantTypes
    .filter((grant) => !knownGrants.includes(grant))
    .map((grant) => [field, `${field}: '${grant}' is not a grant type.`]);
}

const badScopes = (store: Store, serverId: string, scopes: readonly string[]): Fault[] =>
  scopes
    .filter((name) => name !== ALL_SCOPES && !store.oauth2Scopes.by('name', `${serverId} ${name}`))
    .map((name) => ['conditions.scopes.include', `conditions.scopes.include: The scope '${name}' does not exist.`]);

/** A hook that tokens are sent to before they are issued. */
const hookOf = (body: RuleBody): string | null => textOf(objectOf(body.actions?.token?.inlineHook)?.id) ?? null;

const badHook = (store: Store, id: string | null): Fault[] =>
  id === null || isTokenHook(store, id)
    ? []
    : [['actions.token.inlineHook', `actions.token.inlineHook: The inline hook '${id}' does not exist.`]];

/** Bounds of the lifetimes, in minutes (facts: authorization-server). */
const ACCESS = { least: 5, most: 1440, unless: 60 };
const WINDOW = { least: 10, most: 2_628_000, unless: 10_080 };

type Lifetimes = Pick<GivenRule, 'accessTokenLifetime' | 'refreshTokenLifetime' | 'refreshTokenWindow'>;

function lifetimesOf(body: RuleBody): Lifetimes {
  const token = body.actions?.token;
  return {
    accessTokenLifetime: token?.accessTokenLifetimeMinutes ?? ACCESS.unless,
    refreshTokenLifetime: token?.refreshTokenLifetimeMinutes ?? 0,
    refreshTokenWindow: token?.refreshTokenWindowMinutes ?? WINDOW.unless,
  };
}

function badLifetimes({
  accessTokenLifetime: access,
  refreshTokenLifetime: refresh,
  refreshTokenWindow: window,
}: Lifetimes) {
  const fault = (name: string, say: string): Fault => [
    `actions.token.${name}`,
    `actions.token.${name}: The value must be ${say}.`,
  ];
  const isIn = (value: number, { least, most }: typeof ACCESS): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
  const faults: Fault[] = [];
  if (!isIn(access, ACCESS)) faults.push(fault('accessTokenLifetimeMinutes', `from ${ACCESS.least} to ${ACCESS.most}`));
  if (!Number.isInteger(refresh) || (refresh !== 0 && refresh < access)) {
    faults.push(fault('refreshTokenLifetimeMinutes', '0, or at least the lifetime of the access token'));
  }
  if (!isIn(window, WINDOW)) {
    faults.push(fault('refreshTokenWindowMinutes', `from ${WINDOW.least} to ${WINDOW.most}`));
  } else if (window < access || (refresh !== 0 && window > refresh)) {
    faults.push(fault('refreshTokenWindowMinutes', 'between the lifetimes of the access token and the refresh token'));
  }
  return faults;
}

/** Scopes stand among the conditions; who puts them elsewhere is told so (facts: authorization-server). */
function refuseScopesOfAction(body: RuleBody): void {
  if (objectOf(body.actions)?.scopes === undefined) return;
  const say = "Cannot add scopes to 'action.scopes', add to 'conditions.scopes.include' instead.";
  throw invalid('actions.scopes', `actions.scopes: ${say}`);
}

/**
 * Reads a whole rule of a server's policy.
 * @param before the rule as it is, where it is changed
 * @throws OktaError 400 E0000001 with what is missing or wrong, E0000002 for another type
 */
export function readRule(store: Store, serverId: string, body: RuleBody, before?: ServerRuleRow): GivenRule {
  readType(body.type, 'RESOURCE_ACCESS');
  refuseScopesOfAction(body);
  const people = peopleOf(body);
  const grantTypes = [...new Set(textsOf(body.conditions?.grantTypes?.include))].sort();
  const scopes = textsOf(body.conditions?.scopes?.include);
  const lifetimes = lifetimesOf(body);
  const inlineHookId = hookOf(body);
  const wrongPeople = badPeople(store, people, grantTypes);
  refuseAll([
    ...missing('name', body.name),
    ...tooLong('name', body.name, LONGEST),
    ...wrongPeople,
    // Who names nobody hears of that alone, an unknown grant or not (facts: reports).
    ...(wrongPeople.length > 0 ? [] : badGrants(grantTypes)),
    ...badScopes(store, serverId, added(scopes, before)),
    ...badLifetimes(lifetimes),
    ...badHook(store, inlineHookId),
  ]);
  return { name: String(body.name), people, grantTypes, scopes, ...lifetimes, inlineHookId, priority: body.priority };
}
