import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const SCOPES = '/api/v1/authorizationServers/default/scopes';
const names = async (query = ''): Promise<string[]> =>
  (await org.get(`${SCOPES}${query}`)).body.map(({ name }: { name: string }) => name);
const system = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'device_sso'];
const idOf = async (name: string): Promise<string> =>
  (await org.get(SCOPES)).body.find((scope: { name: string }) => scope.name === name).id;

describe('the scopes of a server', () => {
  test('are the system ones at first, and are listed without Link headers', async () => {
    const { body, headers } = await org.get(SCOPES);
    expect(headers.link).toBeUndefined();
    expect(await names()).toEqual(system);
    expect(body[1]).toEqual({
      id: expect.stringMatching(/^scp\w{17}$/),
      name: 'profile',
      displayName: 'View your profile information.',
      description: expect.stringContaining('time zone'),
      system: true,
      metadataPublish: 'ALL_CLIENTS',
      consent: 'IMPLICIT',
      optional: false,
      apiResourceId: null,
      default: false,
      _links: {
        self: { href: `${org.url}${SCOPES}/${body[1].id}`, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
      },
    });
  });

  test('come in pages where somebody asks for a page, the custom ones first', async () => {
    for (const name of ['orders:read', 'orders:write']) await org.post(SCOPES, { name });
    expect(await names()).toEqual(['orders:read', 'orders:write', ...system]);
    const seen: string[] = [];
    for (let path: string | undefined = `${SCOPES}?limit=4`; path; ) {
      const { body, headers } = await org.get(path);
      seen.push(...body.map(({ name }: { name: string }) => name));
      path = /<[^>]*(\/api[^>]*)>; rel="next"/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(await names());
  });

  test('are searched by name and filtered', async () => {
    await org.post(SCOPES, { name: 'orders:read' });
    expect(await names('?q=ORDER')).toEqual(['orders:read']);
    expect(await names(`?filter=${encodeURIComponent('name eq "email"')}`)).toEqual(['email']);
    expect(await names(`?q=orders&filter=${encodeURIComponent('name eq "email"')}`)).toEqual([]);
    await refused(() => org.get(`${SCOPES}?filter=nothing`), 400, 'E0000031');
    await refused(() => org.get(`${SCOPES}?cursor=x`), 400, 'E0000029');
  });
});

describe('a scope', () => {
  test('is made with as little as a name', async () => {
    const { status, body } = await org.post(SCOPES, { name: 'orders:read', system: true });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ name: 'orders:read', description: null, system: false, metadataPublish: 'NO_CLIENTS' },
      ...{ consent: 'IMPLICIT', optional: false, default: false },
    });
    expect(body).not.toHaveProperty('displayName');
    expect((await org.get(`${SCOPES}/${body.id}`)).body).toEqual(body);
  });

  test('is changed, renamed and deleted', async () => {
    const given = { name: 'a', displayName: '', description: 'A', consent: 'REQUIRED', metadataPublish: 'ALL_CLIENTS' };
    const { body } = await org.post(SCOPES, { ...given, optional: true, default: true });
    expect(body).toMatchObject({ ...given, optional: true, default: true });
    const changed = (await org.put(`${SCOPES}/${body.id}`, { ...body, name: 'b', consent: 'FLEXIBLE' })).body;
    expect(changed).toEqual({ ...body, name: 'b', consent: 'FLEXIBLE' });
    const { displayName: _, ...named } = body;
    const bare = (await org.put(`${SCOPES}/${body.id}`, { name: 'b' })).body;
    const left = {
      description: null,
      consent: 'IMPLICIT',
      metadataPublish: 'NO_CLIENTS',
      optional: false,
      default: false,
    };
    expect(bare).toEqual({ ...named, name: 'b', ...left });
    const say = 'optional: Only a scope whose consent is REQUIRED or FLEXIBLE can be optional.';
    const odd = { name: 'b', consent: 'IMPLICIT', optional: true };
    await refused(() => org.put(`${SCOPES}/${body.id}`, odd), 400, 'E0000001', say);
    await refused(() => org.post(SCOPES, { name: 'c', optional: true }), 400, 'E0000001', say);
    await refused(() => org.post(SCOPES, { name: 'c', optional: 'no' }), 400, 'E0000003');
    expect((await org.delete(`${SCOPES}/${body.id}`)).status).toBe(204);
    const gone = `Not found: Resource not found: ${body.id} (OAuth2Scope)`;
    await refused(() => org.get(`${SCOPES}/${body.id}`), 404, gone);
    await refused(() => org.put(`${SCOPES}/${body.id}`, given), 404, gone);
    await refused(() => org.delete(`${SCOPES}/${body.id}`), 404, gone);
  });

  test.each([
    [{ name: null }, 'name: The field cannot be left blank'],
    [{ name: 'a b' }, "name: A scope's name is printable ASCII without blanks, quotes and backslashes."],
    [{ name: 'a"b' }, "name: A scope's name is printable ASCII without blanks, quotes and backslashes."],
    [{ name: 'ä' }, "name: A scope's name is printable ASCII without blanks, quotes and backslashes."],
    [{ name: 'okta.users.read' }, "name: The scope name 'okta.users.read' is reserved."],
    [{ name: 'okta:x' }, "name: The scope name 'okta:x' is reserved."],
    [{ name: 'okta' }, "name: The scope name 'okta' is reserved."],
    [{ name: '*' }, "name: The scope name '*' is reserved."],
    [{ name: 'openid' }, 'name: An object with this field already exists in the current organization'],
    [{ name: 'x'.repeat(256) }, 'name: The field is too long'],
  ])('with %j is refused, new or changed', async (members, cause) => {
    const { id } = (await org.post(SCOPES, { name: 'mine' })).body;
    await refused(() => org.post(SCOPES, members), 400, 'E0000001', cause);
    await refused(() => org.put(`${SCOPES}/${id}`, members), 400, 'E0000001', cause);
  });

  test('has a consent and a publication of a known kind', async () => {
    await refused(() => org.post(SCOPES, { name: 'a', consent: 'MAYBE' }), 400, 'E0000003');
    await refused(() => org.post(SCOPES, { name: 'a', metadataPublish: 'SOME' }), 400, 'E0000003');
  });

  test('of one server is none of another', async () => {
    const server = { name: 's', description: 's', audiences: ['s'] };
    const { id } = (await org.post('/api/v1/authorizationServers', server)).body;
    const other = (await org.get(`/api/v1/authorizationServers/${id}/scopes`)).body[0];
    await refused(() => org.get(`${SCOPES}/${other.id}`), 404, 'E0000007');
    await refused(() => org.delete(`${SCOPES}/${other.id}`), 404, 'E0000007');
    // The same name in two servers is no conflict.
    for (const ref of ['default', id]) {
      expect((await org.post(`/api/v1/authorizationServers/${ref}/scopes`, { name: 'same' })).status).toBe(201);
    }
  });

  test.each(['renamed', 'gone'])(
    'leaves claims and rules that can be sent back as they are when it is %s',
    async (how) => {
      const server = '/api/v1/authorizationServers/default';
      const scope = `${SCOPES}/${(await org.post(SCOPES, { name: 'crew' })).body.id}`;
      const badge = { name: 'badge', claimType: 'IDENTITY', valueType: 'EXPRESSION', value: 'user.badge' };
      const { id: claim } = (await org.post(`${server}/claims`, { ...badge, conditions: { scopes: ['crew'] } })).body;
      const { id: policy } = (await org.get(`${server}/policies`)).body[0];
      const rules = `${server}/policies/${policy}/rules`;
      const conditions = { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['crew'] } };
      const { id: rule } = (await org.post(rules, { name: 'r', type: 'RESOURCE_ACCESS', conditions })).body;
      expect((await (how === 'gone' ? org.delete(scope) : org.put(scope, { name: 'hands' }))).status).toBeLessThan(300);
      for (const path of [`${server}/claims/${claim}`, `${rules}/${rule}`]) {
        const { body } = await org.get(path);
        const { lastUpdated: _, ...same } = body;
        expect((await org.put(path, body)).body).toMatchObject(same);
      }
      const other = { ...badge, conditions: { scopes: ['crew', 'nobody'] } };
      const unknown = (name: string) => `conditions.scopes: The scope '${name}' does not exist.`;
      await refused(() => org.put(`${server}/claims/${claim}`, other), 400, 'E0000001', unknown('nobody'));
      const anew = { ...badge, name: 'anew', conditions: { scopes: ['crew'] } };
      await refused(() => org.post(`${server}/claims`, anew), 400, 'E0000001', unknown('crew'));
    },
  );

  test("of the system's own keeps its name, and stays", async () => {
    const path = `${SCOPES}/${await idOf('openid')}`;
    await refused(() => org.delete(path), 403, 'E0000006');
    await refused(() => org.put(path, { name: 'closedid' }), 403, 'E0000006');
    await refused(() => org.put(path, { name: 'openid', default: true }), 403, 'E0000006');
    const { body } = await org.put(path, { name: 'openid', displayName: 'Sign in', consent: 'REQUIRED' });
    expect(body).toMatchObject({ name: 'openid', displayName: 'Sign in', consent: 'REQUIRED', system: true });
  });
});
