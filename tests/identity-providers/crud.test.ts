import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { card, certificate, facebook, make, oidc, saml, trust } from './bodies.js';

const org: TestOrg = suiteOrg();
const refused = refusedBy(org);
const path = (id: string): string => `/api/v1/idps/${id}`;

let x5c: string;
beforeAll(async () => {
  x5c = await certificate();
});

const noConditions = { deprovisioned: { action: 'NONE' }, suspended: { action: 'NONE' } };
const shownPolicy = {
  provisioning: { action: 'AUTO', profileMaster: false, groups: { action: 'NONE' }, conditions: noConditions },
  accountLink: { filter: null, action: 'AUTO' },
  subject: {
    userNameTemplate: { template: 'idpuser.email' },
    filter: null,
    matchType: 'USERNAME',
    matchAttribute: null,
  },
  maxClockSkew: 0,
  trustClaims: false,
  transformedUsernameMatchingEnabled: false,
};

describe('a provider of a public kind', () => {
  test('is active, and goes to the addresses that are known of it', async () => {
    const { status, body } = await org.post('/api/v1/idps', facebook);
    expect([status, body.status, body.issuerMode]).toEqual([200, 'ACTIVE', 'ORG_URL']);
    expect(body.protocol).toEqual({
      ...facebook.protocol,
      endpoints: {
        authorization: { url: 'https://www.facebook.com/dialog/oauth', binding: 'HTTP-REDIRECT' },
        token: { url: 'https://graph.facebook.com/v2.8/oauth/access_token', binding: 'HTTP-POST' },
      },
    });
    expect(body.policy).toEqual(shownPolicy);
    expect(Object.keys(body._links)).toEqual(['authorize', 'clientRedirectUri']);
    expect(body._links.authorize.href).toContain(`idp=${body.id}&client_id={clientId}`);
    expect((await org.get(path(body.id))).body).toEqual(body);
  });

  test("Apple's has a key that is never shown", async () => {
    const signing = { kid: 'ABC123', teamId: 'TEAM1', privateKey: 'MIGTAgEAMBMG' };
    const credentials = { signing, client: { client_id: 'com.example' } };
    const apple = { ...facebook, type: 'APPLE', protocol: { type: 'OIDC', scopes: ['openid'], credentials } };
    const id = await make(org, apple);
    const { body, text } = await org.get(path(id));
    expect(body.protocol.credentials.signing).toEqual({ kid: 'ABC123', teamId: 'TEAM1' });
    expect(text).not.toContain('MIGTAgEAMBMG');
    expect(org.store.identityProviders.get(id)?.privateKey).toBe('MIGTAgEAMBMG');
    await refused(
      () =>
        org.post('/api/v1/idps', {
          ...apple,
          name: 'B',
          protocol: { ...apple.protocol, credentials: { client: { client_id: 'x' } } },
        }),
      400,
      'E0000001',
    );
  });
});

describe('an OpenID Connect provider', () => {
  test('has bindings, an issuer and settings where the body has none', async () => {
    const { body } = await org.post('/api/v1/idps', oidc);
    expect(body.protocol.endpoints.jwks).toEqual({ url: 'https://partner.example/keys', binding: 'HTTP-REDIRECT' });
    expect(body.protocol.endpoints.token.binding).toBe('HTTP-POST');
    expect(body.protocol.issuer).toEqual({ url: 'https://partner.example' });
    expect(body.protocol.settings).toEqual({ nameFormat: null });
    expect(body.protocol.credentials.client.client_secret).toBe('a-secret');
  });

  test.each([
    ['scopes', { scopes: ['email'] }, "scopes: The scope 'openid' is required."],
    ['scopes', { scopes: [] }, 'scopes: The field cannot be left blank'],
    ['client_id', { credentials: { client: { client_secret: 'x' } } }, 'client_id: The field cannot be left blank'],
    ['client_secret', { credentials: { client: { client_id: 'x' } } }, 'client_secret: The field cannot be left blank'],
    ['issuer.url', { issuer: { url: 'nowhere' } }, 'issuer.url: The URL is invalid.'],
  ])('is refused for its %s', async (what, changes, cause) => {
    const body = { ...oidc, protocol: { ...oidc.protocol, ...changes } };
    await refused(() => org.post('/api/v1/idps', body), 400, `Api validation failed: ${what}`, cause);
  });
});

describe('a SAML provider', () => {
  test('gets an audience and a key, and trusts a key of the store', async () => {
    const kid = await trust(org, x5c);
    const { body } = await org.post('/api/v1/idps', saml(kid));
    expect(body.protocol.credentials).toEqual({
      trust: {
        issuer: 'https://works.example',
        audience: expect.stringMatching(/^https:\/\/www\.okta\.com\/saml2\/service-provider\/sp[a-z]{18}$/),
        kid,
        revocation: null,
        revocationCacheLifetime: 0,
      },
      signing: { kid: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(body.protocol.endpoints.acs).toEqual({ binding: 'HTTP-POST', type: 'INSTANCE' });
    expect(body).not.toHaveProperty('issuerMode');
    expect(Object.keys(body._links)).toEqual(['metadata', 'acs', 'users', 'deactivate']);
    const keys = (await org.get(`${path(body.id)}/credentials/keys`)).body;
    expect(keys.map((key: { kid: string }) => key.kid)).toEqual([body.protocol.credentials.signing.kid]);
  });

  test('does not believe a key that there is not', async () => {
    const kid = '00000000-0000-4000-8000-000000000000';
    await refused(() => org.post('/api/v1/idps', saml(kid)), 400, 'Api validation failed: kid');
  });

  test('keeps its audience and key when it is replaced, and takes another key of its own', async () => {
    const body = saml(await trust(org, x5c));
    const id = await make(org, body);
    const { credentials } = (await org.get(path(id))).body.protocol;
    const again = await org.put(path(id), { ...body, status: 'ACTIVE' });
    expect(again.body.protocol.credentials).toEqual(credentials);
    const { kid } = (await org.post(`${path(id)}/credentials/keys/generate?validityYears=2`)).body;
    const signedBy = (signing: object) => ({
      ...body,
      protocol: { ...body.protocol, credentials: { ...body.protocol.credentials, signing } },
    });
    expect((await org.put(path(id), signedBy({ kid }))).body.protocol.credentials.signing).toEqual({ kid });
    await refused(() => org.put(path(id), signedBy({ kid: 'none' })), 400, 'Api validation failed: kid');
  });
});

test('a smart card provider shows whose cards it takes', async () => {
  const kid = await trust(org, x5c);
  const { body } = await org.post('/api/v1/idps', card(kid));
  expect(body.protocol.credentials.trust).toEqual({
    issuer: 'O=Works,CN=works.example',
    kid,
    revocation: 'CRL',
    revocationCacheLifetime: 2880,
  });
  expect(body.properties).toEqual({ additionalAmr: ['sc', 'pin'] });
  expect(body._links.keys.href).toContain(`/idps/credentials/keys/${kid}`);
  const wrong = { ...card(kid), name: 'B', properties: { additionalAmr: ['voice'] } };
  await refused(() => org.post('/api/v1/idps', wrong), 400, 'Api validation failed: additionalAmr');
});

describe('a provider', () => {
  test('needs a name of its own, a type, a protocol and a policy', async () => {
    await make(org, facebook);
    const send = (body: object) => () => org.post('/api/v1/idps', body);
    await refused(
      send({}),
      400,
      'E0000001',
      ...['name', 'type', 'protocol', 'policy'].map((each) => `${each}: The field cannot be left blank`),
    );
    await refused(send({ ...facebook, name: 'n'.repeat(101) }), 400, 'Api validation failed: name');
    await refused(
      send({ ...facebook, name: 'FACES' }),
      400,
      'Api validation failed: name',
      'name: An object with this field already exists in the current organization',
    );
    await refused(send({ ...facebook, type: 'OKTA' }), 400, 'Api validation failed: type');
    await refused(send({ ...facebook, type: 'NOBODY' }), 400, 'E0000003');
    await refused(
      send({ ...facebook, protocol: { ...facebook.protocol, type: 'SAML2' } }),
      400,
      'Api validation failed: protocol',
    );
    // Another kind may have the name.
    expect((await org.post('/api/v1/idps', { ...facebook, type: 'LINKEDIN' })).status).toBe(200);
  });

  test('has a policy whose every part is looked at', async () => {
    const send = (changes: object) => () =>
      org.post('/api/v1/idps', { ...facebook, policy: { ...facebook.policy, ...changes } });
    const { provisioning, subject } = facebook.policy;
    await refused(send({ accountLink: null }), 400, 'Api validation failed: accountLink');
    await refused(
      send({ accountLink: { filter: { groups: { include: ['00gnone'] } } } }),
      400,
      'Api validation failed: include',
    );
    await refused(send({ provisioning: { ...provisioning, action: 'MAYBE' } }), 400, 'Api validation failed: action');
    await refused(send({ provisioning: { groups: { action: 'ASSIGN' } } }), 400, 'Api validation failed: assignments');
    await refused(
      send({ provisioning: { groups: { action: 'SYNC', sourceAttributeName: 'g' } } }),
      400,
      'Api validation failed: groups',
    );
    await refused(
      send({ subject: { ...subject, matchType: 'CUSTOM_ATTRIBUTE' } }),
      400,
      'Api validation failed: matchAttribute',
    );
    await refused(
      send({ subject: { userNameTemplate: { template: 'short' } } }),
      400,
      'Api validation failed: template',
    );
    await refused(send({ maxClockSkew: -1 }), 400, 'Api validation failed: maxClockSkew');
  });

  test('forgets a group that is deleted', async () => {
    const group = (await org.post('/api/v1/groups', { profile: { name: 'G' } })).body.id;
    const policy = {
      ...facebook.policy,
      provisioning: { groups: { action: 'ASSIGN', assignments: [group] } },
      accountLink: { action: 'AUTO', filter: { groups: { include: [group] } } },
    };
    const id = await make(org, { ...facebook, policy });
    await org.delete(`/api/v1/groups/${group}`);
    const shown = (await org.get(path(id))).body.policy;
    expect([shown.provisioning.groups.assignments, shown.accountLink.filter.groups.include]).toEqual([[], []]);
  });

  test('is inactive after a PUT without a status, whose answer shows no time of creation', async () => {
    const id = await make(org, facebook);
    const { status, body } = await org.put(path(id), { ...facebook, name: 'Books' });
    expect([status, body.name, body.status, body.created]).toEqual([200, 'Books', 'INACTIVE', null]);
    expect((await org.get(path(id))).body.created).toBe('2026-01-15T09:30:00.000Z');
    expect((await org.put(path(id), { ...facebook, status: 'ACTIVE' })).body.status).toBe('ACTIVE');
    const say = 'type: The type of an identity provider cannot be changed.';
    await refused(() => org.put(path(id), { ...facebook, type: 'GOOGLE' }), 400, 'E0000001', say);
    await refused(() => org.put(path('0oa1'), facebook), 404, 'E0000007');
  });

  test('is turned off and on', async () => {
    const id = await make(org, saml(await trust(org, x5c)));
    const off = await org.post(`${path(id)}/lifecycle/deactivate`);
    expect([off.status, off.body.status, off.body._links.activate.hints.allow]).toEqual([200, 'INACTIVE', ['POST']]);
    expect((await org.post(`${path(id)}/lifecycle/deactivate`)).body).toEqual(off.body);
    expect((await org.post(`${path(id)}/lifecycle/activate`)).body.status).toBe('ACTIVE');
    await refused(() => org.post(`${path('0oa1')}/lifecycle/activate`), 404, 'E0000007');
    await refused(() => org.post(`${path('0oa1')}/lifecycle/deactivate`), 404, 'E0000007');
  });

  test('has flags that are newer than the contract, and nothing else in their place', async () => {
    const { policy } = facebook;
    const made = await make(org, { ...facebook, policy: { ...policy, trustClaims: true } });
    expect((await org.get(`/api/v1/idps/${made}`)).body.policy.trustClaims).toBe(true);
    const send = (body: object) => () => org.post('/api/v1/idps', { ...facebook, name: 'Other', ...body });
    await refused(send({ policy: { ...policy, trustClaims: 'yes' } }), 400, 'E0000003');
    const client = { client_id: 'c', client_secret: 's', pkce_required: 1 };
    await refused(send({ protocol: { ...facebook.protocol, credentials: { client } } }), 400, 'E0000003');
  });

  test('is listed by type and by the beginning of its name, the exact one first', async () => {
    const google = { ...facebook, type: 'GOOGLE' };
    await make(org, { ...google, name: 'Sign in too' });
    await make(org, { ...google, name: 'Sign in' });
    await make(org, { ...facebook, name: 'Other' });
    const names = async (query: string) =>
      (await org.get(`/api/v1/idps?${query}`)).body.map((idp: { name: string }) => idp.name);
    expect(await names('q=sign in')).toEqual(['Sign in', 'Sign in too']);
    expect(await names('type=FACEBOOK')).toEqual(['Other']);
    const first = await org.get('/api/v1/idps?limit=1&q=sign');
    expect(first.headers.link).toContain(`after=${first.body[0].id}&limit=1&q=sign>; rel="next"`);
    expect(await names(`limit=1&q=sign&after=${first.body[0].id}`)).toEqual(['Sign in']);
    const [oldest] = (await org.get('/api/v1/idps?limit=1')).body;
    expect(await names(`after=${oldest.id}`)).toEqual(['Sign in', 'Other']);
    await org.delete(`/api/v1/idps/${oldest.id}`);
    expect(await names(`after=${oldest.id}`)).toEqual(['Sign in', 'Other']);
    await refused(() => org.get(`/api/v1/idps?q=sign&after=${oldest.id}`), 400, 'E0000029');
    await refused(() => org.get('/api/v1/idps?after=nowhere'), 400, 'E0000029');
  });

  test('goes with its keys, its users and its mapping', async () => {
    const id = await make(org, saml(await trust(org, x5c)));
    expect(org.store.profileMappings.where('idp', id)).toHaveLength(1);
    expect((await org.delete(path(id))).status).toBe(204);
    expect([org.store.idpSigningKeys.count('idp', id), org.store.profileMappings.count('idp', id)]).toEqual([0, 0]);
    await refused(() => org.delete(path(id)), 404, `Not found: Resource not found: ${id} (IdpTrust)`);
    await refused(() => org.get(path(id)), 404, 'E0000007');
  });
});
