import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { PASSWORD, profile } from '../support/people.js';

const org = suiteOrg();
const NEXT = 'Green-Lantern-52';
const MINUTE = 60_000;

const group = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;

/** Makes a password policy for a group, with a rule. */
async function policyFor(groupId: string, settings: object, more: object = {}): Promise<string> {
  const conditions = { people: { groups: { include: [groupId] } } };
  const sent = { type: 'PASSWORD', name: 'Crew', conditions, settings, ...more };
  const { status, body } = await org.post('/api/v1/policies', sent);
  expect(status).toBe(200);
  await org.post(`/api/v1/policies/${body.id}/rules`, { name: 'All', type: 'PASSWORD' });
  return body.id;
}

const create = (n: number, value: string, groupIds: string[], more: object = {}) =>
  org.post('/api/v1/users', { profile: { ...profile(n), ...more }, credentials: { password: { value } }, groupIds });

const change = (id: string, oldPassword: string, newPassword: string, query = '') =>
  org.post(`/api/v1/users/${id}/credentials/change_password${query}`, {
    oldPassword: { value: oldPassword },
    newPassword: { value: newPassword },
  });

const statusOf = async (id: string): Promise<string> => (await org.get(`/api/v1/users/${id}`)).body.status;

describe('the complexity that a policy asks for', () => {
  test.each([
    ['minLength', { minLength: 20 }, 'Short-Kettle-47', 'Quite-A-Long-Kettle-47'],
    ['minLowerCase', { minLowerCase: 1 }, 'BLUE-KETTLE-47', 'BLUE-KETTLe-47'],
    ['minUpperCase', { minUpperCase: 1 }, 'blue-kettle-47', 'blue-kettlE-47'],
    ['minNumber', { minNumber: 1 }, 'Blue-Kettle-Lid', 'Blue-Kettle-Lid-4'],
    ['minSymbol', { minSymbol: 1 }, 'BlueKettle47', 'BlueKettle47!'],
    ['excludeUsername', { excludeUsername: true }, 'Xy-robin-Kettle-47', 'Xy-wren-Kettle-47'],
    ['excludeAttributes', { excludeAttributes: ['lastName'] }, 'Xy-Number2-Kettle', 'Xy-Other2-Kettle'],
    [
      'dictionary',
      { dictionary: { common: { exclude: true } }, minNumber: 0, minUpperCase: 0 },
      'iloveyou',
      'iloveyoutoo-kettle',
    ],
  ])('%s is asked of members of its groups', async (_, complexity, weak, strong) => {
    const crew = await group('Crew');
    // All else is off, so that the one setting decides.
    const off = { minLength: 4, minLowerCase: 0, minUpperCase: 0, minNumber: 0, minSymbol: 0, excludeUsername: false };
    await policyFor(crew, { password: { complexity: { ...off, ...complexity } } });
    expect((await create(2, weak, [crew])).status).toBe(400);
    expect((await create(2, strong, [crew])).status).toBe(200);
  });
});

describe('the age that a policy asks for', () => {
  test('keeps a young password, and one that was used, from being the next', async () => {
    const crew = await group('Crew');
    await policyFor(crew, { password: { age: { minAgeMinutes: 30, historyCount: 2 } } });
    const { id } = (await create(1, PASSWORD, [crew])).body;
    expect((await change(id, PASSWORD, NEXT, '?strict=true')).status).toBe(403);
    org.clock.advance(31 * MINUTE);
    expect((await change(id, PASSWORD, NEXT, '?strict=true')).status).toBe(200);
    org.clock.advance(31 * MINUTE);
    expect((await change(id, NEXT, PASSWORD, '?strict=true')).status).toBe(403);
    expect((await change(id, NEXT, 'Third-Window-38', '?strict=true')).status).toBe(200);
  });
});

describe('the lockout that a policy asks for', () => {
  test('comes after its attempts, is told by mail, and ends by itself', async () => {
    const crew = await group('Crew');
    const lockout = { maxAttempts: 2, autoUnlockMinutes: 5, userLockoutNotificationChannels: ['EMAIL'] };
    await policyFor(crew, { password: { lockout } });
    const { id } = (await create(1, PASSWORD, [crew])).body;
    const mails = () => org.store.messages.all().filter(({ template }) => template === 'lockout').length;
    for (let n = 0; n < 2; n++) await change(id, 'Wrong-Kettle-47', NEXT);
    expect([await statusOf(id), mails()]).toEqual(['LOCKED_OUT', 1]);
    org.clock.advance(5 * MINUTE);
    expect(await statusOf(id)).toBe('ACTIVE');
    const other = (await create(2, PASSWORD, [])).body.id;
    for (let n = 0; n < 9; n++) await change(other, 'Wrong-Kettle-47', NEXT);
    expect(await statusOf(other)).toBe('ACTIVE');
  });
});

describe('a lockout that stands', () => {
  test('ends as soon as the policy, a new one or a rule of one says so', async () => {
    const crew = await group('Crew');
    const lockout = { maxAttempts: 1, autoUnlockMinutes: 0 };
    const policy = await policyFor(crew, { password: { lockout } });
    const ids: string[] = [];
    for (let n = 0; n < 2; n++) {
      const { id } = (await create(n, PASSWORD, [crew])).body;
      await change(id, 'Wrong-Kettle-47', NEXT);
      ids.push(id);
    }
    org.clock.advance(10 * MINUTE);
    expect(await statusOf(ids[0] ?? '')).toBe('LOCKED_OUT');
    const path = `/api/v1/policies/${policy}/rules`;
    const [rule] = (await org.get(path)).body;
    const ending = { password: { lockout: { ...lockout, autoUnlockMinutes: 5 } } };
    await policyFor(crew, ending, { name: 'Ends' });
    expect(await statusOf(ids[0] ?? '')).toBe('LOCKED_OUT');
    const conditions = { people: { users: { exclude: [ids[0]] } } };
    await org.put(`${path}/${rule.id}`, { name: 'All', type: 'PASSWORD', conditions });
    expect([await statusOf(ids[0] ?? ''), await statusOf(ids[1] ?? '')]).toEqual(['ACTIVE', 'LOCKED_OUT']);
    await org.put(`/api/v1/policies/${policy}`, { type: 'PASSWORD', name: 'Crew', settings: ending });
    expect(await statusOf(ids[1] ?? '')).toBe('ACTIVE');
  });
});

describe('the recovery that a policy allows', () => {
  const ask = (id: string, answer: string) =>
    org.post(`/api/v1/users/${id}/credentials/forgot_password`, {
      password: { value: NEXT },
      recovery_question: { answer },
    });
  const question = (n: number, answer: string, groupIds: string[]) =>
    org.post('/api/v1/users', {
      profile: profile(n),
      credentials: { password: { value: PASSWORD }, recovery_question: { question: 'Where?', answer } },
      groupIds,
    });

  test('has answers of a length, and can do without the question', async () => {
    const crew = await group('Crew');
    const recovery_question = { status: 'INACTIVE', properties: { complexity: { minLength: 10 } } };
    await policyFor(crew, { recovery: { factors: { recovery_question } } });
    expect((await question(1, 'By the sea', [])).status).toBe(200);
    expect((await question(2, 'At home', [crew])).body.errorSummary).toBe('Api validation failed: recovery_question');
    const { id } = (await question(2, 'By the blue sea', [crew])).body;
    const { status, body } = await ask(id, 'By the blue sea');
    expect([status, body.errorCode]).toEqual([403, 'E0000034']);
    await org.delete(`/api/v1/groups/${crew}/users/${id}`);
    expect((await ask(id, 'By the blue sea')).status).toBe(200);
  });

  test('has links that end when it says', async () => {
    const crew = await group('Crew');
    const okta_email = { properties: { recoveryToken: { tokenLifetimeMinutes: 7 } } };
    await policyFor(crew, { recovery: { factors: { okta_email } } });
    const lifetimes: number[] = [];
    for (const groups of [[crew], []]) {
      const id: string = (await create(lifetimes.length, PASSWORD, groups)).body.id;
      await org.post(`/api/v1/users/${id}/credentials/forgot_password?sendEmail=false`);
      const [token] = org.store.oneTimeTokens.all().filter(({ userId }) => userId === id);
      lifetimes.push((Date.parse(token?.expires ?? '') - org.clock.now()) / MINUTE);
    }
    expect(lifetimes.map(Math.round)).toEqual([7, 60]);
  });
});

describe('which policy applies', () => {
  const long = { password: { complexity: { minLength: 20 } } };
  const longer = { password: { complexity: { minLength: 30 } } };
  const LONG = 'Quite-A-Long-Kettle-47';
  /** Whether the policy of 20 characters, that of 30, or neither applies to somebody in these groups. */
  const applies = async (...groupIds: string[]): Promise<number> => {
    const n = org.store.users.count();
    if ((await create(n, 'Kettle-47-lid', groupIds)).status === 200) return 8;
    return (await create(n, LONG, groupIds)).status === 200 ? 20 : 30;
  };

  test('changes with membership, with priority, and when one is turned off or deleted', async () => {
    const [crew, deck] = [await group('Crew'), await group('Deck')];
    const first = await policyFor(crew, long);
    const second = await policyFor(deck, longer, { name: 'Deck' });
    expect([await applies(), await applies(crew), await applies(deck), await applies(crew, deck)]).toEqual([
      8, 20, 30, 20,
    ]);
    const conditions = { people: { groups: { include: [deck] } } };
    await org.put(`/api/v1/policies/${second}`, {
      type: 'PASSWORD',
      name: 'Deck',
      conditions,
      settings: longer,
      priority: 1,
    });
    expect(await applies(crew, deck)).toBe(30);
    await org.post(`/api/v1/policies/${second}/lifecycle/deactivate`);
    expect([await applies(crew, deck), await applies(deck)]).toEqual([20, 8]);
    await org.delete(`/api/v1/policies/${first}`);
    expect(await applies(crew, deck)).toBe(8);
  });

  test('depends on rules: one without any, or with none that is for the person, is passed over', async () => {
    const [crew, deck] = [await group('Crew'), await group('Deck')];
    const id = await policyFor(crew, long);
    const path = `/api/v1/policies/${id}/rules`;
    const [rule] = (await org.get(path)).body;
    await org.post(`${path}/${rule.id}/lifecycle/deactivate`);
    expect(await applies(crew)).toBe(8);
    const conditions = { people: { groups: { include: [deck] } } };
    await org.post(path, { name: 'Of the deck', type: 'PASSWORD', conditions });
    expect([await applies(crew), await applies(crew, deck)]).toEqual([8, 20]);
  });

  test('depends on who keeps the password', async () => {
    const crew = await group('Crew');
    const authProvider = { provider: 'ACTIVE_DIRECTORY' };
    await policyFor(crew, long, { conditions: { people: { groups: { include: [crew] } }, authProvider } });
    expect(await applies(crew)).toBe(8);
  });
});
