import { compileExpression } from '../languages/expression/compile.js';
import type { CollectionName, RowOf } from '../store/collections.js';
import { danglingReferences } from '../store/references.js';
import type { AppRow, AppUserRow } from '../store/rows/applications.js';
import type { AuthorizationServerRow } from '../store/rows/authorization-servers.js';
import type { PolicyRow, PolicyRuleRow } from '../store/rows/policies.js';
import type { SchemaRow } from '../store/rows/schemas.js';
import type { UserRow } from '../store/rows/users.js';
import type { Store } from '../store/types.js';
import { grantOf } from './applications/grants.js';
import { appUserStatus } from './applications/provisioning.js';
import { isFederated } from './applications/view.js';
import { keyIn } from './authorization-servers/keys.js';
import { ROTATE_KEYS } from './due.js';
import { circleOf } from './features/circle.js';
import { isNamed } from './files/keep.js';
import { everyone } from './groups/membership.js';
import { explains } from './groups/rules/apply.js';
import { jobKinds } from './jobs.js';
import { kindOfRow } from './policies/kinds.js';
import { inOrder, type Ranked } from './priorities.js';
import { profileCheck } from './schemas/check.js';
import { schemaIdOf } from './schemas/ids.js';
import { namesBeingCleared } from './schemas/removed-properties.js';

/** Every reference of a store that leads nowhere, every profile off its schema, every wrong membership of a rule. */
export function inconsistencies(store: Store): string[] {
  return [...dangling(store), ...profiles(store), ...ruleMemberships(store), ...grantedApps(store), ...ranks(store)];
}

/** What must hold of a row: the sentence, what it names, and whether it does. */
type Claim = readonly [where: string, what: string, holds: boolean];

/** What must hold of the rows of a kind besides their declared references. */
type Claims = { readonly [C in CollectionName]?: (row: RowOf<C>, store: Store) => readonly Claim[] };

const typeIdOf = (schema: SchemaRow): string => `oty${schema.id.slice(3)}`;

/** Whether a job is still to do something for this object: it may be gone already. */
const isWorkedOn = (store: Store, id: string): boolean =>
  store.jobs.all().some(({ of }) => of === id || of?.endsWith(` ${id}`) === true);

const knownAttributes = (expression: string, store: Store): boolean => {
  const schemas = store.schemas.where('of', 'user');
  const known = (name: string): boolean => schemas.some(({ base, custom }) => name in base || name in custom);
  return [...compileExpression(expression, () => true).attributes].every(known);
};

/** Whether a row is the only one of its list with its priority, which is one of 1..n. */
const isRanked = ({ priority }: Ranked, list: readonly Ranked[]): boolean =>
  priority >= 1 && priority <= list.length && list.filter((other) => other.priority === priority).length === 1;

const hasStatusOf = (row: AppUserRow, app: AppRow | undefined): boolean =>
  app !== undefined && row.status === appUserStatus(app, row);

const isScheduled = (store: Store, { id }: AuthorizationServerRow): boolean =>
  store.due.get(`${ROTATE_KEYS} ${id}`) !== undefined;

const claimsOf: Claims = {
  users: (row, store) => [['schema of a user', row.id, !!store.schemas.get(schemaIdOf(row.typeId))]],
  userTypes: (row, store) => [['schema of a type', row.id, !!store.schemas.get(schemaIdOf(row.id))]],
  schemas: (row, store) => [
    ['type of a schema', row.id, row.of === 'group' ? row.id === 'group' : !!store.userTypes.get(typeIdOf(row))],
  ],
  groups: (row, store) => [['schema of a group', row.id, !!store.schemas.get('group')]],
  memberships: (row, store) => [
    // Everybody is in Everyone: there are no rows for it.
    ['member of Everyone', row.userId, row.groupId !== everyone({ store })?.id],
    ['reason of a membership', row.id, row.manual || row.rules.length > 0],
    ['reasons of a membership, each once', row.id, new Set(row.rules).size === row.rules.length],
    ...row.rules.map((id): Claim => {
      const rule = store.groupRules.get(id);
      return ['group of the rule of a membership', id, !rule || rule.groupIds.includes(row.groupId)];
    }),
  ],
  // A deleted user stays on a rule's list of exclusions, as in Okta.
  groupRules: (row, store) =>
    row.status === 'INVALID'
      ? []
      : [
          ...row.groupIds.map((id): Claim => ['group of a rule', id, store.groups.get(id)?.type === 'OKTA_GROUP']),
          ['attributes of a rule', row.expression, knownAttributes(row.expression, store)],
        ],
  features: (row, store) => [
    [
      'features that need each other',
      row.name,
      !circleOf(new Map(store.features.all().map((one) => [one.id, one.needs]))),
    ],
  ],
  apps: (row, store) => [
    ['schema of an app', row.id, !!store.appSchemas.by('app', row.id)],
    ['key of an app', row.id, isFederated(row.signOnMode) === false || row.credentials.signing.kid !== undefined],
  ],
  appUsers: (row, store) => [
    ['group of an app user', row.id, (row.scope === 'GROUP') === (row.groupId !== null)],
    ['status of an app user', row.id, store.jobs.count() > 0 || hasStatusOf(row, store.apps.get(row.appId))],
  ],
  authorizationServers: (row, store) => [
    ['key that signs of a server', row.id, keyIn(store, row.id, 'ACTIVE')?.kid === row.signing.kid],
    ['rotation of a server', row.id, isScheduled(store, row) === (row.signing.rotationMode === 'AUTO')],
    ['only default server', row.id, !row.default || store.authorizationServers.count('default', 'true') === 1],
  ],
  serverPolicies: (row, store) => [
    ['priority of a policy of a server', row.id, isRanked(row, store.serverPolicies.where('server', row.serverId))],
  ],
  serverRules: (row, store) => [
    ['priority of a rule of a server', row.id, isRanked(row, store.serverRules.where('policy', row.policyId))],
  ],
  brands: (row, store) => [
    ['theme of a brand', row.id, store.themes.count('brand', row.id) === 1],
    ['default brand', row.id, store.brands.count('isDefault', 'true') === 1],
  ],
  emailCustomizations: (row, store) => [
    [
      'default customization of a template',
      row.template,
      store.emailCustomizations.where('template', `${row.brandId} ${row.template}`).filter((one) => one.isDefault)
        .length === 1,
    ],
  ],
  files: (row, store) => [['what shows a file', row.id, isNamed({ store }, row.id)]],
  // A job goes on to name what was deleted meanwhile, and ends by it.
  jobs: (row) => [['kind of a job', row.kind, jobKinds.has(row.kind)]],
};

function* brokenClaims<C extends CollectionName>(name: C, store: Store): Generator<string> {
  const claims: ((row: RowOf<C>, store: Store) => readonly Claim[]) | undefined = claimsOf[name];
  if (!claims) return;
  for (const row of store[name].all() as readonly RowOf<C>[]) {
    for (const [where, what, holds] of claims(row, store)) if (!holds) yield `${name}: ${where}: ${what}`;
  }
}

function* dangling(store: Store): Generator<string> {
  yield* danglingReferences(store, (id) => isWorkedOn(store, id));
  for (const name of Object.keys(claimsOf) as CollectionName[]) yield* brokenClaims(name, store);
}

type Profile = Readonly<Record<string, unknown>>;

/** Every profile with its schema. */
function* withSchemas(store: Store): Generator<readonly [what: string, profile: Profile, schema: SchemaRow]> {
  for (const row of [...store.users.all(), ...store.groups.all()]) {
    const schema = store.schemas.get('typeId' in row ? schemaIdOf(row.typeId) : 'group');
    if (schema) yield [row.id, row.profile, schema];
  }
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** Profiles hold nothing that their schema does not define, and no value of another type. */
function* profiles(store: Store): Generator<string> {
  for (const [what, profile, { id, base, custom }] of withSchemas(store)) {
    for (const [name, value] of Object.entries(profile)) {
      const type = (base[name] ?? custom[name])?.type;
      if (type === undefined && namesBeingCleared({ store }, id).includes(name)) continue;
      if (type === undefined) yield `${what}: "${name}" is not defined in its schema`;
      else if (type !== typeOf(value) && !(type === 'number' && typeof value === 'number')) {
        yield `${what}: ${name} is no ${type}`;
      }
    }
  }
}

/** Every value that its schema forbids. A schema that becomes stricter leaves those that were there before, as in Okta. */
export function forbiddenValues(store: Store): string[] {
  return [...withSchemas(store)].flatMap(([what, profile, schema]) =>
    [...profileCheck(schema).properties.values()].flatMap(({ name, check }) => {
      const fault = profile[name] === undefined ? undefined : check(profile[name]);
      return fault === undefined ? [] : [`${what}: ${name} ${fault}`];
    }),
  );
}

/** Who is given an app by a group has it, and who has one by a group is given it: once no job is under way. */
function* grantedApps(store: Store): Generator<string> {
  if (store.jobs.count() > 0 || (store.appGroups.count() === 0 && store.appUsers.count() === 0)) return;
  for (const app of store.apps.all()) {
    if (store.appGroups.count('app', app.id) === 0 && store.appUsers.count('app', app.id) === 0) continue;
    for (const user of store.users.all()) {
      const row = store.appUsers.by('pair', `${app.id} ${user.id}`);
      const grant = grantOf({ store }, app.id, user);
      if (row?.scope === 'USER') continue;
      if (row?.groupId !== grant?.groupId)
        yield `app ${app.label}: user ${user.id} has it by ${row?.groupId}, not ${grant?.groupId}`;
    }
  }
}

/** Who is in a group by an active rule matches it, and who matches it is in the group: once no job is under way. */
function* ruleMemberships(store: Store): Generator<string> {
  if (store.jobs.count() > 0) return;
  const settled = store.users.all().filter((user: UserRow) => user.status !== 'DEPROVISIONED');
  for (const rule of store.groupRules.where('status', 'ACTIVE')) {
    for (const user of settled) {
      const matches = explains({ store }, rule, user);
      for (const groupId of rule.groupIds) {
        const isIn = store.memberships.by('pair', `${groupId} ${user.id}`)?.rules.includes(rule.id) === true;
        if (isIn !== matches) yield `rule ${rule.name}: user ${user.id} is ${isIn ? '' : 'not '}in ${groupId} by it`;
      }
    }
  }
}

/** Ranked policies of a type, and rules of such a policy, have 1..n with Okta's own last. */
function* ranks(store: Store): Generator<string> {
  const lists = new Map<string, (PolicyRow | PolicyRuleRow)[]>();
  const add = (list: string, row: PolicyRow | PolicyRuleRow): void => {
    lists.set(list, [...(lists.get(list) ?? []), row]);
  };
  for (const policy of store.policies.all()) {
    if (!kindOfRow(policy).ranked) continue;
    add(`policies of type ${policy.type}`, policy);
    for (const rule of store.policyRules.where('policy', policy.id)) add(`rules of policy ${policy.id}`, rule);
  }
  for (const [list, rows] of lists) {
    if (inOrder(rows).some((row, place) => row.priority !== place + 1))
      yield `priorities of the ${list} are not 1 to n`;
  }
}
