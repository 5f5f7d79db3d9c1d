import { compileExpression } from '../languages/expression/compile.js';
import type { CollectionName, RowOf } from '../store/collections.js';
import { danglingReferences } from '../store/references.js';
import type { SchemaRow } from '../store/rows/schemas.js';
import type { UserRow } from '../store/rows/users.js';
import type { Store } from '../store/types.js';
import { everyone } from './groups/membership.js';
import { explains } from './groups/rules/apply.js';
import { jobKinds } from './jobs.js';
import { profileCheck } from './schemas/check.js';
import { schemaIdOf } from './schemas/ids.js';
import { namesBeingCleared } from './schemas/removed-properties.js';

/** Every reference of a store that leads nowhere, every profile off its schema, every wrong membership of a rule. */
export function inconsistencies(store: Store): string[] {
  return [...dangling(store), ...profiles(store), ...ruleMemberships(store)];
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
