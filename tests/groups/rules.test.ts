import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inconsistencies } from '../../objects/invariants.js';
import { suiteOrg } from '../support/org.js';
import { createPerson, eventsSince, profile } from '../support/people.js';
import { causesOf, refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const group = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;
const body = (name: string, value: string, groupIds: readonly string[], exclude: readonly string[] = []) => ({
  type: 'group_rule',
  name,
  conditions: { people: { users: { exclude } }, expression: { value, type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds } },
});
const create = (name: string, value: string, groupIds: readonly string[], exclude: readonly string[] = []) =>
  org.post('/api/v1/groups/rules', body(name, value, groupIds, exclude));
const turn = (id: string, verb: 'activate' | 'deactivate') => org.post(`/api/v1/groups/rules/${id}/lifecycle/${verb}`);
const members = async (groupId: string): Promise<string[]> =>
  (await org.get(`/api/v1/groups/${groupId}/users`)).body.map(
    (user: { profile: { login: string } }) => user.profile.login,
  );

/** An active rule that puts everybody with this nickname into a new group. */
async function nicknameRule(nickName: string): Promise<{ ruleId: string; groupId: string }> {
  const groupId = await group(`${nickName}s`);
  const ruleId = (await create(nickName, `user.nickName == "${nickName}"`, [groupId])).body.id;
  await turn(ruleId, 'activate');
  return { ruleId, groupId };
}

const nick = (id: string, nickName: string | null) => org.post(`/api/v1/users/${id}`, { profile: { nickName } });

describe('a rule', () => {
  test('is created inactive, as Okta shows it', async () => {
    const groupId = await group('Crew');
    const { people: _people, ...conditions } = body('r', 'user.nickName == "x"', []).conditions;
    const rule = (await org.post('/api/v1/groups/rules', { ...body('r', '', [groupId]), conditions })).body;
    expect(rule).toEqual({
      type: 'group_rule',
      id: expect.stringMatching(/^0pr\w{17}$/),
      status: 'INACTIVE',
      name: 'r',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      conditions: {
        expression: { value: 'user.nickName == "x"', type: 'urn:okta:expression:1.0' },
      },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
      allGroupsValid: true,
    });
    expect((await org.get(`/api/v1/groups/rules/${rule.id}`)).body).toEqual(rule);
    const [listed] = (await org.get('/api/v1/groups/rules?search=R&expand=groupIdToGroupNameMap')).body;
    expect(listed._embedded.groupIdToGroupNameMap).toEqual({ [groupId]: 'Crew' });
  });

  test('shows people from the request on that names them', async () => {
    const whole = body('r', 'true', [await group('Crew')]);
    const { people, ...conditions } = whole.conditions;
    const path = `/api/v1/groups/rules/${(await org.post('/api/v1/groups/rules', { ...whole, conditions })).body.id}`;
    expect((await org.put(path, whole)).body.conditions.people).toEqual({ ...people, groups: { exclude: [] } });
    expect((await org.put(path, { ...whole, conditions })).body.conditions.people).toBeUndefined();
  });

  test('is refused with what it cannot have', async () => {
    const groupId = await group('Crew');
    const everyone = org.store.groups.where('type', 'BUILT_IN')[0]?.id ?? '';
    await create('taken', 'true', [groupId]);
    const cases: [object, number, string][] = [
      [{ ...body('r', 'true', [groupId]), type: 'rule' }, 400, 'Api validation failed: type'],
      [body('', 'true', [groupId]), 400, 'Api validation failed: name'],
      [body('x'.repeat(51), 'true', [groupId]), 400, 'Api validation failed: name'],
      [body('TAKEN', 'true', [groupId]), 400, 'Api validation failed: name'],
      [body('r', ' ', [groupId]), 400, 'Api validation failed: value'],
      [body('r', 'true', []), 400, 'Api validation failed: groupIds'],
      [body('r', 'true', ['00gnobody']), 404, 'Not found: Resource not found: 00gnobody (UserGroup)'],
      [body('r', 'true', [everyone]), 403, 'You do not have permission to perform the requested action'],
      [body('r', 'true', [groupId], ['00unobody']), 400, 'Api validation failed: exclude'],
      [body('r', 'user.shoeSize == 3', [groupId]), 400, 'Api validation failed: validateRule'],
      [
        { ...body('r', '', [groupId]), conditions: { expression: { value: 'true' } } },
        400,
        'Api validation failed: type',
      ],
    ];
    for (const [given, status, summary] of cases) {
      await refused(() => org.post('/api/v1/groups/rules', given), status, summary);
    }
  });

  test('is refused with all that is missing at once', async () => {
    const body = { name: 'x'.repeat(51) };
    const answer = await refused(() => org.post('/api/v1/groups/rules', body), 400, 'Api validation failed: type');
    expect(causesOf(answer)).toEqual([
      'type: The field cannot be left blank',
      'name: The field is too long',
      'conditions.expression.value: The field cannot be left blank',
      'conditions.expression.type: The field cannot be left blank',
      'actions.assignUserToGroups.groupIds: The field cannot be left blank',
    ]);
  });

  test('takes its groups in any order', async () => {
    const [one, two] = [await group('One'), await group('Two')];
    const rule = (await create('r', 'true', [one, two])).body;
    const changed = await org.put(`/api/v1/groups/rules/${rule.id}`, body('r', 'false', [two, one]));
    expect([changed.status, changed.body.actions]).toEqual([200, rule.actions]);
  });

  test('whose user was deleted must be sent without it', async () => {
    const groupId = await group('Crew');
    const { id } = await createPerson(org, 1);
    const rule = (await create('r', 'true', [groupId], [id])).body;
    for (let n = 0; n < 2; n++) await org.delete(`/api/v1/users/${id}`);
    const path = `/api/v1/groups/rules/${rule.id}`;
    expect((await org.get(path)).body.conditions.people.users.exclude).toEqual([id]);
    await refused(() => org.put(path, body('r', 'true', [groupId], [id])), 400, 'E0000001');
    expect((await org.put(path, body('r', 'true', [groupId]))).body.conditions.people.users.exclude).toEqual([]);
  });

  test('is listed by pages, by a word of its name', async () => {
    const groupId = await group('Crew');
    for (const name of ['Beta', 'alphabet', 'Alpha']) await create(name, 'true', [groupId]);
    const list = async (query: string) => {
      const { body: rules, headers } = await org.get(`/api/v1/groups/rules${query}`);
      return { names: rules.map((rule: { name: string }) => rule.name), link: headers.link ?? '' };
    };
    const first = await list('?limit=2');
    expect(first.names).toEqual(['Alpha', 'alphabet']);
    const next = /\/api\/v1\/groups\/rules([^>]+)>; rel="next"/.exec(first.link)?.[1] ?? '';
    expect((await list(next)).names).toEqual(['Beta']);
    expect((await list('?search=ALPHA')).names).toEqual(['Alpha', 'alphabet']);
    expect((await list('')).link).toBe(`<${org.url}/api/v1/groups/rules?limit=50>; rel="self"`);
    expect((await list('?limit=1000')).link).toContain('limit=300');
  });

  test('changes while it is inactive only, and never its groups', async () => {
    const { ruleId, groupId } = await nicknameRule('Ace');
    const other = await group('Other');
    const path = `/api/v1/groups/rules/${ruleId}`;
    await refused(() => org.put(path, body('Ace', 'true', [groupId])), 400, 'E0000001');
    expect((await org.delete(path)).status).toBe(400);
    await turn(ruleId, 'deactivate');
    expect((await org.put(path, body('Ace', 'true', [other]))).status).toBe(400);
    expect((await org.put(path, body('Ace 2', 'false', [groupId]))).body.name).toBe('Ace 2');
    const gone = await org.delete(path);
    expect([gone.status, gone.body]).toEqual([202, {}]);
    expect((await org.get(path)).body.errorSummary).toContain('(GroupRule)');
  });
});

describe('an active rule', () => {
  test('adds who matches now, later, and takes out who no longer does', async () => {
    const { id } = await createPerson(org, 1);
    await nick(id, 'Ace');
    const count = org.store.logs.count();
    const { ruleId, groupId } = await nicknameRule('Ace');
    expect(await members(groupId)).toEqual(['robin.1@example.com']);
    const trigger = org.store.logs.all().find(({ type }) => type === 'group.user_membership.rule.trigger');
    expect(trigger?.targets.map(({ id, type }) => [type, id])).toEqual([
      ['UserGroup', groupId],
      ['Rule', ruleId],
    ]);
    expect(eventsSince(org, count).slice(2)).toEqual([
      'policy.rule.activate',
      'group.user_membership.rule.trigger',
      'group.user_membership.add',
    ]);
    await org.post('/api/v1/users', { profile: { ...profile(2), nickName: 'Ace' } });
    expect(await members(groupId)).toHaveLength(2);
    await nick(id, null);
    expect(await members(groupId)).toEqual(['robin.2@example.com']);
  });

  test('leaves who was added by hand', async () => {
    const { groupId } = await nicknameRule('Ace');
    const { id } = await createPerson(org, 1);
    await org.put(`/api/v1/groups/${groupId}/users/${id}`);
    await nick(id, 'Ace');
    await nick(id, null);
    expect(await members(groupId)).toHaveLength(1);
  });

  test('does not put back who was taken out by hand', async () => {
    const { ruleId, groupId } = await nicknameRule('Ace');
    const { id } = await createPerson(org, 1);
    await nick(id, 'Ace');
    await org.delete(`/api/v1/groups/${groupId}/users/${id}`);
    await nick(id, 'x');
    await nick(id, 'Ace');
    expect(await members(groupId)).toEqual([]);
    const { conditions } = (await org.get(`/api/v1/groups/rules/${ruleId}`)).body;
    expect(conditions.people.users.exclude).toEqual([id]);
  });

  test('that goes with its users takes them out of what was built on its groups', async () => {
    const { ruleId, groupId } = await nicknameRule('Ace');
    const target = await group('All aces');
    const { id: chained } = (await create('second', `isMemberOfGroup("${groupId}")`, [target])).body;
    await turn(chained, 'activate');
    const { id } = await createPerson(org, 1);
    await nick(id, 'Ace');
    expect(await members(target)).toHaveLength(1);
    await turn(ruleId, 'deactivate');
    await org.delete(`/api/v1/groups/rules/${ruleId}?removeUsers=true`);
    expect([await members(groupId), await members(target)]).toEqual([[], []]);
  });

  test('that is switched off or deleted leaves its members, unless removeUsers says so', async () => {
    const { ruleId, groupId } = await nicknameRule('Ace');
    const { id } = await createPerson(org, 1);
    await nick(id, 'Ace');
    await turn(ruleId, 'deactivate');
    await nick(id, null);
    expect(await members(groupId)).toHaveLength(1);
    await turn(ruleId, 'activate');
    expect(await members(groupId)).toEqual([]);
    await nick(id, 'Ace');
    await turn(ruleId, 'deactivate');
    await org.delete(`/api/v1/groups/rules/${ruleId}?removeUsers=true`);
    expect(await members(groupId)).toEqual([]);
  });

  test('whose group is deleted becomes invalid: it can be read and deleted only', async () => {
    const { ruleId, groupId } = await nicknameRule('Ace');
    const count = org.store.logs.count();
    await org.delete(`/api/v1/groups/${groupId}`);
    expect(eventsSince(org, count)).toEqual(['group.lifecycle.delete', 'group.user_membership.rule.invalidate']);
    const rule = (await org.get(`/api/v1/groups/rules/${ruleId}?expand=groupIdToGroupNameMap`)).body;
    expect([rule.status, rule.allGroupsValid]).toEqual(['INVALID', false]);
    expect(rule._embedded.groupIdToGroupNameMap).toEqual({});
    for (const what of ['activate', 'deactivate'] as const) {
      const { status, body } = await turn(ruleId, what);
      const errorSummary = 'Cannot activate or deactivate a Group Rule with the status INVALID';
      expect([status, body.errorCode, body.errorCauses]).toEqual([400, 'E0000001', [{ errorSummary }]]);
    }
    expect((await org.delete(`/api/v1/groups/rules/${ruleId}`)).status).toBe(202);
  });

  test('can build on the groups of another, on names as well', async () => {
    const first = await nicknameRule('Ace');
    const target = await group('All aces');
    const rule = (await create('second', `isMemberOfGroupName("Aces")`, [target])).body;
    await turn(rule.id, 'activate');
    const { id } = await createPerson(org, 1);
    await nick(id, 'Ace');
    expect(await members(target)).toHaveLength(1);
    await org.put(`/api/v1/groups/${first.groupId}`, { profile: { name: 'Renamed' } });
    expect(await members(target)).toEqual([]);
  });
});

describe('walks', () => {
  const nicknames = ['Ace', 'Bee', 'Cap'];
  const step = fc.oneof(
    fc.record({ kind: fc.constant('nick' as const), user: fc.nat(3), name: fc.constantFrom(...nicknames, null) }),
    fc.record({ kind: fc.constantFrom('activate' as const, 'deactivate' as const), rule: fc.nat(2) }),
    fc.record({ kind: fc.constantFrom('add' as const, 'take' as const), user: fc.nat(3), rule: fc.nat(2) }),
    fc.record({ kind: fc.constantFrom('deactivateUser' as const, 'activateUser' as const), user: fc.nat(3) }),
    fc.record({ kind: fc.constant('deleteGroup' as const), rule: fc.nat(2) }),
  );

  test('over users, groups and rules never leave a membership that its rule does not explain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (walk) => {
        await org.reset();
        const rules = [];
        for (const name of nicknames) rules.push(await nicknameRule(name));
        const users: string[] = [];
        for (let n = 0; n < 4; n++) users.push((await createPerson(org, n)).id);
        for (const action of walk) {
          const rule = 'rule' in action ? rules[action.rule] : undefined;
          const user = 'user' in action ? users[action.user] : undefined;
          const member = `/api/v1/groups/${rule?.groupId}/users/${user}`;
          if (action.kind === 'nick') await nick(user ?? '', action.name);
          else if (action.kind === 'add') await org.put(member);
          else if (action.kind === 'take') await org.delete(member);
          else if (action.kind === 'deleteGroup') await org.delete(`/api/v1/groups/${rule?.groupId}`);
          else if (action.kind === 'deactivateUser') await org.post(`/api/v1/users/${user}/lifecycle/deactivate`);
          else if (action.kind === 'activateUser') await org.post(`/api/v1/users/${user}/lifecycle/activate`);
          else await turn(rule?.ruleId ?? '', action.kind);
          expect(inconsistencies(org.store)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('an expression that cannot be', () => {
  test.each([
    ['Convert.toInt(user.nickName) == 1', 'Function Convert.toInt is not supported in group rules.'],
    ['Time.now() == 1', 'Function Time.now is not supported in group rules.'],
    ['user.shoeSize == 1', 'Invalid property shoeSize in expression user.shoeSize'],
    ['appuser.email == "x"', 'Invalid property email in expression'],
    ['String.len("a", "b") == 1', 'Parameter count mismatch in function String.len: 2 given.'],
    ['user.nickName matches "(a)\\\\1"', 'The regular expression uses a back reference.'],
    ['user.nickName matches "(?=a)a"', 'The regular expression looks ahead.'],
    ['user.nickName matches "((a{99}){99}){99}"', 'The regular expression is too large.'],
    [`user.nickName matches "${'x'.repeat(1001)}"`, 'The regular expression is too long.'],
    ['user.nickName matches user.nickName', 'A regular expression must be a literal.'],
    [`${'!true && '.repeat(200)}true`, 'The expression has more than 400 parts.'],
    [`${'('.repeat(2000)}true${')'.repeat(2000)}`, 'The expression is longer than 2048 characters.'],
    [`${'('.repeat(100)}true${')'.repeat(100)}`, 'The expression is nested deeper than 32 levels.'],
  ])('%# is refused when the rule is made', async (value, expected) => {
    const groupId = await group('Crew');
    await refused(() => create('r', value, [groupId]), 400, 'Api validation failed: validateRule', expected);
  });

  test.each(['user.nickName ==', '1 +', 'user.', '"open', 'this', 'user.nickName = "x"', 'a ; b'])(
    '%s is refused',
    async (value) => {
      const groupId = await group('Crew');
      expect((await create('r', value, [groupId])).body.errorSummary).toBe('Api validation failed: validateRule');
    },
  );
});

test('two rules of one name are refused in the words of policies', async () => {
  const groupId = await group('Crew');
  await create('taken', 'true', [groupId]);
  const { body: other } = await create('other', 'true', [groupId]);
  for (const again of [
    () => org.post('/api/v1/groups/rules', body('TAKEN', 'true', [groupId])),
    () => org.put(`/api/v1/groups/rules/${other.id}`, { ...other, name: 'taken' }),
  ]) {
    await refused(again, 400, 'E0000001', 'name: Policy rule name already in use');
  }
});
