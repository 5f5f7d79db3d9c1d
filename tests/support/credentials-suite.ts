import { describe, expect, test } from '@jest/globals';
import { answerTo, ask, certificateOf, PEM, pemOf, requestOf, type ShownKey } from './credentials.js';
import type { TestOrg } from './org.js';
import { refusedBy } from './refused.js';

/** What has keys and requests, as the suite asks for it over HTTP. */
export interface Owners {
  /** Makes one without keys of its own besides the first. @returns the path that its credentials stand below */
  readonly make: () => Promise<string>;
  readonly missing: string;
  /** The query parameter that names who a key is cloned to. */
  readonly cloneTo: string;
  /** The name of what the path leads to, in a refusal. */
  readonly typeName: string;
}

const given = {
  subject: { commonName: 'SP Issuer', countryName: 'CAN', organizationName: 'Okta, Inc.', localityName: 'Toronto' },
  subjectAltNames: { dnsNames: ['dev.example.com'] },
};
const idIn = (path: string): string => path.split('/').at(-1) ?? '';

function keySuite(org: TestOrg, { make }: Owners): void {
  const refused = refusedBy(org);

  test('generates keys that their certificates are for, and lists the oldest first', async () => {
    const path = `${await make()}/credentials/keys`;
    const before: ShownKey[] = (await org.get(path)).body;
    const { status, body, headers } = await org.post(`${path}/generate?validityYears=2`);
    expect([status, headers.location]).toEqual([201, `${org.url}${path}/${body.kid}`]);
    const certificate = certificateOf(body);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toContain('O=Okta');
    expect(body.expiresAt).toBe('2028-01-15T09:30:00.000Z');
    expect((await org.get(path)).body).toEqual([...before, body]);
    expect((await org.get(`${path}/${body.kid}`)).body).toEqual(body);
  });

  test('makes keys for two to ten years', async () => {
    const path = `${await make()}/credentials/keys/generate`;
    const say = 'Validity years out of range. It should be 2 - 10 years';
    for (const years of ['?validityYears=1', '?validityYears=11', '']) {
      await refused(() => org.post(path + years), 400, 'Api validation failed: generateKey', say);
    }
    for (const years of ['2.5', 'many']) {
      await refused(() => org.post(`${path}?validityYears=${years}`), 400, 'E0000037');
    }
  });
}

function cloneSuite(org: TestOrg, { make, missing, cloneTo, typeName }: Owners): void {
  const refused = refusedBy(org);

  test('clones a key, once', async () => {
    const [from, to] = [await make(), await make()];
    const { body } = await org.post(`${from}/credentials/keys/generate?validityYears=3`);
    const clone = () => org.post(`${from}/credentials/keys/${body.kid}/clone?${cloneTo}=${idIn(to)}`);
    const { status, body: cloned, headers } = await clone();
    expect([status, cloned, headers.location]).toEqual([201, body, `${org.url}${to}/credentials/keys/${body.kid}`]);
    const say = 'Key already exists in the list of key credentials for the target app.';
    await refused(clone, 400, 'Api validation failed: cloneKey', say);
    const nowhere = `${from}/credentials/keys/${body.kid}/clone?${cloneTo}=0oa1`;
    await refused(() => org.post(nowhere), 404, `Not found: Resource not found: 0oa1 (${typeName})`);
    await refused(() => org.post(`${from}/credentials/keys/none/clone?${cloneTo}=${idIn(to)}`), 404, 'E0000007');
    const blank = `${cloneTo}: The field cannot be left blank`;
    await refused(() => org.post(`${from}/credentials/keys/${body.kid}/clone`), 400, 'E0000001', blank);
    await refused(() => org.post(`${missing}/credentials/keys/${body.kid}/clone`), 404, 'E0000007');
  });

  test('knows no other keys, and none of who is not there', async () => {
    const path = await make();
    const say = 'Not found: Resource not found: none (JsonWebKey)';
    await refused(() => org.get(`${path}/credentials/keys/none`), 404, say);
    await refused(() => org.get(`${missing}/credentials/keys`), 404, 'E0000007');
    await refused(() => org.post(`${missing}/credentials/keys/generate?validityYears=2`), 404, 'E0000007');
  });
}

function requestSuite(org: TestOrg, { make }: Owners): void {
  test('makes signing requests that say what was asked for', async () => {
    const path = `${await make()}/credentials/csrs`;
    const { status, body, headers } = await org.post(path, given);
    const self = `${org.url}${path}/${body.id}`;
    expect([status, headers.location, body.kty]).toEqual([201, self, 'RSA']);
    expect(body._links).toEqual({
      publish: { href: `${self}/lifecycle/publish`, hints: { allow: ['POST'] } },
      self: { href: self, hints: { allow: ['GET', 'DELETE'] } },
    });
    const request = await requestOf(body.csr);
    expect(request.subject).toBe('C=CAN, L=Toronto, O=Okta\\, Inc., CN=SP Issuer');
    expect((await org.get(path)).body).toEqual([body]);
    expect((await org.get(`${path}/${body.id}`)).body).toEqual(body);
  });

  test('gives the bare request to who asks for PKCS#10', async () => {
    const path = `${await make()}/credentials/csrs`;
    const headers = { accept: 'application/pkcs10' };
    const made = await ask(org, path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    expect([made.status, made.headers.get('content-type')]).toEqual([201, 'application/pkcs10; filename=okta.p10']);
    expect(made.headers.get('content-transfer-encoding')).toBe('base64');
    const text = await made.text();
    await requestOf(text);
    const [{ id, csr }] = (await org.get(path)).body;
    expect([text, made.headers.get('location')]).toEqual([csr, `${org.url}${path}/${id}`]);
    expect(await (await ask(org, `${path}/${id}`, { headers })).text()).toBe(csr);
  });
}

function refusedRequestSuite(org: TestOrg, { make, missing }: Owners): void {
  const refused = refusedBy(org);

  test('refuses requests without a common name, or with names that no certificate can carry', async () => {
    const path = `${await make()}/credentials/csrs`;
    await refused(() => org.post(path, {}), 400, 'E0000001', 'commonName: The field cannot be left blank');
    await refused(() => org.post(path, { ...given, subject: null }), 400, 'E0000001');
    const names = (dnsNames: unknown[]) => () => org.post(path, { ...given, subjectAltNames: { dnsNames } });
    await refused(names(['blank name']), 400, 'Api validation failed: subjectAltNames');
    await refused(names([null]), 400, 'Api validation failed: subjectAltNames');
    await refused(() => org.post(`${missing}/credentials/csrs`, given), 404, 'E0000007');
    await refused(() => org.get(`${missing}/credentials/csrs`), 404, 'E0000007');
  });

  test('takes them back', async () => {
    const path = `${await make()}/credentials/csrs`;
    const { id } = (await org.post(path, given)).body;
    expect((await org.delete(`${path}/${id}`)).status).toBe(204);
    const say = `Not found: Resource not found: ${id} (CertificateSigningRequest)`;
    await refused(() => org.delete(`${path}/${id}`), 404, say);
    await refused(() => org.get(`${path}/${id}`), 404, say);
  });
}

function publishSuite(org: TestOrg, { make }: Owners): void {
  const refused = refusedBy(org);
  const begin = async () => {
    const owner = await make();
    const path = `${owner}/credentials/csrs`;
    const { id } = (await org.post(path, given)).body;
    const { privateJwk } = org.store.signingRequests.require(id);
    const publish = (body: string | Buffer, headers: Record<string, string>) =>
      org.post(`${path}/${id}/lifecycle/publish`, body, headers);
    return { owner, path, id, privateJwk, publish };
  };
  const DER = { 'content-type': 'application/pkix-cert' };
  const base64 = (type: string) => ({ 'content-type': type, 'content-transfer-encoding': 'base64' });

  test.each([
    ['DER', (der: Buffer) => der, DER],
    ['base64', (der: Buffer) => der.toString('base64'), base64('application/x-x509-ca-cert')],
    ['PEM', pemOf, PEM],
  ])('takes the certificate of a request as %s', async (_, write, headers) => {
    const { owner, path, id, privateJwk, publish } = await begin();
    const der = await answerTo(org, privateJwk);
    const { status, body, headers: answered } = await publish(write(der), headers);
    expect([status, body.x5c]).toEqual([201, [der.toString('base64')]]);
    expect(answered.location).toBe(`${org.url}${owner}/credentials/keys/${body.kid}`);
    certificateOf(body);
    expect((await org.get(`${owner}/credentials/keys/${body.kid}`)).body).toEqual(body);
    await refused(() => org.get(`${path}/${id}`), 404, 'E0000007');
  });

  test('refuses what is no certificate of the request', async () => {
    const { privateJwk, publish } = await begin();
    const other = await answerTo(org, (await begin()).privateJwk);
    const short = await answerTo(org, privateJwk, 90);
    const summary = 'Api validation failed: certificate';
    await refused(() => publish('nothing', DER), 400, summary, 'The certificate could not be read.');
    await refused(() => publish(other, DER), 400, summary, 'The certificate does not match the CSR.');
    await refused(() => publish(short, DER), 400, summary, 'The certificate must be valid for more than 90 days.');
    await refused(() => publish('', DER), 400, 'E0000003');
  });
}

/** What holds of keys and signing requests whoever has them. Call it within a `describe`. */
export function credentialsSuite(org: TestOrg, owners: Owners): void {
  describe('keys', () => keySuite(org, owners));
  describe('clones', () => cloneSuite(org, owners));
  describe('signing requests', () => requestSuite(org, owners));
  describe('signing requests that are refused', () => refusedRequestSuite(org, owners));
  describe('publishing', () => publishSuite(org, owners));
}
