import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import { bookmark, idOf, made, oidcApp } from './made.js';

const org = suiteOrg();
const refused = refusedBy(org);
const read = () => ({ issuer: org.url, scopeId: 'okta.users.read' });

describe('consent to scopes of the API', () => {
  test('is given, shown and taken back', async () => {
    const app = await made(org, oidcApp());
    const { status, body } = await org.post(`${app}/grants`, read());
    const { _embedded, ...grant } = body;
    expect([status, _embedded]).toEqual([200, { scope: { id: 'okta.users.read' } }]);
    expect(grant).toMatchObject({
      id: expect.stringMatching(/^oag\w{17}$/),
      status: 'ACTIVE',
      createdBy: { id: org.store.tokens.all()[0]?.userId, type: 'User' },
      issuer: org.url,
      clientId: idOf(app),
      scopeId: 'okta.users.read',
      source: 'ADMIN',
    });
    expect(grant._links.app).toEqual({ href: `${org.url}${app}`, title: 'Web' });
    expect((await org.get(`${app}/grants`)).body).toEqual([grant]);
    expect((await org.get(`${app}/grants?expand=scope`)).body).toEqual([body]);
    expect((await org.get(`${app}/grants/${grant.id}`)).body).toEqual(grant);
    expect((await org.delete(`${app}/grants/${grant.id}`)).status).toBe(204);
    expect((await org.get(`${app}/grants`)).body).toEqual([]);
    await refused(() => org.delete(`${app}/grants/${grant.id}`), 404, 'E0000007');
    await refused(() => org.get(`${app}/grants/${grant.id}`), 404, 'E0000007');
  });

  test('is for scopes that there are, once each, of a client of the org', async () => {
    const app = await made(org, oidcApp());
    const send =
      (body: object, to = app) =>
      () =>
        org.post(`${to}/grants`, body);
    await send(read())();
    await refused(send(read()), 400, 'Api validation failed: scopeId');
    await refused(send({ ...read(), scopeId: 'openid' }), 400, 'Api validation failed: scopeId');
    await refused(send({ ...read(), issuer: `${org.url}/oauth2/default` }), 400, 'Api validation failed: issuer');
    await refused(send({}), 400, 'Api validation failed: issuer');
    await refused(send(read(), await made(org, bookmark)), 400, 'Api validation failed: clientId');
    await refused(send(read(), '/api/v1/apps/0oa1'), 404, 'E0000007');
    await refused(() => org.get('/api/v1/apps/0oa1/grants'), 404, 'E0000007');
  });
});

describe('refresh tokens of a client', () => {
  const time = '2026-01-15T09:30:00.000Z';
  const issue = (app: string, userId: string, scopes = ['openid']): string =>
    org.sandbox.org.store.transaction(() => {
      const dates = { created: time, lastUpdated: time, expires: '2026-01-22T09:30:00.000Z' };
      const token = { status: 'ACTIVE' as const, userId, clientId: idOf(app), authServerId: null, scopes };
      return org.store.oauthTokens.insert({ ...token, ...dates }).id;
    });

  test('are listed, shown and revoked', async () => {
    const app = await made(org, oidcApp());
    const user = (await createPerson(org, 1)).id;
    const ids = [issue(app, user), issue(app, user, ['openid', 'email'])];
    const { body, headers } = await org.get(`${app}/tokens`);
    expect(body.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(headers.link).toBe(`<${org.url}${app}/tokens?limit=20>; rel="self"`);
    const one = (await org.get(`${app}/tokens/${ids[1]}?expand=scope`)).body;
    expect(one).toMatchObject({
      status: 'ACTIVE',
      expiresAt: '2026-01-22T09:30:00.000Z',
      issuer: org.url,
      clientId: idOf(app),
      userId: user,
      scopes: ['openid', 'email'],
      _embedded: { scopes: [{ id: 'openid' }, { id: 'email' }] },
    });
    expect((await org.delete(`${app}/tokens/${ids[0]}`)).status).toBe(204);
    expect((await org.delete(`${app}/tokens`)).status).toBe(204);
    expect((await org.get(`${app}/tokens`)).body).toEqual([]);
  });

  test('of another app are none of this one', async () => {
    const [app, other] = [await made(org, oidcApp()), await made(org, oidcApp())];
    const id = issue(other, (await createPerson(org, 1)).id);
    const say = `Not found: Resource not found: ${idOf(app)}.${id} (OAuth2RefreshTokenTx)`;
    await refused(() => org.get(`${app}/tokens/${id}`), 404, say);
    await refused(() => org.delete(`${app}/tokens/${id}`), 404, say);
    await refused(() => org.get('/api/v1/apps/0oa1/tokens'), 404, 'E0000007');
    await refused(() => org.delete('/api/v1/apps/0oa1/tokens'), 404, 'E0000007');
  });
});
