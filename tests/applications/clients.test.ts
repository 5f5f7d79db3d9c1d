import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const settings = {
  application_type: 'web',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: ['https://a.example/callback'],
};
const app = (oauthClient: object = {}, credentials: object = {}) => ({
  name: 'oidc_client',
  label: 'Portal',
  signOnMode: 'OPENID_CONNECT',
  credentials: { oauthClient: credentials },
  settings: { oauthClient: { ...settings, ...oauthClient } },
});
const create = (body: object) => org.post('/api/v1/apps', body);

describe('an OpenID Connect app', () => {
  test('is a client by its own id, with a secret that only its making and its change show', async () => {
    const { status, body } = await create(app());
    expect(status).toBe(200);
    expect(Object.keys(body.credentials.oauthClient)).toEqual([
      'autoKeyRotation',
      'client_id',
      'client_secret',
      'token_endpoint_auth_method',
      'pkce_required',
    ]);
    const { client_secret, ...client } = body.credentials.oauthClient;
    expect(client_secret).toMatch(/^[\w-]{64}$/);
    expect(client).toEqual({
      autoKeyRotation: true,
      client_id: body.id,
      token_endpoint_auth_method: 'client_secret_basic',
      pkce_required: false,
    });
    expect(body.visibility).toMatchObject({ hide: { iOS: true, web: true }, appLinks: { oidc_client_link: true } });
    expect(body._links.clientCredentials).toEqual([
      { name: 'secrets', href: `${org.url}/api/v1/apps/${body.id}/credentials/secrets` },
    ]);
    expect(body.settings.oauthClient).toEqual({
      client_uri: null,
      logo_uri: null,
      ...settings,
      consent_method: 'TRUSTED',
      issuer_mode: 'ORG_URL',
      idp_initiated_login: { mode: 'DISABLED', default_scope: [] },
      wildcard_redirect: 'DISABLED',
      dpop_bound_access_tokens: false,
      participate_slo: false,
    });
    const read = (await org.get(`/api/v1/apps/${body.id}`)).body;
    expect(read.credentials.oauthClient).toEqual(client);
    const put = (await org.put(`/api/v1/apps/${body.id}`, app({ client_uri: 'https://c.example' }))).body;
    expect(put.credentials.oauthClient.client_secret).toBe(client_secret);
    expect(put.settings.oauthClient.client_uri).toBe('https://c.example');
  });

  test('shares the key of the org with every other one', async () => {
    const [one, two] = [(await create(app())).body, (await create(app())).body];
    expect(one.credentials.signing.kid).toMatch(/^[\w-]{43}$/);
    expect(two.credentials.signing.kid).toBe(one.credentials.signing.kid);
  });

  test.each(['none', 'private_key_jwt'])('that signs in with %s has no secret', async (method) => {
    const jwks = { keys: [{ kty: 'RSA', e: 'AQAB', n: 'sXch', kid: 'k1' }] };
    const { body } = await create(app({ jwks }, { token_endpoint_auth_method: method }));
    expect(body.credentials.oauthClient.client_secret).toBeUndefined();
    expect(body.credentials.oauthClient.pkce_required).toBe(method === 'none');
    const [key] = body.settings.oauthClient.jwks.keys;
    expect(key).toEqual({
      kty: 'RSA',
      id: expect.stringMatching(/^pks\w{17}$/),
      status: 'ACTIVE',
      kid: 'k1',
      use: null,
      e: 'AQAB',
      n: 'sXch',
    });
    const put = await org.put(`/api/v1/apps/${body.id}`, app({ jwks }, { token_endpoint_auth_method: method }));
    expect(put.body.settings.oauthClient.jwks.keys).toEqual([key]);
    const signing = { ...jwks.keys[0], alg: 'RS384', use: 'sig' };
    const next = await org.put(
      `/api/v1/apps/${body.id}`,
      app({ jwks: { keys: [signing] } }, { token_endpoint_auth_method: method }),
    );
    expect(next.body.settings.oauthClient.jwks.keys).toEqual([{ ...key, ...signing }]);
  });

  test('keeps the id and the secret that it was given, and the id for good', async () => {
    const given = { client_id: 'portal-of-acme', client_secret: 'kettle-in-the-kitchen' };
    const { body } = await create(app({}, given));
    expect(body.credentials.oauthClient).toMatchObject(given);
    const path = `/api/v1/apps/${body.id}`;
    await refused(() => create(app({}, given)), 400, 'E0000001');
    await refused(() => org.put(path, app({}, { client_id: 'another-one' })), 400, 'E0000001');
    const changed = await org.put(path, app({}, { client_secret: 'kettle-in-the-cellar' }));
    expect(changed.body.credentials.oauthClient.client_secret).toBe('kettle-in-the-cellar');
    const open = await org.put(path, app({}, { token_endpoint_auth_method: 'none', pkce_required: true }));
    expect(open.body.credentials.oauthClient).not.toHaveProperty('client_secret');
  });

  test.each([
    ['ROTATE', { rotation_type: 'ROTATE', leeway: 10 }, { rotation_type: 'ROTATE', leeway: 10 }],
    ['STATIC', { rotation_type: 'STATIC', leeway: 0 }, { rotation_type: 'STATIC' }],
    ['nothing', undefined, { rotation_type: 'STATIC' }],
  ])('shows how its refresh tokens live: %s', async (_, refresh_token, shown) => {
    const grants = { grant_types: ['authorization_code', 'refresh_token'], refresh_token };
    expect((await create(app(grants))).body.settings.oauthClient.refresh_token).toEqual(shown);
    expect((await create(app({ refresh_token }))).body.settings.oauthClient).not.toHaveProperty('refresh_token');
  });

  test('may redirect to any host below a domain where it says so', async () => {
    const uris = { redirect_uris: ['https://*.example.com/', 'myapp://callback'] };
    expect((await create(app({ ...uris, wildcard_redirect: 'SUBDOMAIN' }))).status).toBe(200);
    await refused(() => create(app(uris)), 400, 'E0000001');
  });
});

const jwk = { kty: 'RSA', e: 'AQAB', n: 'sXch', kid: 'k' };

describe('a client is refused', () => {
  test.each([
    ['no redirect', { redirect_uris: [] }, {}, 'redirect_uris: The field cannot be left blank'],
    ['a fragment', { redirect_uris: ['https://a.example/#x'] }, {}, undefined],
    ['a relative redirect', { redirect_uris: ['/callback'] }, {}, undefined],
    ['an unknown grant', { grant_types: ['mind_reading'] }, {}, undefined],
    ['code without its answer', { response_types: ['token'] }, {}, undefined],
    ['implicit without a token', { grant_types: ['implicit'], response_types: ['code'] }, {}, undefined],
    ['no key', {}, { token_endpoint_auth_method: 'private_key_jwt' }, undefined],
    ['twice the same kid', { jwks: { keys: [jwk, jwk] } }, {}, undefined],
    ['a key without numbers', { jwks: { keys: [{ kty: 'RSA', kid: 'k' }] } }, {}, undefined],
    ['an unknown method', {}, { token_endpoint_auth_method: 'shouting' }, undefined],
    ['no PKCE and no secret', {}, { token_endpoint_auth_method: 'none', pkce_required: false }, undefined],
    ['a bad id', {}, { client_id: 'a b c d e f' }, undefined],
    ['the id of all', {}, { client_id: 'ALL_CLIENTS' }, undefined],
    [
      'a short secret',
      {},
      { client_secret: 'short' },
      "client_secret: 'client_secret' must be at least '14' characters long.",
    ],
    [
      'a long secret',
      {},
      { client_secret: 'x'.repeat(101) },
      "client_secret: 'client_secret' cannot be more than '100' characters long.",
    ],
    [
      'a wild leeway',
      { grant_types: ['authorization_code', 'refresh_token'], refresh_token: { rotation_type: 'ROTATE', leeway: 61 } },
      {},
      undefined,
    ],
    ['a login from Okta without its page', { idp_initiated_login: { mode: 'SPEC' } }, {}, undefined],
  ])('for %s', async (_, oauthClient, credentials, cause) => {
    await refused(() => create(app(oauthClient, credentials)), 400, 'E0000001', ...(cause ? [cause] : []));
  });

  test('for what cannot be read', async () => {
    await refused(() => create(app({ application_type: 'toaster' })), 400, 'E0000003');
    await refused(() => create(app({ redirect_uris: 'https://a.example' })), 400, 'E0000003');
    await refused(() => create(app({}, { pkce_required: 'yes' })), 400, 'E0000003');
    const { settings: _, ...without } = app();
    await refused(() => create(without), 400, 'Api validation failed: settings');
  });
});

describe('what a client says of itself', () => {
  const profile = { team: 'payments', scopes: ['read'], limits: { calls: 5 } };

  test('is kept as it came, until a change leaves it out', async () => {
    const made = (await create({ ...app(), profile })).body;
    expect(made.profile).toEqual(profile);
    const path = `/api/v1/apps/${made.id}`;
    expect((await org.get(path)).body.profile).toEqual(profile);
    const changed = (await org.put(path, { ...app(), profile: { team: 'risk' } })).body;
    expect(changed.profile).toEqual({ team: 'risk' });
    expect((await org.put(path, app())).body).not.toHaveProperty('profile');
    expect((await org.get(path)).body).not.toHaveProperty('profile');
  });

  test('is an object, and of clients alone', async () => {
    await refused(() => create({ ...app(), profile: 'payments' }), 400, 'E0000003');
    await refused(() => create({ ...app(), profile: { text: 'a'.repeat(70_000) } }), 400, 'E0000003');
    const bookmark = {
      name: 'bookmark',
      label: 'B',
      signOnMode: 'BOOKMARK',
      settings: { app: { url: 'https://b.example' } },
    };
    expect((await create({ ...bookmark, profile })).body).not.toHaveProperty('profile');
  });

  test('names where a sign-out is told in the browser', async () => {
    const logout = { frontchannel_logout_uri: 'https://a.example/out', frontchannel_logout_session_required: true };
    const made = (await create(app({ participate_slo: true, ...logout }))).body;
    expect(made.settings.oauthClient).toMatchObject({ participate_slo: true, ...logout });
    await refused(() => create(app({ frontchannel_logout_uri: 'nowhere' })), 400, 'E0000001');
  });
});
