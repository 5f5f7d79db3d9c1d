import { describe, expect, test } from '@jest/globals';
import { inlineHook, made } from '../support/hooks.js';
import { suiteOrg, testOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { setEnrolment } from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

interface Shown {
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly _links: object;
}

const list = async (): Promise<Shown[]> => (await org.get('/api/v1/authenticators')).body;
const idOf = async (key: string): Promise<string> => (await list()).find((one) => one.key === key)?.id ?? '';
const path = (id: string, rest = '') => `/api/v1/authenticators/${id}${rest}`;
const duo = {
  key: 'duo',
  type: 'app',
  name: 'Duo',
  provider: {
    type: 'DUO',
    configuration: {
      host: 'https://duo.example',
      integrationKey: 'ik',
      secretKey: 'sk',
      userNameTemplate: { template: 'oktaId' },
    },
  },
};

describe('the authenticators of a new org', () => {
  test('come by name, with the links of their states', async () => {
    const shown = await list();
    expect(shown.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'okta_email ACTIVE',
      'google_otp INACTIVE',
      'okta_verify ACTIVE',
      'okta_password ACTIVE',
      'phone_number INACTIVE',
      'webauthn INACTIVE',
      'security_question ACTIVE',
    ]);
    const links = Object.fromEntries(shown.map((one) => [one.key, Object.keys(one._links)]));
    expect(links).toMatchObject({
      okta_password: ['self', 'methods'],
      okta_verify: ['self', 'deactivate', 'methods', 'enroll'],
      webauthn: ['self', 'activate', 'methods', 'aaguids'],
    });
    const [email] = shown;
    expect((await org.get(path(email?.id ?? ''))).body).toEqual(email);
    await refused(() => org.get(path('aut1')), 404, 'Not found: Resource not found: aut1 (Authenticator)');
  });

  test('tell their methods', async () => {
    const { body } = await org.get(path(await idOf('okta_verify'), '/methods'));
    expect(body.map(({ type, status }: { type: string; status: string }) => `${type} ${status}`)).toEqual([
      'totp ACTIVE',
      'push INACTIVE',
      'signed_nonce INACTIVE',
    ]);
    const one = await org.get(path(await idOf('phone_number'), '/methods/sms'));
    expect(one.body).toMatchObject({ type: 'sms', status: 'INACTIVE' });
    expect((await org.get(path(await idOf('phone_number'), '/methods/pigeon'))).status).toBe(404);
  });

  test('are not there in an org of the older engine', async () => {
    const old = await testOrg({ seed: 'default' });
    old.sandbox.org.store.transaction(() => {
      const [row] = old.store.org.all();
      if (row) old.store.org.update(row.id, { pipeline: 'v1' });
    });
    const { status, body } = await old.get('/api/v1/authenticators');
    await old.close();
    expect([status, body.errorCode]).toEqual([401, 'E0000015']);
  });
});

describe('an authenticator', () => {
  test('is added once, its secrets never shown', async () => {
    const { status, body, text } = await org.post('/api/v1/authenticators', duo);
    expect([status, body.status, body.provider.configuration.host]).toEqual([200, 'ACTIVE', 'https://duo.example']);
    expect(text).not.toMatch(/integrationKey|secretKey/);
    const cause = 'Another authenticator with key: duo is already active.';
    await refused(() => org.post('/api/v1/authenticators', duo), 409, cause);
    const inactive = await org.post('/api/v1/authenticators?activate=false', { key: 'yubikey_token' });
    expect(inactive.body).toMatchObject({ status: 'INACTIVE', name: 'Yubikey', type: 'security_key' });
    const again = await org.post('/api/v1/authenticators', { key: 'yubikey_token' });
    expect([again.body.id, again.body.status]).toEqual([inactive.body.id, 'ACTIVE']);
  });

  test('is of a kind that can be added, with all its parts', async () => {
    const add = (body: unknown) => () => org.post('/api/v1/authenticators', body);
    const summary = 'Api validation failed: com.okta.services.factors.iface.dto.AuthenticatorCatalog';
    for (const key of ['okta_email', 'constructor', null, undefined]) {
      await refused(add({ key, name: 'x' }), 400, summary, 'The field has an invalid value');
    }
    await refused(add({ key: 'custom_app', name: 'Push' }), 400, 'E0000001');
    await refused(add({ key: 'custom_app', agreeToTerms: true, settings: {} }), 400, 'E0000001');
    await refused(add({ ...duo, provider: { type: 'DUO', configuration: { host: 'h' } } }), 400, 'E0000001');
    await refused(add({ ...duo, provider: { ...duo.provider, type: 'PUSH' } }), 400, 'E0000001');
    await refused(add({ key: 'duo', name: 'n'.repeat(256) }), 400, 'E0000001');
    await refused(add({ key: 'phone_number' }), 400, 'E0000226');
    const app = await org.post('/api/v1/authenticators', {
      key: 'custom_app',
      name: 'Push',
      agreeToTerms: true,
      settings: { appInstanceId: '0oa1' },
      provider: { type: 'PUSH', configuration: { fcm: { id: 'ppc1' } } },
    });
    expect(app.body.settings).toEqual({
      userVerification: 'PREFERRED',
      appInstanceId: '0oa1',
      oauthClientId: '0oa1',
    });
    const idp = { key: 'external_idp', name: 'IdP', provider: { type: 'CLAIMS', configuration: { idpId: '0oa2' } } };
    expect((await org.post('/api/v1/authenticators', idp)).status).toBe(200);
    await refused(add(idp), 409, 'Another authenticator is already associated with idpId: 0oa2.');
  });

  test('keeps what a change leaves out', async () => {
    const id = await idOf('okta_email');
    const put = (body: unknown) => org.put(path(id), body);
    const { body } = await put({ name: 'Mail', status: 'INACTIVE', settings: { allowedFor: 'any' } });
    expect(body).toMatchObject({
      name: 'Mail',
      status: 'ACTIVE',
      settings: { allowedFor: 'any', tokenLifetimeInMinutes: 5 },
    });
    expect((await put({ settings: null, name: null })).body.settings.allowedFor).toBe('any');
    await refused(() => put({ settings: { allowedFor: 'fun' } }), 400, 'E0000001');
    await refused(() => put({ settings: { tokenLifetimeInMinutes: 0 } }), 400, 'E0000001');
    await refused(() => put({ key: 'webauthn' }), 400, 'E0000001');
    await refused(() => put({ type: 'app' }), 400, 'E0000003');
    await refused(() => put({ name: 'n'.repeat(256) }), 400, 'E0000001');
    await refused(() => org.put(path('aut1'), {}), 404, 'E0000007');
    const phone = await idOf('phone_number');
    await refused(() => org.put(path(phone), { name: 'Phone' }), 400, 'E0000226');
    expect((await org.put(path(phone), { settings: { allowedFor: 'any' } })).status).toBe(200);
  });

  test('is put in and out of use', async () => {
    const id = await idOf('webauthn');
    const turn = (to: string, which = id) => org.post(path(which, `/lifecycle/${to}`));
    expect((await turn('activate')).body.status).toBe('ACTIVE');
    expect((await turn('activate')).body.status).toBe('ACTIVE');
    expect((await turn('deactivate')).body).toMatchObject({ status: 'INACTIVE', _links: { activate: {} } });
    const unsupported = 'Api validation failed: api.authenticator.error.unsupported.active.deactivate';
    await refused(() => turn('deactivate'), 400, unsupported);
    const password = await idOf('okta_password');
    await refused(() => turn('deactivate', password), 400, unsupported);
    const phone = await idOf('phone_number');
    await refused(() => turn('activate', phone), 400, 'E0000226');
    await refused(() => turn('activate', 'aut1'), 404, 'E0000007');
    await refused(() => turn('deactivate', 'aut1'), 404, 'E0000007');
  });

  test('of phones needs an active telephony hook', async () => {
    const phone = await idOf('phone_number');
    const turn = (to: string) => org.post(path(phone, `/lifecycle/${to}`));
    const hook = await made(
      org,
      'inlineHooks',
      inlineHook('https://phones.example', { type: 'com.okta.telephony.provider' }),
    );
    expect((await turn('activate')).body.status).toBe('ACTIVE');
    expect((await org.put(path(phone), { name: 'Phone' })).status).toBe(200);
    expect((await turn('deactivate')).body.status).toBe('INACTIVE');
    await org.post(`/api/v1/inlineHooks/${hook}/lifecycle/deactivate`);
    await refused(() => turn('activate'), 400, 'E0000226');
  });

  test('stays in use as long as policies use it', async () => {
    const verify = await idOf('okta_verify');
    const deactivate = (id: string) => org.post(path(id, '/lifecycle/deactivate'));
    const cause = 'Authenticator Enrollment Policies: Default Policy';
    const { body } = await refused(() => deactivate(verify), 403, 'E0000148', cause);
    expect(body.errorSummary).toContain('Additionally, if disabling Okta Verify');
    setEnrolment(org, 'okta_verify', 'NOT_ALLOWED');
    const after = await deactivate(verify);
    expect([after.status, after.body.status]).toEqual([200, 'INACTIVE']);
  });
});
