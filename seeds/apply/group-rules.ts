import type { SeedGroupRule } from '../read/sections/group-rules.js';
import { type Applying, type Kind, pinned } from './applying.js';
import { loginOf } from './users.js';

/** One membership row for each user and group, whatever put the user there. */
function addMemberships(items: readonly SeedGroupRule[], { seed, store, idOf }: Applying): void {
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
    const userId = idOf('users', loginOf(user));
    for (const group of user.groups) membership(idOf('groups', group), userId).manual = true;
  }
  for (const rule of items) {
    const ruleId = idOf('groupRules', rule.name);
    for (const login of rule.members) {
      const userId = idOf('users', login);
      for (const group of rule.groups) membership(idOf('groups', group), userId).rules.push(ruleId);
    }
  }
  for (const row of rows.values()) store.memberships.insert(row);
}

/** Group rules, then the members of all groups. */
export const groupRules: Kind<SeedGroupRule> = {
  find: (store, name) => store.groupRules.by('name', name)?.id,
  add(rule, { store, now, idOf }) {
    store.groupRules.insert({
      ...pinned(rule),
      status: rule.status,
      name: rule.name,
      created: now,
      lastUpdated: now,
      expression: rule.expression,
      excludedUsers: rule.exclude.map((login) => idOf('users', login)),
      groupIds: rule.groups.map((group) => idOf('groups', group)),
    });
  },
  finish: addMemberships,
};
