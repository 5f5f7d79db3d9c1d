import { makeRoom } from '../../objects/priorities.js';
import type { Draft } from '../../store/rows/common.js';
import type { PolicyRow } from '../../store/rows/policies.js';
import type { UserRow, UserStatus } from '../../store/rows/users.js';
import type { TestOrg } from './org.js';

/** A password that the default policy takes. */
export const PASSWORD = 'Blue-Kettle-47';

/** The profile of the nth made-up person. */
export const profile = (n: number | string): Record<string, string> => ({
  firstName: 'Robin',
  lastName: `Number${n}`,
  email: `robin.${n}@example.com`,
  login: `robin.${n}@example.com`,
});

/** Creates a user over HTTP and returns what the org answered. */
export async function createPerson(org: TestOrg, n: number | string, credentials?: object, query = '') {
  const answer = await org.post(`/api/v1/users${query}`, {
    profile: profile(n),
    ...(credentials ? { credentials } : {}),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** Puts a user into a status, whatever the life cycle says of the way there. */
export function setStatus(org: TestOrg, userId: string, status: UserStatus, changes: Partial<UserRow> = {}): void {
  org.sandbox.org.store.transaction(() => {
    const { id, seq: _seq, ...row } = org.store.users.require(userId);
    org.store.users.replace(id, { ...row, ...changes, status });
  });
}

/** Changes the settings of the default password policy. */
export function setPasswordPolicy(
  org: TestOrg,
  part: 'age' | 'lockout' | 'complexity',
  values: Record<string, unknown>,
): void {
  org.sandbox.org.store.transaction(() => {
    const row = org.store.policies.where('type', 'PASSWORD').find(({ system }) => system);
    if (!row) throw new Error('no password policy');
    const { id, seq: _seq, ...rest } = row;
    const password = rest.settings?.password as Record<string, Record<string, never>>;
    const settings = { ...rest.settings, password: { ...password, [part]: { ...password[part], ...values } } };
    org.store.policies.replace(id, { ...rest, settings: settings as never });
  });
}

/** Puts a policy into the org at its priority, with a rule for everybody: without one it would apply to nobody. */
export function insertPolicy(org: TestOrg, draft: Draft<PolicyRow>): void {
  const { policies } = org.store;
  const priority = makeRoom(policies, policies.where('type', draft.type), draft.lastUpdated, draft.priority);
  const { id, type, created, lastUpdated } = policies.insert({ ...draft, priority });
  org.store.policyRules.insert({
    policyId: id,
    type,
    name: 'Everybody',
    status: 'ACTIVE',
    priority: 1,
    system: false,
    created,
    lastUpdated,
    conditions: {},
    actions: {},
  });
}

/** The event types that were logged since the log had so many events. */
export const eventsSince = (org: TestOrg, count: number): string[] =>
  org.store.logs
    .all()
    .slice(count)
    .map((event) => event.type);
