import { describe, expect, test } from '@jest/globals';
import { type Held, held } from '../support/oauth.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const at = ({ userId, clientId }: Held, what: 'tokens' | 'grants'): string =>
  `/api/v1/users/${userId}/clients/${clientId}/${what}`;
const grantsOf = ({ userId }: Held): string => `/api/v1/users/${userId}/grants`;
const ids = async (path: string): Promise<string[]> => (await org.get(path)).body.map(({ id }: { id: string }) => id);
const unknownClient = 'Not found: Resource not found: nobody (PublicClientApp)';
const unknownUser = 'Not found: Resource not found: nobody (User)';

describe('the clients of a user', () => {
  test('are those that hold tokens of the user or have a consent', async () => {
    const shop = await held(org);
    expect((await org.get(`/api/v1/users/${shop.userId}/clients`)).body).toEqual([]);
    const link = (what: 'tokens' | 'grants') => ({
      href: `${org.url}${at(shop, what)}`,
      hints: { allow: ['GET', 'DELETE'] },
    });
    for (const hold of [() => shop.grant('email'), () => shop.token()]) {
      hold();
      expect((await org.get('/api/v1/users/kim@shop.example/clients')).body).toEqual([
        {
          client_id: shop.clientId,
          client_name: 'Shop',
          client_uri: 'https://shop.example',
          logo_uri: null,
          _links: { grants: link('grants'), tokens: link('tokens') },
        },
      ]);
    }
    await refused(() => org.get('/api/v1/users/nobody/clients'), 404, unknownUser);
  });
});

describe('the refresh tokens of a user for a client', () => {
  test('are listed, read, and revoked one by one or at once', async () => {
    const shop = await held(org);
    const [one, two, three] = [shop.token(), shop.token(), shop.token({ authServerId: null, scopes: ['openid'] })];
    expect(await ids(at(shop, 'tokens'))).toEqual([one, two, three]);
    expect(await ids(`${at(shop, 'tokens')}?limit=2`)).toEqual([one, two]);
    const path = `${at(shop, 'tokens')}/${three}`;
    const { body } = await org.get(`${path}?expand=scope`);
    // The org's own server is no object that a link could lead to, and its scopes are none.
    expect(body).toMatchObject({ issuer: org.url, _embedded: { scopes: [{ id: 'openid', name: 'openid' }] } });
    expect(body._links).not.toHaveProperty('authorizationServer');
    expect(body._links.revoke).toEqual({ href: `${org.url}${path}`, hints: { allow: ['DELETE'] } });
    expect((await org.delete(path)).status).toBe(204);
    const gone = `Not found: Resource not found: ${shop.clientId}.${three} (OAuth2RefreshTokenTx)`;
    await refused(() => org.get(path), 404, gone);
    await refused(() => org.delete(path), 404, gone);
    for (const _ of [1, 2]) expect((await org.delete(at(shop, 'tokens'))).status).toBe(204);
    expect(await ids(at(shop, 'tokens'))).toEqual([]);
  });

  test('of one user are none of another', async () => {
    const [kim, lee] = [await held(org), await held(org, 'lee@shop.example')];
    const token = kim.token();
    await refused(() => org.get(`${at(lee, 'tokens')}/${token}`), 404, 'E0000007');
    await refused(() => org.delete(`${at(lee, 'tokens')}/${token}`), 404, 'E0000007');
    expect((await org.delete(at(lee, 'tokens'))).status).toBe(204);
    expect(await ids(at(kim, 'tokens'))).toEqual([token]);
  });

  test('of nobody, or for nobody, are not found', async () => {
    const { userId, clientId } = await held(org);
    for (const what of ['tokens', 'tokens/oar1', 'grants']) {
      for (const [path, say] of [
        [`/api/v1/users/nobody/clients/${clientId}/${what}`, unknownUser],
        [`/api/v1/users/${userId}/clients/nobody/${what}`, unknownClient],
      ] as const) {
        await refused(() => org.get(path), 404, say);
        await refused(() => org.delete(path), 404, say);
      }
    }
  });
});

describe('the consents of a user', () => {
  test('are shown with what they name', async () => {
    const shop = await held(org);
    const id = shop.grant('email');
    const scope = org.store.oauth2Scopes.by('name', `${shop.serverId} email`);
    const api = `${org.url}/api/v1`;
    const { body } = await org.get(`${grantsOf(shop)}/${id}`);
    expect(body).toEqual({
      id,
      status: 'ACTIVE',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      issuer: `${org.url}/oauth2/default`,
      clientId: shop.clientId,
      userId: shop.userId,
      scopeId: scope?.id,
      source: 'END_USER',
      _links: {
        app: { href: `${api}/apps/${shop.appId}`, title: 'Shop' },
        client: { href: `${org.url}/oauth2/v1/clients/${shop.clientId}`, title: 'Shop' },
        user: { href: `${api}/users/${shop.userId}`, title: 'Kim Low' },
        authorizationServer: { href: `${api}/authorizationServers/default`, title: 'default' },
        scope: { href: `${api}/authorizationServers/default/scopes/${scope?.id}`, title: 'email' },
        self: { href: `${org.url}${grantsOf(shop)}/${id}`, hints: { allow: ['GET', 'DELETE'] } },
      },
    });
    const { displayName, description } = scope ?? {};
    const told = { id: scope?.id, name: 'email', displayName, description };
    expect((await org.get(`${grantsOf(shop)}/${id}?expand=scope`)).body).toEqual({
      ...body,
      _embedded: { scope: told },
    });
  });

  test('are listed for all clients, for one, and for one scope', async () => {
    const [shop, bank] = [await held(org), await held(org, 'lee@shop.example', 'bank-client')];
    const email = shop.grant('email');
    const phone = shop.grant('phone', { clientId: bank.appId });
    expect(await ids(grantsOf(shop))).toEqual([email, phone]);
    expect(await ids(`${grantsOf(shop)}?scopeId=${org.store.oauthGrants.get(phone)?.scopeId}`)).toEqual([phone]);
    expect(await ids(`${grantsOf(shop)}?limit=1`)).toEqual([email]);
    expect(await ids(at(shop, 'grants'))).toEqual([email]);
    expect(await ids(at({ ...shop, clientId: 'bank-client' }, 'grants'))).toEqual([phone]);
    await refused(() => org.get(`${grantsOf(shop)}?after=x`), 400, 'E0000029');
    await refused(() => org.get('/api/v1/users/nobody/grants'), 404, unknownUser);
  });

  test('are revoked one by one, for a client, or all', async () => {
    const [shop, bank] = [await held(org), await held(org, 'lee@shop.example', 'bank-client')];
    const [email, phone, other] = [
      shop.grant('email'),
      shop.grant('phone'),
      shop.grant('email', { clientId: bank.appId }),
    ];
    expect((await org.delete(`${grantsOf(shop)}/${email}`)).status).toBe(204);
    const gone = `Not found: Resource not found: ${email} (OAuth2ScopeConsentGrant)`;
    await refused(() => org.get(`${grantsOf(shop)}/${email}`), 404, gone);
    await refused(() => org.delete(`${grantsOf(shop)}/${email}`), 404, gone);
    await refused(() => org.delete(`${grantsOf(bank)}/${phone}`), 404, 'E0000007');
    for (const _ of [1, 2]) expect((await org.delete(at(shop, 'grants'))).status).toBe(204);
    expect(await ids(grantsOf(shop))).toEqual([other]);
    for (const _ of [1, 2]) expect((await org.delete(grantsOf(shop))).status).toBe(204);
    expect(org.store.oauthGrants.count()).toBe(0);
    await refused(() => org.delete('/api/v1/users/nobody/grants'), 404, unknownUser);
  });
});

describe('what clients hold of a user', () => {
  test('ends with the user, and the tokens alone with the sessions', async () => {
    const [kim, lee] = [await held(org), await held(org, 'lee@shop.example')];
    for (const { token, grant } of [kim, lee]) [token(), grant('email')];
    await org.delete(`/api/v1/users/${kim.userId}/sessions`);
    expect(await ids(at(kim, 'tokens'))).toHaveLength(1);
    await org.delete(`/api/v1/users/${kim.userId}/sessions?oauthTokens=true`);
    expect([await ids(at(kim, 'tokens')), (await ids(grantsOf(kim))).length]).toEqual([[], 1]);
    await org.post(`/api/v1/users/${lee.userId}/lifecycle/deactivate`);
    expect([await ids(at(lee, 'tokens')), await ids(grantsOf(lee))]).toEqual([[], []]);
    for (const _ of [1, 2]) await org.delete(`/api/v1/users/${kim.userId}`);
    expect([org.store.oauthTokens.count(), org.store.oauthGrants.count()]).toEqual([0, 0]);
  });
});
