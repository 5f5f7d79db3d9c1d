import { describe, expect, test } from '@jest/globals';
import { held } from '../support/oauth.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const SERVERS = '/api/v1/authorizationServers';
let policiesPath = '';

async function server(): Promise<void> {
  const { body } = await org.post(SERVERS, { name: 's', description: 's', audiences: ['s'] });
  policiesPath = `${SERVERS}/${body.id}/policies`;
}

const policy = (name: string, priority?: number | null): object => ({
  type: 'OAUTH_AUTHORIZATION_POLICY',
  name,
  description: name,
  ...(priority === undefined ? {} : { priority }),
  conditions: { clients: { include: ['ALL_CLIENTS'] } },
});
const create = async (name: string, priority?: number): Promise<string> =>
  (await org.post(policiesPath, policy(name, priority))).body.id;
const order = async (): Promise<[string, number][]> =>
  (await org.get(policiesPath)).body.map((one: { name: string; priority: number }) => [one.name, one.priority]);

describe('a policy of a server', () => {
  test('is made active, whatever it says of its status', async () => {
    await server();
    const { status, body } = await org.post(policiesPath, { ...policy('one', 1), status: 'INACTIVE', system: true });
    expect(status).toBe(201);
    const href = `${org.url}${policiesPath}/${body.id}`;
    expect(body).toEqual({
      id: expect.stringMatching(/^00p\w{17}$/),
      ...policy('one', 1),
      status: 'ACTIVE',
      system: false,
      created: expect.any(String),
      lastUpdated: expect.any(String),
      _links: {
        self: { href, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        rules: { href: `${href}/rules`, hints: { allow: ['GET'] } },
        deactivate: { href: `${href}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(`${policiesPath}/${body.id}`)).body).toEqual(body);
  });

  test('makes others move when it comes between them, and close up when it goes', async () => {
    await server();
    const [a, b] = [await create('a'), await create('b')];
    await create('c', 1);
    expect(await order()).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 3],
    ]);
    expect((await org.put(`${policiesPath}/${b}`, policy('b', 1))).body.priority).toBe(1);
    expect(await order()).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 3],
    ]);
    expect((await org.put(`${policiesPath}/${b}`, policy('b', 99))).body.priority).toBe(3);
    expect((await org.put(`${policiesPath}/${b}`, policy('b', null))).body.priority).toBe(3);
    await org.delete(`${policiesPath}/${a}`);
    expect(await order()).toEqual([
      ['c', 1],
      ['b', 2],
    ]);
    const after = await org.post(policiesPath, policy('d', -5));
    expect([after.body.priority, await order()]).toEqual([
      1,
      [
        ['d', 1],
        ['c', 2],
        ['b', 3],
      ],
    ]);
  });

  test.each([
    [{ name: null }, 'name: The field cannot be left blank'],
    [{ name: 'n'.repeat(51) }, 'name: The field is too long'],
    [{ name: 'other' }, 'name: Policy name already in use'],
    [{ description: null }, 'description: The field cannot be left blank'],
    [{ type: null }, 'type: The field cannot be left blank'],
    [{ conditions: null }, 'conditions.clients.include: The field cannot be left blank'],
    [{ conditions: { clients: { include: [] } } }, 'conditions.clients.include: The field cannot be left blank'],
    [
      { conditions: { clients: { include: ['ALL_CLIENTS', '0oa1'] } } },
      'conditions.clients.include: ALL_CLIENTS stands alone.',
    ],
    [{ conditions: { clients: { include: ['nobody'] } } }, "conditions.clients.include: 'nobody' does not exist."],
  ])('with %j is refused, new or changed', async (members, cause) => {
    await server();
    await create('other');
    const id = await create('mine');
    await refused(() => org.post(policiesPath, { ...policy('new'), ...members }), 400, 'E0000001', cause);
    await refused(() => org.put(`${policiesPath}/${id}`, { ...policy('mine'), ...members }), 400, 'E0000001', cause);
  });

  test('is for clients by their ids, and forgets those that are deleted', async () => {
    await server();
    const { appId, clientId } = await held(org);
    const conditions = { clients: { include: [clientId] } };
    const { status, body } = await org.post(policiesPath, { ...policy('shop'), conditions });
    expect([status, body.conditions]).toEqual([201, conditions]);
    await org.post(`/api/v1/apps/${appId}/lifecycle/deactivate`);
    await org.delete(`/api/v1/apps/${appId}`);
    expect((await org.get(`${policiesPath}/${body.id}`)).body.conditions).toEqual({ clients: { include: [] } });
  });

  test('is of one type', async () => {
    await server();
    const say = 'The request was not valid: Invalid policy type specified.';
    await refused(() => org.post(policiesPath, { ...policy('x'), type: 'PASSWORD' }), 400, say);
  });

  test('is turned off and on again, and keeps its place', async () => {
    await server();
    const id = await create('a');
    await create('b');
    for (const [turn, status] of [
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ] as const) {
      for (const _ of [1, 2]) expect((await org.post(`${policiesPath}/${id}/lifecycle/${turn}`)).status).toBe(204);
      const { body } = await org.get(`${policiesPath}/${id}`);
      expect(body).toMatchObject({ status, priority: 1 });
      expect(body._links).toHaveProperty(status === 'ACTIVE' ? 'deactivate' : 'activate');
    }
  });

  test('of one server is none of another, and one that is gone is not found', async () => {
    await server();
    const id = await create('a');
    for (const path of [`${SERVERS}/default/policies/${id}`, `${policiesPath}/00p1`]) {
      const say = `Not found: Resource not found: ${path.split('/').at(-1)} (Policy)`;
      await refused(() => org.get(path), 404, say);
      await refused(() => org.put(path, policy('b')), 404, say);
      await refused(() => org.delete(path), 404, say);
      for (const turn of ['activate', 'deactivate']) {
        await refused(() => org.post(`${path}/lifecycle/${turn}`), 404, say);
      }
      await refused(() => org.get(`${path}/rules`), 404, say);
    }
    await refused(() => org.get(`${SERVERS}/aus1/policies`), 404, 'E0000007');
    await refused(() => org.post(`${SERVERS}/aus1/policies`, policy('b')), 404, 'E0000007');
  });
});
