import { defaultRealmId } from '../../objects/realm.js';
import { groupBase, groupSchemaText, userBase, userTemplateDescription } from '../../objects/schemas/template.js';
import { tokenHash } from '../../objects/secrets/token-hash.js';
import type { Clock } from '../../store/clock.js';
import type { IdSource } from '../../store/ids.js';
import type { Json, Timestamp } from '../../store/rows/common.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserCredentials, UserStatus } from '../../store/rows/users.js';
import type { Store } from '../../store/types.js';
import type { Seed, SeedPolicy, SeedUser } from '../types.js';

/** What the names in a seed stand for while it is applied. */
interface Names {
  readonly types: Map<string, string>;
  readonly users: Map<string, string>;
  readonly groups: Map<string, string>;
  readonly relations: Map<string, string>;
}

interface Applying {
  readonly seed: Seed;
  readonly store: Store;
  readonly ids: IdSource;
  readonly now: Timestamp;
  readonly names: Names;
}

const pinned = (item: { readonly id?: string }): { readonly id?: string } =>
  item.id === undefined ? {} : { id: item.id };

/** A seed is checked when it is read: a name that leads nowhere here is a fault of ours. */
function named(names: ReadonlyMap<string, string>, name: string): string {
  const id = names.get(foldKey(name));
  if (id === undefined) throw new Error(`the seed names "${name}", which it does not hold`);
  return id;
}

function applyTypes({ seed, store, ids, now, names }: Applying): void {
  const principal = ids.next('spr');
  for (const type of seed.userTypes) {
    const row = store.userTypes.insert({
      ...pinned(type),
      name: type.name,
      displayName: type.displayName,
      description: type.description,
      createdBy: principal,
      lastUpdatedBy: principal,
      created: now,
      lastUpdated: now,
      default: type.default,
    });
    store.schemas.insert({
      id: `osc${row.id.slice(3)}`,
      of: 'user',
      name: type.name,
      title: type.displayName,
      description: type.description ?? userTemplateDescription,
      created: now,
      lastUpdated: now,
      base: userBase,
      custom: type.properties,
    });
    names.types.set(foldKey(type.name), row.id);
  }
  store.schemas.insert({
    id: 'group',
    of: 'group',
    ...groupSchemaText,
    created: now,
    lastUpdated: now,
    base: groupBase,
    custom: seed.groupProperties,
  });
}

function applyGroups({ seed, store, now, names }: Applying): void {
  for (const group of seed.groups) {
    const profile: Record<string, Json> = { name: group.name };
    if (group.description !== null) profile.description = group.description;
    const row = store.groups.insert({
      ...pinned(group),
      type: group.type,
      objectClass: ['okta:user_group'],
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
      profile: { ...profile, ...group.profile },
    });
    names.groups.set(foldKey(group.name), row.id);
  }
}

function credentialsOf(user: SeedUser): UserCredentials {
  const imported = user.password !== undefined && user.password.algorithm !== 'SCRYPT';
  return {
    ...(user.password === undefined ? {} : { password: user.password }),
    ...(user.recoveryQuestion === undefined ? {} : { recoveryQuestion: user.recoveryQuestion }),
    provider: user.provider ?? (imported ? { type: 'IMPORT', name: 'IMPORT' } : { type: 'OKTA', name: 'OKTA' }),
  };
}

/** Users that were never activated have no time of activation (facts: users §1). */
const wasActivated = (status: UserStatus): boolean => status !== 'STAGED';

function applyUsers({ seed, store, now, names }: Applying): void {
  const defaultType = store.userTypes.where('default', 'true')[0]?.id ?? '';
  const realmId = defaultRealmId(store);
  for (const user of seed.users) {
    const created = user.created ?? now;
    const activated = user.activated ?? (wasActivated(user.status) ? created : null);
    const row = store.users.insert({
      ...pinned(user),
      status: user.status,
      typeId: user.type === undefined ? defaultType : named(names.types, user.type),
      realmId,
      created,
      activated,
      statusChanged: user.statusChanged ?? activated,
      lastLogin: user.lastLogin ?? null,
      lastUpdated: user.lastUpdated ?? created,
      passwordChanged: user.passwordChanged ?? (user.password === undefined ? null : created),
      profile: user.profile,
      credentials: credentialsOf(user),
    });
    names.users.set(foldKey(String(user.profile.login)), row.id);
  }
}

/** One membership row for each user and group, whatever put the user there. */
function applyMemberships({ seed, store, names }: Applying, rules: ReadonlyMap<string, string>): void {
  const rows = new Map<string, { groupId: string; userId: string; manual: boolean; rules: string[] }>();
  const membership = (groupId: string, userId: string) => {
    const key = `${groupId} ${userId}`;
    let row = rows.get(key);
    if (!row) {
      row = { groupId, userId, manual: false, rules: [] };
      rows.set(key, row);
    }
    return row;
  };
  for (const user of seed.users) {
    if (user.groups.length === 0) continue;
    const userId = named(names.users, String(user.profile.login));
    for (const group of user.groups) membership(named(names.groups, group), userId).manual = true;
  }
  for (const rule of seed.groupRules) {
    const ruleId = named(rules, rule.name);
    for (const login of rule.members) {
      const userId = named(names.users, login);
      for (const group of rule.groups) membership(named(names.groups, group), userId).rules.push(ruleId);
    }
  }
  for (const row of rows.values()) store.memberships.insert(row);
}

/** @returns the id of each rule by its name */
function applyRules({ seed, store, now, names }: Applying): Map<string, string> {
  const ids = new Map<string, string>();
  for (const rule of seed.groupRules) {
    const row = store.groupRules.insert({
      ...pinned(rule),
      status: rule.status,
      name: rule.name,
      created: now,
      lastUpdated: now,
      expression: rule.expression,
      excludedUsers: rule.exclude.map((login) => named(names.users, login)),
      groupIds: rule.groups.map((group) => named(names.groups, group)),
    });
    ids.set(foldKey(rule.name), row.id);
  }
  return ids;
}

function applyLinks({ seed, store, names }: Applying): void {
  for (const relation of seed.linkedObjects) {
    const row = store.linkedObjects.insert({
      ...pinned(relation),
      primary: { ...relation.primary, type: 'USER' },
      associated: { ...relation.associated, type: 'USER' },
    });
    names.relations.set(relation.primary.name, row.id);
  }
  for (const user of seed.users) {
    for (const [relation, login] of Object.entries(user.links)) {
      store.links.insert({
        definitionId: names.relations.get(relation) ?? '',
        primaryId: named(names.users, login),
        associatedId: named(names.users, String(user.profile.login)),
      });
    }
  }
}

function conditionsOf(policy: SeedPolicy, names: Names): Json {
  if (policy.groups.length === 0) return policy.conditions;
  const include = policy.groups.map((group) => named(names.groups, group));
  return { people: { groups: { include } }, ...policy.conditions };
}

function applyPoliciesAndTokens({ seed, store, now, names }: Applying): void {
  for (const policy of seed.policies) {
    const { groups: _, id: __, ...rest } = policy;
    const conditions = conditionsOf(policy, names);
    store.policies.insert({ ...pinned(policy), ...rest, created: now, lastUpdated: now, conditions });
  }
  for (const token of seed.tokens) {
    store.tokens.insert({
      ...pinned(token),
      name: token.name,
      userId: named(names.users, token.user),
      hash: tokenHash(token.value),
      created: now,
    });
  }
}

/**
 * Fills an empty store with what a seed holds. Times that the seed does not give are the clock's. Writes no log event.
 * Call it inside a transaction.
 */
export function applySeed(seed: Seed, store: Store, clock: Clock, ids: IdSource): void {
  const now = clock.timestamp();
  const names: Names = { types: new Map(), users: new Map(), groups: new Map(), relations: new Map() };
  const applying: Applying = { seed, store, ids, now, names };
  store.org.insert({ ...pinned(seed.org), ...seed.org, created: now });
  applyTypes(applying);
  applyGroups(applying);
  applyUsers(applying);
  applyMemberships(applying, applyRules(applying));
  applyLinks(applying);
  applyPoliciesAndTokens(applying);
}
