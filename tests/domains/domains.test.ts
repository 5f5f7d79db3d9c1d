import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeRsaKey } from '../../store/rsa-pool.js';
import { facebook } from '../identity-providers/bodies.js';
import { privatePem } from '../objects/authority.js';
import { domainCertificate, type TestCertificate } from '../support/domain-certificate.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/domains';
const NAME = 'login.acme.com';
const create = async (domain = NAME, more: object = {}): Promise<string> =>
  (await org.post(PATH, { domain, ...more })).body.id;
const verify = async (id: string) => (await org.post(`${PATH}/${id}/verify`)).body;

let good: TestCertificate;
let otherKey: string;
beforeAll(async () => {
  good = await domainCertificate(NAME);
  otherKey = privatePem(await makeRsaKey());
});

const link = (path: string, ...allow: string[]) => ({ href: `${org.url}/api/v1/${path}`, hints: { allow } });

describe('a new domain', () => {
  test('says which records show that it is the org’s, and brings a brand', async () => {
    const { status, body } = await org.post(PATH, { domain: 'Login.ACME.com', certificateSourceType: 'MANUAL' });
    const brand = org.store.brands.by('name', NAME);
    const facts = {
      id: expect.stringMatching(/^OcD\w{17}$/),
      ...{ domain: NAME, certificateSourceType: 'MANUAL', validationStatus: 'NOT_STARTED', brandId: brand?.id },
      dnsRecords: [
        { recordType: 'TXT', fqdn: `_oktaverification.${NAME}`, values: [expect.stringMatching(/^[0-9a-f]{32}$/)] },
        { recordType: 'CNAME', fqdn: NAME, values: ['sandbox.customdomains.okta.com'] },
      ],
    };
    const links = {
      self: link(`domains/${body.id}`, 'GET', 'DELETE', 'PUT'),
      verify: link(`domains/${body.id}/verify`, 'POST'),
      brand: link(`brands/${brand?.id}`, 'GET', 'PUT', 'DELETE'),
    };
    expect(status).toBe(201);
    expect(body).toEqual({ ...facts, _links: links });
    const self = link(`domains/${body.id}`, 'DELETE');
    expect((await org.get(`${PATH}/${body.id}`)).body).toEqual({ ...body, _links: { ...links, self } });
    expect((await org.get(`/api/v1/brands/${brand?.id}/themes`)).body).toHaveLength(1);
  });

  test('is listed before the one that Okta gave the org', async () => {
    const id = await create();
    const { domains } = (await org.get(PATH)).body;
    expect(domains.map((one: { id: string }) => one.id)).toEqual([id, 'default']);
    expect(domains[0]).not.toHaveProperty('dnsRecords');
    const brandId = org.store.brands.where('isDefault', 'true')[0]?.id;
    const own = {
      ...{ id: 'default', domain: '127.0.0.1', certificateSourceType: 'OKTA_MANAGED', validationStatus: 'COMPLETED' },
      brandId,
      _links: {
        self: link('domains/default', 'GET'),
        brand: link(`brands/${brandId}`, 'GET', 'PUT', 'DELETE'),
      },
    };
    expect(domains[1]).toEqual(own);
    expect((await org.get(`${PATH}/default`)).body).toEqual(own);
  });

  test.each([
    ['', 'domain: The field cannot be left blank'],
    ['acme.com', 'domain: The name must be a whole one, with a subdomain.'],
    ['login acme.com', 'domain: The name must be a whole one, with a subdomain.'],
    ['10.0.0.1', 'domain: The name must be a whole one, with a subdomain.'],
    ['login.-acme.com', 'domain: The name must be a whole one, with a subdomain.'],
    ['acme.okta.com', 'domain: Prohibited custom domain name.'],
    ['login.acme.oktapreview.com', 'domain: Prohibited custom domain name.'],
  ])('has a name of its own: not "%s"', async (domain, cause) => {
    await refused(() => org.post(PATH, { domain }), 400, 'Api validation failed: domain', cause);
  });

  test('is one of three at most, each with another name', async () => {
    await create();
    await refused(() => org.post(PATH, { domain: NAME.toUpperCase() }), 403, 'E0000161');
    await refused(() => org.post(PATH, { domain: 'a.acme.com', certificateSourceType: 'X' }), 400, 'E0000003');
    for (const name of ['a.acme.com', 'b.acme.com']) await create(name);
    await refused(() => org.post(PATH, { domain: 'c.acme.com' }), 403, 'E0000162');
  });

  test('takes a brand that is free, or the one that an earlier domain of its name left', async () => {
    const id = await create();
    const { brandId } = (await org.get(`${PATH}/${id}`)).body;
    await refused(() => org.post(PATH, { domain: 'a.acme.com', brandId }), 409, 'E0000203');
    await refused(() => org.post(PATH, { domain: 'a.acme.com', brandId: 'bnd1' }), 409, 'E0000203');
    await org.delete(`${PATH}/${id}`);
    expect((await org.post(PATH, { domain: NAME })).body.brandId).toBe(brandId);
    await org.put(`/api/v1/brands/${brandId}`, { name: 'a.acme.com' });
    await refused(() => org.post(PATH, { domain: 'a.acme.com' }), 409, 'E0000202');
  });
});

describe('a verification', () => {
  test('finds the records, and asks for a certificate', async () => {
    const id = await create();
    const body = await verify(id);
    expect(body.validationStatus).toBe('VERIFIED');
    expect(Object.keys(body._links)).toEqual(['self', 'certificate', 'brand']);
    expect((await verify(id)).validationStatus).toBe('VERIFIED');
  });

  test.each(['login.example.com', 'a.b.example.org', 'login.acme.example', 'a.b.test', 'a.b.invalid', 'a.b.localhost'])(
    'fails for %s, and can be tried again',
    async (name) => {
      const id = await create(name);
      const body = await verify(id);
      expect(body.validationStatus).toBe('FAILED_TO_VERIFY');
      expect(body._links.self.hints.allow).toEqual(['GET', 'DELETE']);
      expect(body._links).not.toHaveProperty('verify');
      expect((await org.get(`${PATH}/${id}`)).body._links.verify).toBeDefined();
      expect((await verify(id)).validationStatus).toBe('FAILED_TO_VERIFY');
    },
  );

  test('ends as a control route says', async () => {
    const id = await create('login.example.com');
    const say = (outcome: unknown, domain = 'login.example.com') => org.post('/_sandbox/domains', { domain, outcome });
    expect((await say('VERIFIED')).body).toEqual({ domain: 'login.example.com', outcome: 'VERIFIED' });
    expect((await verify(id)).validationStatus).toBe('VERIFIED');
    const other = await create();
    for (const outcome of ['DOMAIN_TAKEN', 'FAILED_TO_VERIFY']) {
      await say(outcome, NAME);
      expect((await verify(other)).validationStatus).toBe(outcome);
    }
    expect((await say(null, NAME)).status).toBe(200);
    expect((await verify(other)).validationStatus).toBe('VERIFIED');
    const before = org.hash();
    expect((await say('MAYBE')).status).toBe(400);
    expect((await say('VERIFIED', 'nobody.acme.com')).status).toBe(404);
    expect(org.hash()).toBe(before);
  });

  test('of a domain whose certificates Okta gets takes a minute', async () => {
    const id = await create(NAME, { certificateSourceType: 'OKTA_MANAGED' });
    expect((await verify(id)).validationStatus).toBe('IN_PROGRESS');
    const status = async () => (await org.get(`${PATH}/${id}`)).body.validationStatus;
    org.clock.advance(59_000);
    expect(await status()).toBe('IN_PROGRESS');
    org.clock.advance(1000);
    expect(await status()).toBe('COMPLETED');
    await create('a.acme.com', { certificateSourceType: 'OKTA_MANAGED' }).then(verify);
    await org.delete(`${PATH}/${org.store.domains.by('domain', 'a.acme.com')?.id}`);
    org.clock.advance(60_000);
    expect((await org.get(PATH)).body.domains).toHaveLength(2);
  });
});

describe('a certificate', () => {
  const put = (id: string, changes: object = {}) => org.put(`${PATH}/${id}/certificate`, { ...good.body, ...changes });

  test('completes a verified domain, and can be replaced', async () => {
    const id = await create();
    const said = 'Could not verify the specified custom domain. Make sure the TXT record matches the expected value.';
    await refused(() => put(id), 403, 'E0000165', said);
    await verify(id);
    for (let n = 0; n < 2; n++) {
      const { status, text } = await put(id);
      expect([status, text]).toEqual([204, '']);
    }
    const { body } = await org.get(`${PATH}/${id}`);
    expect(body.validationStatus).toBe('COMPLETED');
    expect(body.publicCertificate).toEqual({
      subject: `CN=${NAME}`,
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
      expiration: '2035-01-01T00:00:00.000Z',
    });
    expect(JSON.stringify(org.store.domains.all())).not.toContain('PRIVATE KEY');
  });

  test('of the org’s own ends Okta’s care', async () => {
    const id = await create(NAME, { certificateSourceType: 'OKTA_MANAGED' });
    await verify(id);
    expect((await put(id)).status).toBe(204);
    org.clock.advance(60_000);
    expect((await org.get(`${PATH}/${id}`)).body).toMatchObject({
      certificateSourceType: 'MANUAL',
      validationStatus: 'COMPLETED',
    });
  });

  test('lets authorization servers be issued under the name, until the domain goes', async () => {
    const server = { name: 'A', description: 'A', audiences: ['api://a'] };
    const servers = '/api/v1/authorizationServers';
    const none = 'issuerMode: CUSTOM_URL takes a custom domain, and the org has none.';
    await refused(() => org.post(servers, { ...server, issuerMode: 'CUSTOM_URL' }), 400, 'E0000001', none);
    const id = await create();
    await verify(id);
    await put(id);
    const { body } = await org.post(servers, server);
    expect([body.issuerMode, body.issuer]).toEqual(['CUSTOM_URL', `https://${NAME}/oauth2/${body.id}`]);
    const plain = (await org.put(`${servers}/${body.id}`, { ...server, issuerMode: 'ORG_URL' })).body;
    expect(plain.issuer).toBe(`${org.url}/oauth2/${body.id}`);
    await org.put(`${servers}/${body.id}`, { ...server, issuerMode: 'CUSTOM_URL' });
    await org.delete(`${PATH}/${id}`);
    expect((await org.get(`${servers}/${body.id}`)).body).toMatchObject({
      issuerMode: 'ORG_URL',
      issuer: `${org.url}/oauth2/${body.id}`,
    });
  });

  test('lets identity providers and clients have the name, until the domain goes', async () => {
    const idps = '/api/v1/idps';
    const client = {
      name: 'oidc_client',
      label: 'Client',
      signOnMode: 'OPENID_CONNECT',
      settings: { oauthClient: { redirect_uris: ['https://client.example/back'], response_types: ['code'] } },
    };
    const none = 'issuerMode: CUSTOM_URL takes a custom domain, and the org has none.';
    const named = { ...facebook, issuerMode: 'CUSTOM_URL' };
    await refused(() => org.post(idps, named), 400, 'E0000001', none);
    const other = (await org.post(idps, { ...facebook, name: 'Plain' })).body;
    await refused(() => org.put(`${idps}/${other.id}`, { ...named, name: 'Plain' }), 400, 'E0000001', none);
    const id = await create();
    await verify(id);
    await put(id);
    const idp = (await org.post(idps, named)).body;
    const app = (await org.post('/api/v1/apps', client)).body;
    expect([idp.issuerMode, app.settings.oauthClient.issuer_mode]).toEqual(['CUSTOM_URL', 'CUSTOM_URL']);
    await org.delete(`${PATH}/${id}`);
    expect((await org.get(`${idps}/${idp.id}`)).body.issuerMode).toBe('ORG_URL');
    expect((await org.get(`/api/v1/apps/${app.id}`)).body.settings.oauthClient.issuer_mode).toBe('ORG_URL');
  });

  test('is whole, in PEM, and of its key', async () => {
    const id = await create();
    await verify(id);
    const refuse = (changes: object, error: string, ...causes: string[]) =>
      refused(() => put(id, changes), 400, error, ...causes);
    for (const member of ['type', 'certificate', 'privateKey', 'certificateChain']) {
      await refuse({ [member]: null }, 'E0000001', `${member}: The field cannot be left blank`);
    }
    await refuse({ type: 'DER' }, 'E0000003');
    await refuse({ certificate: 'x' }, 'Api validation failed: certificate');
    await refuse({ privateKey: 'x' }, 'Api validation failed: privateKey');
    const mismatch = 'privateKey: The private key does not match the certificate';
    await refuse({ privateKey: otherKey }, 'E0000001', mismatch);
    await refuse({ certificateChain: 'x' }, 'Api validation failed: certificateChain');
    org.clock.set(Date.UTC(2036, 0, 1));
    // What ten years have made due is done before the next request.
    await org.get(PATH);
    await refuse({}, 'E0000001', 'certificate: The certificate has expired');
  });
});

describe('a domain that is not there, or is Okta’s', () => {
  test('is not found', async () => {
    const said = 'Could not find custom domain with the given id.';
    await refused(() => org.get(`${PATH}/OcD1`), 404, 'E0000163', said);
    await refused(() => org.delete(`${PATH}/OcD1`), 404, 'E0000163');
    await refused(() => org.post(`${PATH}/OcD1/verify`), 404, 'E0000163');
    await refused(() => org.put(`${PATH}/OcD1/certificate`, good.body), 404, 'E0000163');
  });

  test('stays as it is', async () => {
    const said = 'This operation is not supported for this domain';
    await refused(() => org.post(`${PATH}/default/verify`), 400, 'Api validation failed: id', said);
    await refused(() => org.delete(`${PATH}/default`), 400, 'Api validation failed: id', said);
    await refused(() => org.put(`${PATH}/default/certificate`, good.body), 400, 'Api validation failed: id', said);
  });

  test('is gone once it is deleted; its brand stays', async () => {
    const id = await create();
    expect((await org.delete(`${PATH}/${id}`)).status).toBe(204);
    await refused(() => org.delete(`${PATH}/${id}`), 404, 'E0000163');
    expect(org.store.brands.by('name', NAME)).toBeDefined();
  });
});
