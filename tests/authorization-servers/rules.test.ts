import { describe, expect, test } from '@jest/globals';
import { inlineHook, made } from '../support/hooks.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const SERVER = '/api/v1/authorizationServers/default';
const rulesPath = async (): Promise<string> =>
  `${SERVER}/policies/${(await org.get(`${SERVER}/policies`)).body[0].id}/rules`;
const everyone = (): string => org.store.groups.by('name', 'Everyone')?.id ?? '';

/** Sent as Terraform's provider does. */
const ruleFor = (name: string, priority?: number): Record<string, unknown> => ({
  type: 'RESOURCE_ACCESS',
  name,
  ...(priority === undefined ? {} : { priority }),
  status: 'ACTIVE',
  conditions: {
    people: { groups: { include: [everyone()] }, users: {} },
    grantTypes: { include: ['password', 'implicit'] },
    scopes: {},
  },
  actions: {
    token: { accessTokenLifetimeMinutes: 60, refreshTokenLifetimeMinutes: 0, refreshTokenWindowMinutes: 10_080 },
  },
});

const withPeople = (people: object, ...include: string[]) => ({
  conditions: { people, grantTypes: { include }, scopes: { include: ['*'] } },
});
const withToken = (token: object) => ({ actions: { token } });

describe('a rule of a policy of a server', () => {
  test('is made active, its grants in order', async () => {
    const path = await rulesPath();
    const { status, body } = await org.post(path, { ...ruleFor('one', 1), status: 'INACTIVE', system: true });
    expect(status).toBe(201);
    const href = `${org.url}${path}/${body.id}`;
    expect(body).toEqual({
      ...ruleFor('one', 1),
      id: expect.stringMatching(/^0pr\w{17}$/),
      system: false,
      created: expect.any(String),
      lastUpdated: expect.any(String),
      conditions: {
        people: { users: { exclude: [] }, groups: { include: [everyone()] } },
        grantTypes: { include: ['implicit', 'password'] },
        scopes: { include: [] },
      },
      _links: {
        self: { href, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        deactivate: { href: `${href}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(`${path}/${body.id}`)).body).toEqual(body);
  });

  test('for clients alone needs no people, and has the usual lifetimes', async () => {
    const rule = { ...ruleFor('service'), ...withPeople({}, 'client_credentials'), actions: undefined };
    const { body } = await org.post(await rulesPath(), rule);
    expect(body.conditions.people).toEqual({ users: { exclude: [] } });
    expect(body.actions.token).toEqual({
      accessTokenLifetimeMinutes: 60,
      refreshTokenLifetimeMinutes: 0,
      refreshTokenWindowMinutes: 10_080,
    });
  });

  test('keeps its place in the order of its policy', async () => {
    const path = await rulesPath();
    const order = async (): Promise<string[]> =>
      (await org.get(path)).body.map((rule: { name: string; priority: number }) => `${rule.priority} ${rule.name}`);
    const { id } = (await org.post(path, ruleFor('first', 1))).body;
    await org.post(path, ruleFor('last'));
    expect(await order()).toEqual(['1 first', '2 Default Policy Rule', '3 last']);
    expect((await org.put(`${path}/${id}`, ruleFor('first', 9))).body.priority).toBe(3);
    expect(await order()).toEqual(['1 Default Policy Rule', '2 last', '3 first']);
    const [shipped] = (await org.get(path)).body;
    expect((await org.delete(`${path}/${shipped.id}`)).status).toBe(204);
    expect(await order()).toEqual(['1 last', '2 first']);
  });

  const noPeople =
    "conditions.people: At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' " +
    "must contain a valid user or group when ''conditions.grantTypes'' contains one or more of " +
    '[authorization_code, implicit, password].';

  const bad: readonly (readonly [what: string, members: object, ...causes: string[]])[] = [
    ['no name', { name: '' }, 'name: The field cannot be left blank'],
    ['a long name', { name: 'n'.repeat(51) }, 'name: The field is too long'],
    ['a name that is taken', { name: 'Default Policy Rule' }, 'name: Policy rule name already in use'],
    ['no type', { type: null }, 'type: The field cannot be left blank'],
    ['nobody', withPeople({}, 'password'), noPeople],
    ['nobody who is there', withPeople({ groups: { include: ['00g1'] } }, 'implicit'), noPeople],
    ['an unknown grant and nobody', withPeople({}, 'client-credentials'), noPeople],
    [
      'an unknown grant',
      withPeople({ groups: { include: ['EVERYONE'] } }, 'client-credentials'),
      "conditions.grantTypes.include: 'client-credentials' is not a grant type.",
    ],
    ['no grant', withPeople({}), 'conditions.grantTypes.include: The field cannot be left blank'],
    [
      'somebody who is not there',
      withPeople({ groups: { include: ['EVERYONE', '00g1'] } }, 'implicit'),
      "conditions.people.groups.include: '00g1' does not exist.",
    ],
    [
      'an unknown scope',
      { conditions: { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['nope'] } } },
      "conditions.scopes.include: The scope 'nope' does not exist.",
    ],
    [
      'scopes in the wrong place',
      { actions: { scopes: { include: ['openid'] } } },
      "actions.scopes: Cannot add scopes to 'action.scopes', add to 'conditions.scopes.include' instead.",
    ],
    [
      'a hook that is not there',
      withToken({ inlineHook: { id: 'cal1' } }),
      "actions.token.inlineHook: The inline hook 'cal1' does not exist.",
    ],
    [
      'a short access token',
      withToken({ accessTokenLifetimeMinutes: 4 }),
      'actions.token.accessTokenLifetimeMinutes: The value must be from 5 to 1440.',
    ],
    [
      'a refresh token that ends before its access token',
      withToken({ refreshTokenLifetimeMinutes: 59, refreshTokenWindowMinutes: 60 }),
      'actions.token.refreshTokenLifetimeMinutes: The value must be 0, or at least the lifetime of the access token.',
      'actions.token.refreshTokenWindowMinutes: The value must be between the lifetimes of the access token and the refresh token.',
    ],
    [
      'a long window',
      withToken({ refreshTokenWindowMinutes: 2_628_001 }),
      'actions.token.refreshTokenWindowMinutes: The value must be from 10 to 2628000.',
    ],
  ];

  test.each(bad)('with %s is refused, new or changed', async (_, members, ...causes) => {
    const path = await rulesPath();
    const { id } = (await org.post(path, ruleFor('mine'))).body;
    await refused(() => org.post(path, { ...ruleFor('new'), ...members }), 400, 'E0000001', ...causes);
    await refused(() => org.put(`${path}/${id}`, { ...ruleFor('mine'), ...members }), 400, 'E0000001', ...causes);
  });

  test('is turned off and on again', async () => {
    const path = await rulesPath();
    const { id } = (await org.post(path, ruleFor('mine'))).body;
    for (const [turn, status] of [
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ] as const) {
      for (const _ of [1, 2]) expect((await org.post(`${path}/${id}/lifecycle/${turn}`)).status).toBe(204);
      expect((await org.get(`${path}/${id}`)).body.status).toBe(status);
    }
  });

  test('forgets people and groups that are deleted', async () => {
    const path = await rulesPath();
    const [group] = [(await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id];
    const profile = { login: 'kim@crew.example', email: 'kim@crew.example', firstName: 'K', lastName: 'Low' };
    const user = (await org.post('/api/v1/users', { profile })).body.id;
    const people = { groups: { include: [group, 'EVERYONE'] }, users: { include: [user], exclude: [user] } };
    const { body } = await org.post(path, { ...ruleFor('mine'), ...withPeople(people, 'implicit') });
    expect(body.conditions.people).toEqual(people);
    await org.delete(`/api/v1/groups/${group}`);
    for (const _ of [1, 2]) await org.delete(`/api/v1/users/${user}`);
    expect((await org.get(`${path}/${body.id}`)).body.conditions.people).toEqual({
      groups: { include: ['EVERYONE'] },
      users: { exclude: [] },
    });
  });

  test('asks an inline hook of the org, and none once that is deleted', async () => {
    const path = await rulesPath();
    const hook = await made(org, 'inlineHooks', inlineHook('https://hooks.example.com/ask'));
    const token = { accessTokenLifetimeMinutes: 60, refreshTokenLifetimeMinutes: 0, refreshTokenWindowMinutes: 10_080 };
    const { status, body } = await org.post(path, {
      ...ruleFor('asking'),
      actions: { token: { ...token, inlineHook: { id: hook } } },
    });
    expect([status, body.actions.token]).toEqual([201, { ...token, inlineHook: { id: hook } }]);
    const other = inlineHook('https://hooks.example.com/', { name: 'Other', type: 'com.okta.import.transform' });
    const id = await made(org, 'inlineHooks', other);
    const noTokens = `actions.token.inlineHook: The inline hook '${id}' does not exist.`;
    const withOther = { ...ruleFor('other'), ...withToken({ inlineHook: { id } }) };
    await refused(() => org.post(path, withOther), 400, 'E0000001', noTokens);
    const sentBack = await org.put(`${path}/${body.id}`, body);
    expect([sentBack.status, sentBack.body.actions]).toEqual([200, body.actions]);
    await org.post(`/api/v1/inlineHooks/${hook}/lifecycle/deactivate`);
    expect((await org.delete(`/api/v1/inlineHooks/${hook}`)).status).toBe(204);
    expect((await org.get(`${path}/${body.id}`)).body.actions.token).toEqual(token);
    const cause = `actions.token.inlineHook: The inline hook '${hook}' does not exist.`;
    await refused(() => org.put(`${path}/${body.id}`, body), 400, 'E0000001', cause);
  });

  test('of one policy is none of another, and one that is gone is not found', async () => {
    const path = await rulesPath();
    const say = 'Not found: Resource not found: 0pr1 (PolicyRule)';
    await refused(() => org.get(`${path}/0pr1`), 404, say);
    await refused(() => org.put(`${path}/0pr1`, ruleFor('x')), 404, say);
    await refused(() => org.delete(`${path}/0pr1`), 404, say);
    for (const turn of ['activate', 'deactivate']) {
      await refused(() => org.post(`${path}/0pr1/lifecycle/${turn}`), 404, say);
    }
    const other = { type: 'OAUTH_AUTHORIZATION_POLICY', name: 'o', description: 'o' };
    const conditions = { clients: { include: ['ALL_CLIENTS'] } };
    const { id } = (await org.post(`${SERVER}/policies`, { ...other, conditions })).body;
    const mine = (await org.post(path, ruleFor('mine'))).body.id;
    await refused(() => org.get(`${SERVER}/policies/${id}/rules/${mine}`), 404, 'E0000007');
    await refused(() => org.post(`${SERVER}/policies/00p1/rules`, ruleFor('x')), 404, 'E0000007');
    const wrong = 'The request was not valid: Invalid policy type specified.';
    await refused(() => org.post(path, { ...ruleFor('x'), type: 'SIGN_ON' }), 400, wrong);
  });
});
