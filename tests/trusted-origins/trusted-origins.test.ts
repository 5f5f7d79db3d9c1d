import { describe, expect, test } from '@jest/globals';
import { isOrigin } from '../../objects/trusted-origins/origin.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/trustedOrigins';
const pages = { name: 'Pages', origin: 'https://pages.example', scopes: [{ type: 'CORS' }, { type: 'REDIRECT' }] };
const create = async (changes: object = {}): Promise<string> =>
  (await org.post(PATH, { ...pages, ...changes })).body.id;

describe('a trusted origin', () => {
  test('is made active, and tells who made it', async () => {
    const me = org.store.tokens.all()[0]?.userId;
    const now = '2026-01-15T09:30:00.000Z';
    const { status, body } = await org.post(PATH, { ...pages, status: 'INACTIVE', createdBy: 'x' });
    expect(status).toBe(200);
    const path = `${org.url}${PATH}/${body.id}`;
    expect(body).toEqual({
      id: expect.stringMatching(/^tos\w{17}$/),
      ...pages,
      status: 'ACTIVE',
      ...{ created: now, createdBy: me, lastUpdated: now, lastUpdatedBy: me },
      _links: {
        self: { href: path, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        deactivate: { href: `${path}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(`${PATH}/${body.id}`)).body).toEqual(body);
  });

  test('needs a name, an origin and a scope, the first two its own', async () => {
    await create();
    const send = (changes: object) => () => org.post(PATH, { ...pages, ...changes });
    const bad = 'origin: Origin value is not valid';
    await refused(send({ name: '' }), 400, 'E0000001', 'name: The field cannot be left blank');
    await refused(send({ name: 'B', origin: null }), 400, 'E0000001', 'origin: The field cannot be left blank');
    await refused(send({ name: 'B', origin: 'pages' }), 400, 'Api validation failed: origin', bad);
    await refused(send({ name: 'B', scopes: [{ type: 'Redirect' }] }), 400, 'E0000003');
    await refused(send({ name: 'B', scopes: [null] }), 400, 'E0000003');
    await refused(send({ name: 'B', scopes: [] }), 400, 'E0000001');
    await refused(send({ name: 'n'.repeat(256) }), 400, 'E0000001');
    const taken = (field: string) => `${field}: An object with this field already exists in the current organization`;
    await refused(send({ origin: 'https://b.example' }), 400, 'E0000001', taken('name'));
    await refused(send({ name: 'B', origin: 'https://PAGES.example' }), 400, 'E0000001', taken('origin'));
  });

  test('is replaced by PUT, its status with it', async () => {
    const id = await create();
    const scopes = [{ type: 'IFRAME_EMBED', allowedOktaApps: ['OKTA_ENDUSER'] }];
    const { body } = await org.put(`${PATH}/${id}`, { ...pages, name: 'More', scopes, status: 'INACTIVE' });
    expect(body).toMatchObject({ name: 'More', scopes, status: 'INACTIVE' });
    expect((await org.put(`${PATH}/${id}`, pages)).body.status).toBe('INACTIVE');
    await refused(() => org.put(`${PATH}/${id}`, { ...pages, status: 'ASLEEP' }), 400, 'E0000003');
    await refused(() => org.put(`${PATH}/${id}`, { name: 'x' }), 400, 'E0000001');
    await refused(() => org.put(`${PATH}/tos1`, pages), 404, 'Not found: Resource not found: tos1 (TrustedOrigin)');
  });

  test('is turned off and on, and goes in any state', async () => {
    const id = await create();
    const off = await org.post(`${PATH}/${id}/lifecycle/deactivate`);
    expect([off.status, off.body.status, Object.keys(off.body._links)]).toEqual([
      200,
      'INACTIVE',
      ['self', 'activate'],
    ]);
    expect((await org.post(`${PATH}/${id}/lifecycle/activate`)).body.status).toBe('ACTIVE');
    expect((await org.delete(`${PATH}/${id}`)).status).toBe(204);
    for (const turn of ['activate', 'deactivate']) {
      await refused(() => org.post(`${PATH}/tos1/lifecycle/${turn}`), 404, 'E0000007');
    }
    await refused(() => org.get(`${PATH}/${id}`), 404, 'E0000007');
    await refused(() => org.delete(`${PATH}/${id}`), 404, 'E0000007');
  });

  test('is listed by how it begins, by filter and by page', async () => {
    await create();
    await create({ name: 'Other', origin: 'https://other.example', scopes: [{ type: 'REDIRECT' }] });
    const listed = async (query: string): Promise<string[]> =>
      (await org.get(`${PATH}?${query}`)).body.map(({ name }: { name: string }) => name);
    expect(await listed('q=pag')).toEqual(['Pages']);
    expect(await listed('q=https://o')).toEqual(['Other']);
    expect(await listed('filter=scopes.type eq "CORS"')).toEqual(['Pages']);
    expect(await listed('filter=status eq "ACTIVE" and name sw "O"')).toEqual(['Other']);
    expect((await org.get(`${PATH}?limit=1`)).headers.link).toContain('after=');
    await refused(() => org.get(`${PATH}?filter=created eq "x"`), 400, 'E0000031');
  });
});

test.each([
  ['https://a.example', true],
  ['http://localhost:3000', true],
  ['http://[::1]:80', true],
  ['com.example.app://callback', true],
  ['https://*.a.example', true],
  ['https://a.example/', false],
  ['https://a.example/path', false],
  ['https://a.example:99999', false],
  ['https://a b', false],
  ['https://u@a.example', false],
  ['a.example', false],
  ['https://', false],
])('%s is an origin: %s', (text, is) => {
  expect(isOrigin(text)).toBe(is);
});
