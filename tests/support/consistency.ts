import { explains } from '../../handlers/groups/rules/apply.js';
import { schemaIdOf } from '../../handlers/schemas/profile.js';
import { profileCheck } from '../../store/profile/check.js';
import type { UserRow } from '../../store/rows/people.js';
import type { Store } from '../../store/types.js';

/** Every reference of a store that leads nowhere, and every rule membership that its rule does not explain. */
export function inconsistencies(store: Store): string[] {
  return [...references(store), ...profiles(store), ...ruleMemberships(store)];
}

type Check = readonly [where: string, id: string, exists: boolean];

function* checks(store: Store): Generator<Check> {
  for (const row of store.tokens.all()) yield ['token owner', row.userId, !!store.users.get(row.userId)];
  for (const row of store.oneTimeTokens.all())
    yield ['one-time token owner', row.userId, !!store.users.get(row.userId)];
  for (const row of store.messages.all()) yield ['message recipient', row.userId, !!store.users.get(row.userId)];
  for (const row of store.users.all()) yield ['user type', row.typeId, !!store.userTypes.get(row.typeId)];
  for (const row of store.userTypes.all()) yield ['schema of a type', row.id, !!store.schemas.get(schemaIdOf(row.id))];
  for (const row of store.schemas.where('of', 'user')) {
    yield ['type of a schema', row.id, !!store.userTypes.get(`oty${row.id.slice(3)}`)];
  }
  for (const row of store.memberships.all()) {
    yield ['member', row.userId, !!store.users.get(row.userId)];
    yield ['group of a member', row.groupId, !!store.groups.get(row.groupId)];
    yield ['reason of a membership', row.id, row.manual || row.rules.length > 0];
    for (const id of row.rules) yield ['rule of a membership', id, !!store.groupRules.get(id)];
  }
  for (const row of store.groupRules.all()) {
    if (row.status === 'INVALID') continue;
    for (const id of row.groupIds) yield ['group of a rule', id, !!store.groups.get(id)];
  }
  for (const row of store.links.all()) {
    yield ['relation of a link', row.definitionId, !!store.linkedObjects.get(row.definitionId)];
    yield ['primary of a link', row.primaryId, !!store.users.get(row.primaryId)];
    yield ['associated of a link', row.associatedId, !!store.users.get(row.associatedId)];
  }
}

function* references(store: Store): Generator<string> {
  for (const [where, id, exists] of checks(store)) if (!exists) yield `${where}: ${id} does not exist`;
}

/** Profiles hold nothing that their schema does not define. */
function* profiles(store: Store): Generator<string> {
  for (const user of store.users.all()) {
    const schema = store.schemas.get(schemaIdOf(user.typeId));
    if (!schema) continue;
    const { properties } = profileCheck(schema);
    for (const [name, value] of Object.entries(user.profile)) {
      const fault = properties.get(name)?.check(value);
      if (!properties.has(name)) yield `user ${user.id}: "${name}" is not defined in its schema`;
      else if (fault) yield `user ${user.id}: ${name} ${fault}`;
    }
  }
}

/** Who is in a group by an active rule matches it, and who matches it is in the group. */
function* ruleMemberships(store: Store): Generator<string> {
  const settled = (user: UserRow): boolean => user.status !== 'DEPROVISIONED';
  for (const rule of store.groupRules.where('status', 'ACTIVE')) {
    for (const user of store.users.all().filter(settled)) {
      const matches = explains({ store }, rule, user);
      for (const groupId of rule.groupIds) {
        const isIn = store.memberships.by('pair', `${groupId} ${user.id}`)?.rules.includes(rule.id) === true;
        if (isIn !== matches) yield `rule ${rule.name}: user ${user.id} is ${isIn ? '' : 'not '}in ${groupId} by it`;
      }
    }
  }
}
