import { describe, expect, test } from '@jest/globals';
import { type Held, held } from '../support/oauth.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const SERVER = '/api/v1/authorizationServers/default';
const tokensOf = ({ clientId }: Held): string => `${SERVER}/clients/${clientId}/tokens`;
const unknownClient = 'Not found: Resource not found: nobody (PublicClientApp)';

describe('the clients of a server', () => {
  test('are those that hold tokens of it, each once', async () => {
    expect((await org.get(`${SERVER}/clients`)).body).toEqual([]);
    const shop = await held(org);
    for (const _ of [1, 2]) shop.token();
    const { clientId } = shop;
    expect((await org.get(`${SERVER}/clients`)).body).toEqual([
      {
        client_id: clientId,
        client_name: 'Shop',
        client_uri: 'https://shop.example',
        logo_uri: null,
        _links: { tokens: { href: `${org.url}${tokensOf(shop)}`, hints: { allow: ['GET', 'DELETE'] } } },
      },
    ]);
    org.clock.advance(86_400_000);
    expect((await org.get(`${SERVER}/clients`)).body).toEqual([]);
    await refused(() => org.get('/api/v1/authorizationServers/aus1/clients'), 404, 'E0000007');
  });
});

describe('the refresh tokens of a client', () => {
  test('are shown with what they name', async () => {
    const shop = await held(org);
    const id = shop.token();
    const path = `${tokensOf(shop)}/${id}`;
    const { body } = await org.get(path);
    const api = `${org.url}/api/v1`;
    expect(body).toEqual({
      id,
      status: 'ACTIVE',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      expiresAt: '2026-01-16T09:30:00.000Z',
      issuer: `${org.url}/oauth2/default`,
      clientId: shop.clientId,
      userId: shop.userId,
      scopes: ['openid', 'offline_access'],
      _links: {
        app: { href: `${api}/apps/${shop.appId}`, title: 'Shop' },
        client: { href: `${org.url}/oauth2/v1/clients/${shop.clientId}`, title: 'Shop' },
        user: { href: `${api}/users/${shop.userId}`, title: 'Kim Low' },
        authorizationServer: { href: `${api}/authorizationServers/default`, title: 'default' },
        self: { href: `${org.url}${path}` },
        revoke: { href: `${org.url}${path}`, hints: { allow: ['DELETE'] } },
      },
    });
    expect((await org.get(tokensOf(shop))).body).toEqual([body]);
  });

  test('tell of their scopes where that is asked for', async () => {
    const shop = await held(org);
    const path = `${tokensOf(shop)}/${shop.token({ scopes: ['openid', 'gone'] })}?expand=scope`;
    const { scopes } = (await org.get(path)).body._embedded;
    const openid = org.store.oauth2Scopes.by('name', `${shop.serverId} openid`);
    expect(scopes).toEqual([
      {
        id: openid?.id,
        name: 'openid',
        displayName: openid?.displayName,
        description: openid?.description,
        _links: { scope: { href: `${org.url}${SERVER}/scopes/${openid?.id}`, title: 'openid' } },
      },
    ]);
    const [listed] = (await org.get(`${tokensOf(shop)}?expand=scope`)).body;
    expect(listed._embedded.scopes).toEqual(scopes);
  });

  test('come in pages of twenty', async () => {
    const shop = await held(org);
    const ids = Array.from({ length: 25 }, () => shop.token());
    const seen: string[] = [];
    for (let path: string | undefined = tokensOf(shop); path; ) {
      const { body, headers } = await org.get(path);
      seen.push(...body.map(({ id }: { id: string }) => id));
      path = /<[^>]*(\/api[^>]*)>; rel="next"/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(ids);
    expect((await org.get(tokensOf(shop))).body).toHaveLength(20);
  });

  test('are revoked, one or all, and gone then', async () => {
    const shop = await held(org);
    const [one, two] = [shop.token(), shop.token()];
    expect((await org.delete(`${tokensOf(shop)}/${one}`)).status).toBe(204);
    const gone = `Not found: Resource not found: ${shop.clientId}.${one} (OAuth2RefreshTokenTx)`;
    await refused(() => org.get(`${tokensOf(shop)}/${one}`), 404, gone);
    await refused(() => org.delete(`${tokensOf(shop)}/${one}`), 404, gone);
    for (const _ of [1, 2]) expect((await org.delete(tokensOf(shop))).status).toBe(204);
    expect(org.store.oauthTokens.get(two)).toBeUndefined();
  });

  test('of one server, client or day are none of another', async () => {
    const [shop, other] = [await held(org), await held(org, 'lee@shop.example', 'other-client')];
    const mine = shop.token();
    const orgToken = shop.token({ authServerId: null });
    const ended = shop.token({ expires: '2026-01-15T09:30:00.000Z' });
    for (const path of [`${tokensOf(other)}/${mine}`, `${tokensOf(shop)}/${orgToken}`, `${tokensOf(shop)}/${ended}`]) {
      await refused(() => org.get(path), 404, 'E0000007');
      await refused(() => org.delete(path), 404, 'E0000007');
    }
    expect((await org.get(tokensOf(other))).body).toEqual([]);
    for (const path of [`${SERVER}/clients/nobody/tokens`, `${SERVER}/clients/nobody/tokens/${mine}`]) {
      await refused(() => org.get(path), 404, unknownClient);
      await refused(() => org.delete(path), 404, unknownClient);
    }
  });

  test('and consents go with their server, scope and app', async () => {
    const shop = await held(org);
    const { body } = await org.post('/api/v1/authorizationServers', { name: 's', description: 's', audiences: ['s'] });
    const scope = (await org.get(`/api/v1/authorizationServers/${body.id}/scopes`)).body[0].id;
    shop.token({ authServerId: body.id });
    shop.grant('', { authServerId: body.id, scopeId: scope });
    await org.delete(`/api/v1/authorizationServers/${body.id}`);
    expect([org.store.oauthTokens.count(), org.store.oauthGrants.count()]).toEqual([0, 0]);
    const own = (await org.post(`${SERVER}/scopes`, { name: 'orders' })).body.id;
    shop.grant('orders');
    await org.delete(`${SERVER}/scopes/${own}`);
    expect(org.store.oauthGrants.count()).toBe(0);
    shop.token();
    shop.grant('email');
    await org.post(`/api/v1/apps/${shop.appId}/lifecycle/deactivate`);
    await org.delete(`/api/v1/apps/${shop.appId}`);
    expect([org.store.oauthTokens.count(), org.store.oauthGrants.count()]).toEqual([0, 0]);
  });
});
