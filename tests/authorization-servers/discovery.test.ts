import { describe, expect, jest, test } from '@jest/globals';
import OktaJwtVerifier from '@okta/jwt-verifier';
import { createRemoteJWKSet, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import * as openid from 'openid-client';
import { rsaPool } from '../../store/rsa-pool.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

rsaPool.keep(1);

const org = suiteOrg();
const refused = refusedBy(org);

const SERVER = '/api/v1/authorizationServers/default';
const issuer = (): string => `${org.url}/oauth2/default`;
const documents = ['oauth-authorization-server', 'openid-configuration'];
const anonymous = { authorization: '' };

/** Signs as the server would: with the key that it says it signs with. Times are the real ones: libraries ask for them. */
async function token(claims: object = {}): Promise<string> {
  await org.get(`${SERVER}/credentials/keys`);
  const key = org.store.serverKeys.by('kid', (await org.get(SERVER)).body.credentials.signing.kid);
  return new SignJWT({ ver: 1, cid: 'client', scp: ['openid'], ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key?.kid ?? '' })
    .setIssuer(issuer())
    .setAudience('api://default')
    .setSubject('kim@crew.example')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importJWK(key?.privateJwk as JWK, 'RS256'));
}

const rotate = () => org.post(`${SERVER}/credentials/lifecycle/keyRotate`, { use: 'sig' });
const jwks = async (): Promise<{ kid: string }[]> => (await org.get('/oauth2/default/v1/keys')).body.keys;

/** Every value in a document. */
const valuesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [value];

describe('the metadata documents', () => {
  test.each(documents)('of a server are at its issuer, without a token and without null: %s', async (name) => {
    const { status, body, headers } = await org.get(`/oauth2/default/.well-known/${name}`, anonymous);
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({
      issuer: issuer(),
      authorization_endpoint: `${issuer()}/v1/authorize`,
      token_endpoint: `${issuer()}/v1/token`,
      jwks_uri: `${issuer()}/v1/keys`,
      registration_endpoint: `${org.url}/oauth2/v1/clients`,
      scopes_supported: ['openid', 'profile', 'email', 'address', 'phone', 'offline_access', 'device_sso'],
    });
    expect(valuesOf(body)).not.toContain(null);
    expect('userinfo_endpoint' in body).toBe(name === 'openid-configuration');
    expect(body.grant_types_supported.includes('client_credentials')).toBe(name !== 'openid-configuration');
  });

  test.each(documents)("of the org's own server are at its root, with the org for issuer: %s", async (name) => {
    const { body } = await org.get(`/.well-known/${name}`, anonymous);
    expect(body).toMatchObject({ issuer: org.url, jwks_uri: `${org.url}/oauth2/v1/keys` });
    expect(body.scopes_supported).toContain('groups');
    expect(valuesOf(body)).not.toContain(null);
  });

  test("name the host that was asked, as the server's own answer does", async () => {
    const host = { host: `localhost:${new URL(org.url).port}` };
    const { body } = await org.get('/oauth2/default/.well-known/openid-configuration', host);
    expect(body.issuer).toBe(`http://${host.host}/oauth2/default`);
    expect((await org.get(SERVER, host)).body.issuer).toBe(body.issuer);
  });

  test("tell the server's own scopes and claims", async () => {
    const said = async (name: string) => (await org.get(`/oauth2/default/.well-known/${name}`)).body;
    await org.post(`${SERVER}/scopes`, { name: 'shown', metadataPublish: 'ALL_CLIENTS' });
    await org.post(`${SERVER}/scopes`, { name: 'hidden' });
    const claim = { valueType: 'EXPRESSION', value: '1' };
    await org.post(`${SERVER}/claims`, { ...claim, name: 'inside', claimType: 'IDENTITY' });
    await org.post(`${SERVER}/claims`, { ...claim, name: 'outside', claimType: 'RESOURCE' });
    await org.post(`${SERVER}/claims`, { ...claim, name: 'asleep', claimType: 'RESOURCE', status: 'INACTIVE' });
    const [oauth, openidDocument] = [await said('oauth-authorization-server'), await said('openid-configuration')];
    for (const { scopes_supported: scopes } of [oauth, openidDocument]) {
      expect([scopes.includes('shown'), scopes.includes('hidden')]).toEqual([true, false]);
    }
    expect(openidDocument.claims_supported).toEqual(expect.arrayContaining(['sub', 'email', 'inside']));
    expect(oauth.claims_supported).toEqual(expect.arrayContaining(['scp', 'outside']));
    expect([...oauth.claims_supported, ...openidDocument.claims_supported]).not.toContain('asleep');
    expect(oauth.claims_supported).not.toContain('inside');
  });

  test('and the keys of a server that is off, or not there, are not found', async () => {
    await org.post(`${SERVER}/lifecycle/deactivate`);
    for (const ref of ['default', 'aus1']) {
      for (const path of [...documents.map((name) => `.well-known/${name}`), 'v1/keys']) {
        const say = `Not found: Resource not found: ${ref} (AuthorizationServer)`;
        await refused(() => org.get(`/oauth2/${ref}/${path}`, anonymous), 404, say);
      }
    }
  });
});

describe('the keys', () => {
  test('of a server are published, the next one before it signs and the one before after it signed', async () => {
    const [first, ...others] = await jwks();
    expect(others).toEqual([]);
    expect(first).toEqual({
      kty: 'RSA',
      alg: 'RS256',
      kid: expect.any(String),
      use: 'sig',
      e: 'AQAB',
      n: expect.any(String),
    });
    org.clock.advance(76 * 86_400_000);
    const [, next] = await jwks();
    const { body } = await rotate();
    expect(body[0].kid).toBe(next?.kid);
    expect((await jwks()).map(({ kid }) => kid)).toEqual([next?.kid, first?.kid]);
  });

  test("of the org's own server are made once", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => org.get('/oauth2/v1/keys', anonymous)));
    expect(one?.body.keys).toHaveLength(1);
    expect(two?.body).toEqual(one?.body);
    expect((await org.get('/oauth2/v1/keys', anonymous)).body).toEqual(one?.body);
    expect(one?.body.keys[0].kid).not.toBe((await jwks())[0]?.kid);
  });
});

describe('a token that the server signed', () => {
  test('is taken by jose, before and after a rotation', async () => {
    const keySet = createRemoteJWKSet(new URL(`${issuer()}/v1/keys`), { cooldownDuration: 0 });
    const options = { issuer: issuer(), audience: 'api://default' };
    const before = await token();
    expect((await jwtVerify(before, keySet, options)).payload.cid).toBe('client');
    await rotate();
    expect((await jwtVerify(await token(), keySet, options)).payload.sub).toBe('kim@crew.example');
    expect((await jwtVerify(before, keySet, options)).payload.ver).toBe(1);
    await rotate();
    await expect(jwtVerify(before, createRemoteJWKSet(new URL(`${issuer()}/v1/keys`)), options)).rejects.toThrow();
  });

  test("is taken by Okta's own verifier, before and after a rotation", async () => {
    // It says on the console that http is for tests.
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    const verifier = new OktaJwtVerifier({ issuer: issuer(), testing: { disableHttpsCheck: true } });
    const before = await token();
    expect((await verifier.verifyAccessToken(before, 'api://default')).claims.cid).toBe('client');
    await rotate();
    expect((await verifier.verifyAccessToken(await token(), 'api://default')).claims.sub).toBe('kim@crew.example');
    const fresh = new OktaJwtVerifier({ issuer: issuer(), testing: { disableHttpsCheck: true } });
    expect((await fresh.verifyAccessToken(before, 'api://default')).claims.cid).toBe('client');
  });

  test('comes from a server that openid-client discovers, by either document', async () => {
    for (const algorithm of ['oidc', 'oauth2'] as const) {
      const from = algorithm === 'oidc' ? '.well-known/openid-configuration' : '.well-known/oauth-authorization-server';
      const url = new URL(`${issuer()}/${from}`);
      const options = { execute: [openid.allowInsecureRequests], algorithm };
      const found = (await openid.discovery(url, 'client', undefined, undefined, options)).serverMetadata();
      expect(found).toMatchObject({ issuer: issuer(), jwks_uri: `${issuer()}/v1/keys` });
    }
  });
});
