import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const ROLE = '/api/v1/roles/SUPER_ADMIN/subscriptions';
const MINE = '/api/v1/users/me/subscriptions';
const statusOf = async (path: string): Promise<string> => (await org.get(path)).body.status;

describe('what a role is told', () => {
  test('is listed with a link to turn each round', async () => {
    const { body, headers } = await org.get(ROLE);
    expect([body.length, headers.link]).toEqual([12, undefined]);
    expect(body[0]).toEqual({
      notificationType: 'IWA_AGENT',
      channels: ['email'],
      status: 'subscribed',
      _links: {
        unsubscribe: { href: `${org.url}${ROLE}/IWA_AGENT/unsubscribe`, hints: { allow: ['POST'] } },
        self: { href: `${org.url}${ROLE}/IWA_AGENT` },
      },
    });
    expect(body[2]).toMatchObject({ notificationType: 'USER_LOCKED_OUT', status: 'unsubscribed' });
    expect(Object.keys(body[2]._links)).toEqual(['subscribe', 'self']);
  });

  test('is turned on and off', async () => {
    const on = await org.post(`${ROLE}/APP_IMPORT/subscribe`);
    expect([on.status, on.body]).toEqual([200, undefined]);
    expect(await statusOf(`${ROLE}/APP_IMPORT`)).toBe('subscribed');
    expect(await statusOf('/api/v1/roles/APP_ADMIN/subscriptions/APP_IMPORT')).toBe('unsubscribed');
    expect((await org.post(`${ROLE}/APP_IMPORT/unsubscribe`)).status).toBe(200);
    expect(await statusOf(`${ROLE}/APP_IMPORT`)).toBe('unsubscribed');
  });

  test('is of a custom role by its id, and goes with it', async () => {
    const times = { created: '2026-01-15T09:30:00.000Z', lastUpdated: '2026-01-15T09:30:00.000Z' };
    const { id } = org.sandbox.org.store.transaction(() =>
      org.store.customRoles.insert({ label: 'Badges', description: '', permissions: [], ...times }),
    );
    const path = `/api/v1/roles/${id}/subscriptions/AD_AGENT`;
    expect(await statusOf(path)).toBe('unsubscribed');
    await org.post(`${path}/subscribe`);
    expect(await statusOf(path)).toBe('subscribed');
  });

  test('is refused for what is no role and no notification', async () => {
    const other = '/api/v1/roles/KING/subscriptions';
    await refused(() => org.get(other), 404, 'E0000007');
    await refused(() => org.get(`${other}/AD_AGENT`), 404, 'E0000007');
    for (const turn of ['subscribe', 'unsubscribe']) {
      await refused(() => org.post(`${other}/AD_AGENT/${turn}`), 404, 'E0000007');
      await refused(() => org.post(`${ROLE}/NEWS/${turn}`), 404, 'E0000007');
    }
    await refused(() => org.get(`${ROLE}/NEWS`), 404, 'E0000007');
  });
});

describe('what a user is told', () => {
  test("is what the user's roles are told, until the user says otherwise", async () => {
    const { body } = await org.get(MINE);
    const me = org.store.tokens.all()[0]?.userId;
    expect(body.length).toBe(12);
    expect(body[0]._links.self.href).toBe(`${org.url}/api/v1/users/${me}/subscriptions/IWA_AGENT`);
    expect(await statusOf(`${MINE}/AD_AGENT`)).toBe('subscribed');
    const off = await org.post(`${MINE}/AD_AGENT/unsubscribe`);
    expect([off.status, off.body]).toEqual([200, undefined]);
    expect(await statusOf(`${MINE}/AD_AGENT`)).toBe('unsubscribed');
    expect(await statusOf(`${ROLE}/AD_AGENT`)).toBe('subscribed');
    await org.post(`${MINE}/APP_IMPORT/subscribe`);
    expect(await statusOf(`${MINE}/APP_IMPORT`)).toBe('subscribed');
  });

  test('is what a role says once that changes', async () => {
    await org.post(`${MINE}/AD_AGENT/unsubscribe`);
    await org.post('/api/v1/roles/APP_ADMIN/subscriptions/AD_AGENT/subscribe');
    expect(await statusOf(`${MINE}/AD_AGENT`)).toBe('unsubscribed');
    await org.post(`${ROLE}/AD_AGENT/subscribe`);
    expect(await statusOf(`${MINE}/AD_AGENT`)).toBe('subscribed');
  });

  test('is nothing to others', async () => {
    const profile = { login: 'a@b.example', email: 'a@b.example', firstName: 'A', lastName: 'B' };
    const { id } = (await org.post('/api/v1/users?activate=false', { profile })).body;
    const path = `/api/v1/users/${id}/subscriptions`;
    await refused(() => org.get(path), 403, 'E0000006');
    await refused(() => org.get(`${path}/AD_AGENT`), 403, 'E0000006');
    await refused(() => org.post(`${path}/AD_AGENT/subscribe`), 403, 'E0000006');
    await refused(() => org.post(`${path}/AD_AGENT/unsubscribe`), 403, 'E0000006');
    await refused(() => org.get('/api/v1/users/nobody/subscriptions'), 404, 'E0000007');
    await refused(() => org.post(`${MINE}/NEWS/subscribe`), 404, 'E0000007');
  });
});
