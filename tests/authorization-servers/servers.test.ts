import { describe, expect, test } from '@jest/globals';
import { rsaPool } from '../../store/rsa-pool.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const SERVERS = '/api/v1/authorizationServers';
const orders = { name: 'Orders', description: 'Tokens of the shop', audiences: ['https://shop.example/api'] };
const create = async (server: object = orders): Promise<string> => (await org.post(SERVERS, server)).body.id;

const links = (ref: string, turn: string): object => {
  const href = (path: string, ...allow: string[]) => ({
    href: `${org.url}${SERVERS}/${ref}${path}`,
    hints: { allow },
  });
  const metadata = (name: string): object => ({
    name,
    href: `${org.url}/oauth2/${ref}/.well-known/${name}`,
    hints: { allow: ['GET'] },
  });
  return {
    rotateKey: href('/credentials/lifecycle/keyRotate', 'POST'),
    metadata: [metadata('oauth-authorization-server'), metadata('openid-configuration')],
    resourceServerCredentialsKeys: href('/resourceservercredentials/keys', 'GET'),
    keys: href('/credentials/keys', 'GET'),
    claims: href('/claims', 'GET', 'POST'),
    policies: href('/policies', 'GET', 'POST'),
    self: href('', 'GET', 'DELETE', 'PUT'),
    scopes: href('/scopes', 'GET', 'POST'),
    [turn]: href(`/lifecycle/${turn}`, 'POST'),
  };
};

describe('the default server', () => {
  test('is there, by its name and by its id, and its links say its name', async () => {
    const { body } = await org.get(`${SERVERS}/default`);
    expect(body).toEqual({
      id: expect.stringMatching(/^aus\w{17}$/),
      name: 'default',
      description: 'Default Authorization Server for your Applications',
      audiences: ['api://default'],
      issuer: `${org.url}/oauth2/default`,
      issuerMode: 'ORG_URL',
      status: 'ACTIVE',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      credentials: {
        signing: {
          kid: expect.stringMatching(/^[\w-]{43}$/),
          rotationMode: 'AUTO',
          lastRotated: '2026-01-15T09:30:00.000Z',
          nextRotation: '2026-04-15T09:30:00.000Z',
        },
      },
      default: true,
      _links: links('default', 'deactivate'),
    });
    expect((await org.get(`${SERVERS}/${body.id}`)).body).toEqual(body);
  });

  test('can be changed and deactivated, never deleted', async () => {
    const { id } = (await org.get(`${SERVERS}/default`)).body;
    for (const ref of ['default', id]) await refused(() => org.delete(`${SERVERS}/${ref}`), 403, 'E0000006');
    const changed = { name: 'default', description: 'Ours', audiences: ['api://ours'], status: 'INACTIVE' };
    const { body } = await org.put(`${SERVERS}/default`, changed);
    expect(body).toMatchObject({ ...changed, status: 'ACTIVE', default: true });
    expect((await org.post(`${SERVERS}/default/lifecycle/deactivate`)).status).toBe(204);
    expect((await org.get(`${SERVERS}/default`)).body).toMatchObject({
      status: 'INACTIVE',
      _links: links('default', 'activate'),
    });
  });

  test('ships a policy for all clients, with one rule', async () => {
    const [policy, ...others] = (await org.get(`${SERVERS}/default/policies`)).body;
    expect(others).toEqual([]);
    expect(policy).toMatchObject({ name: 'Default Policy', conditions: { clients: { include: ['ALL_CLIENTS'] } } });
    const { body } = await org.get(`${SERVERS}/default/policies/${policy.id}/rules`);
    expect(body).toEqual([
      expect.objectContaining({
        name: 'Default Policy Rule',
        conditions: {
          people: { users: { exclude: [] }, groups: { include: ['EVERYONE'] } },
          grantTypes: { include: ['authorization_code', 'client_credentials', 'implicit', 'password'] },
          scopes: { include: ['*'] },
        },
      }),
    ]);
    expect(body[0]._links.self.href).toBe(`${org.url}${SERVERS}/default/policies/${policy.id}/rules/${body[0].id}`);
  });
});

describe('a server', () => {
  test('is made active, with an issuer of its own, and no key until somebody asks', async () => {
    const begun = rsaPool.counts().begun;
    const { status, body } = await org.post(SERVERS, { ...orders, status: 'INACTIVE', id: 'x', issuer: 'x' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...orders, status: 'ACTIVE', issuerMode: 'ORG_URL', default: false });
    expect(body.issuer).toBe(`${org.url}/oauth2/${body.id}`);
    expect(body._links).toEqual(links(body.id, 'deactivate'));
    expect((await org.get(`${SERVERS}/${body.id}`)).body).toEqual(body);
    expect(rsaPool.counts().begun).toBe(begun);
    expect((await org.get(`${SERVERS}/${body.id}/policies`)).body).toEqual([]);
  });

  test.each([
    [{ name: ' ' }, 'name: The field cannot be left blank'],
    [{ description: null }, 'description: The field cannot be left blank'],
    [{ audiences: [] }, 'audiences: The field cannot be left blank'],
    [{ audiences: null }, 'audiences: The field cannot be left blank'],
    [{ audiences: [null] }, 'audiences: The field cannot be left blank'],
    [{ audiences: ['a', 'b'] }, 'audiences: A single audience is allowed.'],
    [{ audiences: ['not: a uri'] }, "audiences: The audience 'not: a uri' is not a valid URI."],
    [{ name: 'n'.repeat(256) }, 'name: The field is too long'],
    [{ issuerMode: 'CUSTOM_URL' }, 'issuerMode: CUSTOM_URL takes a custom domain, and the org has none.'],
  ])('with %j is refused, new or changed', async (members, cause) => {
    const id = await create();
    await refused(() => org.post(SERVERS, { ...orders, ...members }), 400, 'E0000001', cause);
    await refused(() => org.put(`${SERVERS}/${id}`, { ...orders, ...members }), 400, 'E0000001', cause);
  });

  test('of an unknown issuer or rotation mode, or unknown itself, is refused', async () => {
    const rotation = (rotationMode: string) => ({ ...orders, credentials: { signing: { rotationMode } } });
    await refused(() => org.post(SERVERS, { ...orders, issuerMode: 'MINE' }), 400, 'E0000003');
    await refused(() => org.post(SERVERS, rotation('DAILY')), 400, 'E0000003');
    const gone = 'Not found: Resource not found: aus1 (AuthorizationServer)';
    await refused(() => org.get(`${SERVERS}/aus1`), 404, gone);
    await refused(() => org.put(`${SERVERS}/aus1`, orders), 404, gone);
    await refused(() => org.delete(`${SERVERS}/aus1`), 404, gone);
    for (const turn of ['activate', 'deactivate']) {
      await refused(() => org.post(`${SERVERS}/aus1/lifecycle/${turn}`), 404, gone);
    }
  });

  test('is replaced as a whole; what it leaves out of its modes stays', async () => {
    const signing = { rotationMode: 'MANUAL' };
    const id = await create({ ...orders, issuerMode: 'DYNAMIC', credentials: { signing } });
    org.clock.advance(60_000);
    const { body } = await org.put(`${SERVERS}/${id}`, { ...orders, name: 'Returns' });
    expect(body).toMatchObject({ name: 'Returns', issuerMode: 'DYNAMIC', lastUpdated: '2026-01-15T09:31:00.000Z' });
    expect(body.credentials.signing).toMatchObject(signing);
    expect(body.credentials.signing).not.toHaveProperty('nextRotation');
  });

  test('is turned off and on again, twice as well as once', async () => {
    const id = await create();
    for (const [turn, status] of [
      ['deactivate', 'INACTIVE'],
      ['activate', 'ACTIVE'],
    ] as const) {
      for (const _ of [1, 2]) expect((await org.post(`${SERVERS}/${id}/lifecycle/${turn}`)).status).toBe(204);
      expect((await org.get(`${SERVERS}/${id}`)).body.status).toBe(status);
    }
  });

  test('takes all its parts along when it is deleted, active or not', async () => {
    const id = await create();
    const { body: policy } = await org.post(`${SERVERS}/${id}/policies`, {
      ...{ type: 'OAUTH_AUTHORIZATION_POLICY', name: 'p', description: 'p', priority: 1 },
      conditions: { clients: { include: ['ALL_CLIENTS'] } },
    });
    expect(policy.status).toBe('ACTIVE');
    await org.get(`${SERVERS}/${id}/credentials/keys`);
    expect((await org.delete(`${SERVERS}/${id}`)).status).toBe(204);
    const { oauth2Scopes, oauth2Claims, serverKeys, serverPolicies, due } = org.store;
    for (const rows of [oauth2Scopes, oauth2Claims, serverKeys, serverPolicies]) {
      expect(rows.all().filter((row) => row.serverId === id)).toEqual([]);
    }
    expect(due.all().filter(({ of }) => of === id)).toEqual([]);
    await refused(() => org.delete(`${SERVERS}/${id}`), 404, 'E0000007');
  });
});

describe('the list of servers', () => {
  test('begins with the default one, and is searched by name and audience', async () => {
    await create();
    await create({ ...orders, name: 'Returns', audiences: ['api://returns'] });
    const names = async (query: string): Promise<string[]> =>
      (await org.get(`${SERVERS}${query}`)).body.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['default', 'Orders', 'Returns']);
    expect(await names('?q=orDERs')).toEqual(['Orders']);
    expect(await names('?q=shop.example')).toEqual(['Orders']);
    expect(await names('?q=nobody')).toEqual([]);
  });

  test('is walked in pages', async () => {
    for (const name of ['a', 'b', 'c']) await create({ ...orders, name });
    const seen: string[] = [];
    for (let path: string | undefined = `${SERVERS}?limit=3`; path; ) {
      const { body, headers } = await org.get(path);
      if (seen.length === 0) expect(headers.link).toContain(`after=${body.at(-1).id}&`);
      seen.push(...body.map(({ name }: { name: string }) => name));
      path = /<[^>]*(\/api[^>]*)>; rel="next"/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(['default', 'a', 'b', 'c']);
    await refused(() => org.get(`${SERVERS}?after=x`), 400, 'E0000029');
  });
});
