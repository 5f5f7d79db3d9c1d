import type { TestOrg } from './org.js';

/** Far more than one slice of any job. */
export const MANY = 2000;

const TIME = '2026-01-15T09:30:00.000Z';

/** Puts users into the org without asking for each. @returns their ids */
export function addUsers(into: TestOrg, count: number, department = 'Crew'): string[] {
  const { store } = into;
  const typeId = store.userTypes.where('default', 'true')[0]?.id ?? '';
  return into.sandbox.org.store.transaction(() =>
    Array.from({ length: count }, (_, n) => {
      const login = `job.${store.users.count()}.${n}@example.com`;
      const profile = { login, email: login, firstName: 'Jo', lastName: `B${n}`, department };
      const times = { created: TIME, lastUpdated: TIME, activated: TIME, statusChanged: TIME };
      const credentials = { provider: { type: 'OKTA', name: 'OKTA' } };
      const status = 'ACTIVE' as const;
      return store.users.insert({
        ...times,
        status,
        typeId,
        realmId: 'guo1',
        lastLogin: null,
        passwordChanged: null,
        profile,
        credentials,
      }).id;
    }),
  );
}

const makeGroup = async (into: TestOrg, name: string): Promise<string> =>
  (await into.post('/api/v1/groups', { profile: { name } })).body.id;

/** An inactive rule that puts the crew, or who else the expression says, into a new group. */
export async function makeRule(
  into: TestOrg,
  name = 'crew',
  value = 'user.department == "Crew"',
): Promise<{ ruleId: string; groupId: string }> {
  const groupId = await makeGroup(into, `${name} group`);
  const rule = await into.post('/api/v1/groups/rules', {
    type: 'group_rule',
    name,
    conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  });
  return { ruleId: rule.body.id, groupId };
}

/** Switches a rule on. */
export const activate = (into: TestOrg, ruleId: string) =>
  into.post(`/api/v1/groups/rules/${ruleId}/lifecycle/activate`);
/** How many users are in a group. */
export const members = (into: TestOrg, groupId: string): number => into.store.memberships.count('group', groupId);

/** Begins something that takes several slices, and waits for the first of them. */
export async function begun<T>(into: TestOrg, begin: () => Promise<T>): Promise<{ answer: Promise<T> }> {
  const answer = begin();
  while (into.store.jobs.count() === 0) await new Promise((resolve) => setImmediate(resolve));
  return { answer };
}
