import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import { certificate, facebook, make, saml, trust } from './bodies.js';

const org = suiteOrg();
const refused = refusedBy(org);
const externalId = 'robin@faces';

let idp: string;
let user: string;
const path = (userId = user): string => `/api/v1/idps/${idp}/users/${userId}`;

beforeEach(async () => {
  idp = await make(org, facebook);
  user = (await createPerson(org, 1)).id;
});

describe('a user of a provider', () => {
  test('is linked under a name there, and again under another', async () => {
    const { status, body } = await org.post(path(), { externalId });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: user,
      externalId,
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      profile: {},
      _links: {
        idp: { href: `${org.url}/api/v1/idps/${idp}` },
        self: { href: `${org.url}${path()}`, hints: { allow: ['GET', 'DELETE'] } },
        user: { href: `${org.url}/api/v1/users/${user}` },
      },
    });
    expect((await org.get(path())).body).toEqual(body);
    expect((await org.get(`/api/v1/idps/${idp}/users`)).body).toEqual([body]);
    expect((await org.post(path('robin.1@example.com'), { externalId: 'again' })).body.externalId).toBe('again');
    expect(org.store.idpUsers.count()).toBe(1);
    const idps = (await org.get(`/api/v1/users/${user}/idps`)).body;
    expect(idps.map((one: { id: string }) => one.id)).toEqual([idp]);
  });

  test('is let go', async () => {
    await org.post(path(), { externalId });
    expect((await org.delete(path())).status).toBe(204);
    await refused(() => org.delete(path()), 404, `Not found: Resource not found: ${user} (User)`);
    await refused(() => org.get(path()), 404, 'E0000007');
    expect((await org.get(`/api/v1/users/${user}/idps`)).body).toEqual([]);
  });

  test('needs a name there, a provider and a user', async () => {
    await refused(() => org.post(path(), {}), 400, 'E0000001', 'externalId: The field cannot be left blank');
    await refused(() => org.post(path(), { externalId: 'n'.repeat(256) }), 400, 'E0000001');
    await refused(() => org.post(path('00u1'), { externalId }), 404, 'Not found: Resource not found: 00u1 (User)');
    const nowhere = `/api/v1/idps/0oa1/users/${user}`;
    const say = 'Not found: Resource not found: 0oa1 (IdpAppInstance)';
    await refused(() => org.post(nowhere, { externalId }), 404, say);
    await refused(() => org.get('/api/v1/idps/0oa1/users'), 404, say);
    await refused(() => org.get('/api/v1/users/00u1/idps'), 404, 'E0000007');
  });

  test('of a SAML provider is linked only where names last', async () => {
    const body = saml(await trust(org, await certificate()));
    const settings = { honorPersistentNameId: false };
    const id = await make(org, { ...body, protocol: { ...body.protocol, settings } });
    const link = () => org.post(`/api/v1/idps/${id}/users/${user}`, { externalId });
    await refused(link, 400, 'Api validation failed: honorPersistentNameId');
    await org.put(`/api/v1/idps/${id}`, body);
    expect((await link()).status).toBe(200);
  });

  test('has the tokens that the provider gave', async () => {
    await org.post(path(), { externalId });
    const tokens = `${path()}/credentials/tokens`;
    expect((await org.get(tokens)).body).toEqual([]);
    const given = {
      token: 'EAAB-token',
      tokenType: 'urn:ietf:params:oauth:token-type:access_token',
      tokenAuthScheme: 'Bearer',
      expiresAt: '2026-02-01T00:00:00.000Z',
      scopes: ['email'],
    };
    org.sandbox.org.store.transaction(() => {
      const idpUserId = org.store.idpUsers.by('pair', `${idp} ${user}`)?.id ?? '';
      org.store.socialTokens.insert({ idpUserId, ...given });
    });
    expect((await org.get(tokens)).body).toEqual([{ id: expect.any(String), ...given }]);
    await refused(() => org.get(`${path('00u1')}/credentials/tokens`), 404, 'E0000007');
    await org.delete(path());
    expect(org.store.socialTokens.count()).toBe(0);
  });

  test('goes with the user and with the provider, a page at a time', async () => {
    const others = [user, (await createPerson(org, 2)).id, (await createPerson(org, 3)).id];
    for (const one of others) await org.post(path(one), { externalId: one });
    const first = await org.get(`/api/v1/idps/${idp}/users?limit=2`);
    expect([first.body.length, first.headers.link?.includes('rel="next"')]).toEqual([2, true]);
    await org.delete(`/api/v1/users/${user}`);
    await org.delete(`/api/v1/users/${user}`);
    expect(org.store.idpUsers.count('idp', idp)).toBe(2);
    await org.delete(`/api/v1/idps/${idp}`);
    expect(org.store.idpUsers.count()).toBe(0);
  });
});
