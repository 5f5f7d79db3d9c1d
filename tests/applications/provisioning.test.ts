import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import { bookmark, idOf, made, org2org } from './made.js';

const org = suiteOrg();
const refused = refusedBy(org);
const byToken = { profile: { authScheme: 'TOKEN', token: 'a-secret-token' }, baseUrl: 'https://other.example' };
const connectionOf = async (app: object = org2org): Promise<string> => `${await made(org, app)}/connections/default`;

describe('a provisioning connection', () => {
  test('is set, turned on and off, and never tells its token', async () => {
    const path = await connectionOf();
    expect((await org.get(path)).body.status).toBe('DISABLED');
    const { status, body, text } = await org.post(path, byToken);
    const self = { href: `${org.url}${path}`, hints: { allow: ['POST', 'GET'] } };
    const activate = { href: `${org.url}${path}/lifecycle/activate`, hints: { allow: ['POST'] } };
    expect([status, body]).toEqual([
      200,
      {
        authScheme: 'TOKEN',
        status: 'DISABLED',
        baseUrl: 'https://other.example',
        profile: { authScheme: 'TOKEN' },
        _links: { self, activate },
      },
    ]);
    expect(text).not.toContain('a-secret-token');
    expect((await org.post(`${path}/lifecycle/activate`)).status).toBe(204);
    expect((await org.get(path)).body).toMatchObject({ status: 'ENABLED', _links: { deactivate: {} } });
    expect((await org.post(`${path}/lifecycle/deactivate`)).status).toBe(204);
    expect((await org.get(path)).body.status).toBe('DISABLED');
    expect((await org.post(`${path}?activate=true`, byToken)).body.status).toBe('ENABLED');
  });

  test('of an app that cannot be provisioned is unknown', async () => {
    const path = await connectionOf(bookmark);
    const unknown = { status: 'UNKNOWN', profile: { authScheme: 'UNKNOWN' } };
    expect((await org.get(path)).body).toEqual(unknown);
    expect((await org.post(`${path}/lifecycle/activate`)).status).toBe(204);
    expect((await org.post(`${path}/lifecycle/deactivate`)).status).toBe(204);
    expect((await org.post(path, { profile: { authScheme: 'UNKNOWN' } })).body).toEqual(unknown);
    await refused(() => org.post(path, byToken), 400, 'E0000001', 'Provisioning is not supported.');
  });

  test('needs a known scheme, and what it asks for', async () => {
    const path = await connectionOf();
    const send = (profile: unknown) => () => org.post(path, { profile });
    await refused(send(null), 400, 'E0000001');
    await refused(send({}), 400, 'E0000001');
    await refused(send({ authScheme: 'MAGIC' }), 400, 'E0000003');
    await refused(send({ authScheme: 'TOKEN' }), 400, 'E0000001', 'token: The field cannot be left blank');
    await refused(send({ authScheme: 'OAUTH2' }), 400, 'E0000001', 'clientId: The field cannot be left blank');
    const nowhere = '/api/v1/apps/0oa1/connections/default';
    await refused(() => org.get(nowhere), 404, 'Not found: Resource not found: 0oa1 (AppInstance)');
    await refused(() => org.post(nowhere, byToken), 404, 'E0000007');
    await refused(() => org.post(`${nowhere}/lifecycle/activate`), 404, 'E0000007');
    await refused(() => org.post(`${nowhere}/lifecycle/deactivate`), 404, 'E0000007');
  });
});

describe('features', () => {
  const connected = async (): Promise<string> => {
    const path = await made(org, org2org);
    await org.post(`${path}/connections/default?activate=true`, byToken);
    return `${path}/features`;
  };

  test('say what is passed on, and change a part at a time', async () => {
    const path = await connected();
    const [feature] = (await org.get(path)).body;
    expect(feature).toMatchObject({
      name: 'USER_PROVISIONING',
      status: 'ENABLED',
      capabilities: {
        create: { lifecycleCreate: { status: 'DISABLED' } },
        update: { password: { status: 'DISABLED', seed: 'RANDOM', change: 'KEEP_EXISTING' } },
      },
    });
    const change = { create: { lifecycleCreate: { status: 'ENABLED' } }, update: { password: { seed: 'OKTA' } } };
    const { status, body } = await org.put(`${path}/USER_PROVISIONING`, change);
    expect(status).toBe(200);
    expect(body.capabilities.create).toEqual(change.create);
    expect(body.capabilities.update.password).toEqual({ status: 'DISABLED', seed: 'OKTA', change: 'KEEP_EXISTING' });
    expect((await org.get(`${path}/USER_PROVISIONING`)).body).toEqual(body);
    const app = path.replace('/features', '');
    expect((await org.get(app)).body.features).toEqual(['PUSH_NEW_USERS']);
    await org.post(`${app}/connections/default/lifecycle/deactivate`);
    expect((await org.get(app)).body.features).toEqual([]);
  });

  test('are there while the app is connected, under their name', async () => {
    const [path, mark] = [await connected(), `${await made(org, bookmark)}/features`];
    await refused(() => org.get(mark), 400, 'Api validation failed: feature', 'Provisioning is not supported.');
    await refused(() => org.put(`${mark}/USER_PROVISIONING`, {}), 400, 'E0000001', 'Provisioning is not supported.');
    await refused(() => org.get(`${mark}/USER_PROVISIONING`), 400, 'E0000001');
    const off = `${await made(org, org2org)}/features`;
    await refused(
      () => org.get(off),
      400,
      'Api validation failed: feature',
      'Provisioning is not enabled for the app instance.',
    );
    const say = 'Not found: Resource not found: OTHER (PublicAppFeatureSetName)';
    await refused(() => org.get(`${path}/OTHER`), 404, say);
    await refused(() => org.put(`${path}/OTHER`, {}), 404, say);
    const on = (status: string) => ({ create: { lifecycleCreate: { status } } });
    await refused(() => org.put(`${path}/USER_PROVISIONING`, on('PERHAPS')), 400, 'E0000003');
    await refused(() => org.get('/api/v1/apps/0oa1/features'), 404, 'E0000007');
  });

  test('are refused for what is read first: the body, then the name, then the app', async () => {
    const [nowhere, name] = ['/api/v1/apps/0oa1/features', 'INBOUND_PROVISIONING'];
    const mark = `${await made(org, bookmark)}/features`;
    const noFeature = (what: string) => `Not found: Resource not found: ${what} (PublicAppFeatureSetName)`;
    const perhaps = { update: { profile: { status: 'PERHAPS' } } };
    await refused(() => org.put(`${nowhere}/USER_PROVISIONING`, perhaps), 400, 'E0000003');
    await refused(() => org.put(`${nowhere}/USER_PROVISIONING`, []), 400, 'E0000003');
    await refused(() => org.get(`${nowhere}/OTHER`), 404, noFeature('OTHER'));
    await refused(() => org.put(`${mark}/OTHER`, {}), 404, noFeature('OTHER'));
    const noApp = 'Not found: Resource not found: 0oa1 (AppInstance)';
    await refused(() => org.put(`${nowhere}/USER_PROVISIONING`, {}), 404, noApp);
    await refused(() => org.get(`${nowhere}/${name}`), 404, noApp);
    await refused(() => org.get(`${mark}/${name}`), 400, 'E0000001', 'Provisioning is not supported.');
    const path = await connected();
    await refused(() => org.get(`${path}/${name}`), 404, noFeature(name));
  });

  test('pass on who is assigned from then on, by itself or by a group', async () => {
    const path = await connected();
    const app = path.replace('/features', '');
    const [before, one, member] = [await createPerson(org, 1), await createPerson(org, 2), await createPerson(org, 3)];
    expect((await org.post(`${app}/users`, { id: before.id })).body.status).toBe('ACTIVE');
    await org.put(`${path}/USER_PROVISIONING`, { create: { lifecycleCreate: { status: 'ENABLED' } } });
    const { status, body } = await org.post(`${app}/users`, { id: one.id });
    expect([status, body.status, body.syncState, body.lastSync]).toEqual([
      200,
      'PROVISIONED',
      'SYNCHRONIZED',
      body.created,
    ]);
    expect(body.externalId).toMatch(/^00u\w{17}$/);
    const team = (await org.post('/api/v1/groups', { profile: { name: 'Team' } })).body.id;
    await org.put(`/api/v1/groups/${team}/users/${member.id}`);
    await org.put(`${app}/groups/${team}`);
    expect((await org.get(`${app}/users/${member.id}`)).body.status).toBe('PROVISIONED');
    org.clock.advance(60_000);
    const changed = (await org.post(`${app}/users/${one.id}`, { credentials: { userName: 'one' } })).body;
    expect([changed.externalId, changed.lastSync]).toEqual([body.externalId, changed.lastUpdated]);
    await org.post(`${app}/lifecycle/deactivate`);
    expect((await org.get(`${app}/users/${one.id}`)).body.status).toBe('INACTIVE');
    await org.post(`${app}/lifecycle/activate`);
    const shown = (await org.get(`${app}/users`)).body.map(({ status }: { status: string }) => status);
    expect(shown).toEqual(['ACTIVE', 'PROVISIONED', 'PROVISIONED']);
  });

  test('go with their app', async () => {
    const app = (await connected()).replace('/features', '');
    await org.post(`${app}/lifecycle/deactivate`);
    await org.delete(app);
    expect(org.store.appConnections.by('app', idOf(app))).toBeUndefined();
  });
});
