import 'reflect-metadata';
import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as x509 from '@peculiar/x509';
import {
  expiryOf,
  isDnsName,
  orgSubject,
  type SelfSigned,
  selfSignedCertificate,
  signingRequest,
} from '../../objects/keys/certificates.js';
import { jwksEntry, newKid } from '../../objects/keys/jwks.js';
import { readCertificate } from '../../objects/keys/read-certificate.js';
import { makeSigningKey, signingKeyView } from '../../objects/keys/signing-key.js';
import { IdSource } from '../../store/ids.js';
import { makeRsaKey, type RsaKey } from '../../store/rsa-pool.js';
import './authority.js';

const CREATED = Date.UTC(2026, 2, 1, 12, 30, 45, 678);
let key: RsaKey;

beforeAll(async () => {
  key = await makeRsaKey();
});

const der = (base64: string): Buffer => Buffer.from(base64, 'base64');
const make = async (changes: Partial<SelfSigned> = {}): Promise<Buffer> =>
  der(
    await selfSignedCertificate({ key, subject: orgSubject('acme'), created: CREATED, validityYears: 10, ...changes }),
  );

/** The names in the extension that a request asks for. */
function altNames(
  request: x509.Pkcs10CertificateRequest,
): readonly { readonly type: string; readonly value: string }[] {
  const extension = request.getExtension('2.5.29.17');
  return extension instanceof x509.SubjectAlternativeNameExtension ? extension.names.toJSON() : [];
}

describe('a self-signed certificate', () => {
  test('says what the certificates of an Okta org say', async () => {
    const certificate = new X509Certificate(await make());
    expect(certificate.subject.split('\n')).toEqual([
      'C=US',
      'ST=California',
      'L=San Francisco',
      'O=Okta',
      'OU=SSOProvider',
      'CN=acme',
      'emailAddress=info@okta.com',
    ]);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.validFrom).toBe('Mar  1 12:29:45 2026 GMT');
    expect(certificate.validTo).toBe('Mar  1 12:30:45 2036 GMT');
    expect(Number.parseInt(certificate.serialNumber, 16)).toBe(CREATED);
    expect(certificate.ca).toBe(false);
  });

  test('is signed by its own key', async () => {
    const certificate = new X509Certificate(await make());
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.publicKey.export({ format: 'jwk' })).toEqual({ ...key.publicJwk });
  });

  test('another library reads the same in it: no extensions, Okta’s kinds of text', async () => {
    const certificate = new x509.X509Certificate(await make());
    expect(await certificate.verify()).toBe(true);
    expect(certificate.extensions).toEqual([]);
    expect(certificate.signatureAlgorithm).toMatchObject({ name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } });
    const name = Buffer.from(certificate.subjectName.toArrayBuffer()).toString('hex');
    const utf8 = (text: string): string =>
      `0c${Buffer.of(text.length).toString('hex')}${Buffer.from(text).toString('hex')}`;
    expect(name).toContain(`13${'02'}${Buffer.from('US').toString('hex')}`);
    for (const text of ['California', 'San Francisco', 'Okta', 'SSOProvider', 'acme'])
      expect(name).toContain(utf8(text));
    expect(name).toContain(`160d${Buffer.from('info@okta.com').toString('hex')}`);
  });

  test('takes the serial number that it is given, a first bit that is set too', async () => {
    for (const serialNumber of [1n, 127n, 128n, 255n, 256n, 0xffffffffffffffffn]) {
      const { serialNumber: read } = new X509Certificate(await make({ serialNumber }));
      expect(BigInt(`0x${read}`)).toBe(serialNumber);
    }
  });

  test('is the same for the same input', async () => {
    expect(await make()).toEqual(await make());
  });

  test('writes years from 2050 on with four digits, and stops at the last that there is', async () => {
    const over = new X509Certificate(await make({ created: Date.UTC(2049, 11, 31, 23, 59, 59), validityYears: 2 }));
    expect([over.validFrom, over.validTo]).toEqual(['Dec 31 23:58:59 2049 GMT', 'Dec 31 23:59:59 2051 GMT']);
    const last = new X509Certificate(await make({ created: Date.UTC(9995, 5, 1), validityYears: 10 }));
    expect(last.validTo).toBe('Dec 31 23:59:59 9999 GMT');
  });
});

test('a certificate of years ends on the same day, or on the 28th where 29 February is missing', () => {
  expect(new Date(expiryOf(Date.UTC(2024, 1, 29, 1, 2, 3, 4), 3)).toISOString()).toBe('2027-02-28T01:02:03.000Z');
  expect(new Date(expiryOf(Date.UTC(2024, 1, 29), 4)).toISOString()).toBe('2028-02-29T00:00:00.000Z');
  expect(new Date(expiryOf(Date.UTC(2026, 0, 31), 2)).toISOString()).toBe('2028-01-31T00:00:00.000Z');
});

describe('a signing request', () => {
  const subject = {
    countryName: 'Canada',
    stateOrProvinceName: null,
    localityName: '',
    organizationName: 'Ünï, Inc.',
    organizationalUnitName: 'Dev',
    commonName: 'SP Issuer',
  };

  test('asks for its subject and names, and proves its key', async () => {
    const request = new x509.Pkcs10CertificateRequest(
      der(await signingRequest({ key, subject, dnsNames: ['dev.example', '*.dev.example'] })),
    );
    expect(await request.verify()).toBe(true);
    expect(request.subjectName.toJSON()).toEqual([
      { C: ['Canada'] },
      { O: ['Ünï, Inc.'] },
      { OU: ['Dev'] },
      { CN: ['SP Issuer'] },
    ]);
    const names = altNames(request);
    expect(names).toEqual([
      { type: 'dns', value: 'dev.example' },
      { type: 'dns', value: '*.dev.example' },
    ]);
    const publicKey = createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' });
    expect(publicKey.export({ format: 'jwk' })).toEqual({ ...key.publicJwk });
  });

  test('without names has no extension', async () => {
    const request = new x509.Pkcs10CertificateRequest(der(await signingRequest({ key, subject })));
    expect(await request.verify()).toBe(true);
    expect(request.extensions).toEqual([]);
  });

  test('carries ASCII names alone', async () => {
    expect(['a.example', '*.a.example'].every(isDnsName)).toBe(true);
    expect(['', 'ü.example', 'a b', 'a\n', 'x'.repeat(254)].some(isDnsName)).toBe(false);
    await expect(signingRequest({ key, subject, dnsNames: ['ok.example', 'ü.example'] })).rejects.toThrow(RangeError);
  });

  test('names of any length are written whole', async () => {
    const dnsNames = Array.from({ length: 300 }, (_, at) => `${'x'.repeat(at % 60)}${at}.example`);
    const long = { commonName: 'n'.repeat(70_000) };
    const request = new x509.Pkcs10CertificateRequest(der(await signingRequest({ key, subject: long, dnsNames })));
    const names = altNames(request);
    expect(names.map(({ value }) => value)).toEqual(dnsNames);
    expect(request.subjectName.toJSON()).toEqual([{ CN: [long.commonName] }]);
  });
});

describe('keys of a JWKS', () => {
  test('have Okta’s members in Okta’s order', () => {
    expect(JSON.stringify(jwksEntry('k1', { kty: 'RSA', e: 'AQAB', n: 'xyz' }))).toBe(
      '{"alg":"RS256","e":"AQAB","n":"xyz","kid":"k1","kty":"RSA","use":"sig"}',
    );
  });

  test('are named by base64url of 32 bytes, the same again for the same seed', () => {
    const names = (seed: string): string[] => {
      const ids = new IdSource('0g0', seed);
      return [newKid(ids), newKid(ids), newKid(ids)];
    };
    const drawn = names('a');
    expect(names('a')).toEqual(drawn);
    expect(new Set([...drawn, ...names('b')]).size).toBe(6);
    for (const kid of drawn) {
      expect(kid).toHaveLength(43);
      expect(Buffer.from(kid, 'base64url').toString('base64url')).toBe(kid);
      expect(Buffer.from(kid, 'base64url')).toHaveLength(32);
    }
  });
});

test('the facts of a certificate are those that its DER has', async () => {
  const bytes = await make({ validityYears: 2 });
  const facts = readCertificate(bytes);
  expect(facts).toEqual({
    x5c: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('base64url'),
    sha1: createHash('sha1').update(bytes).digest('hex'),
    subject: 'emailAddress=info@okta.com,CN=acme,OU=SSOProvider,O=Okta,L=San Francisco,ST=California,C=US',
    issuer: 'emailAddress=info@okta.com,CN=acme,OU=SSOProvider,O=Okta,L=San Francisco,ST=California,C=US',
    serialNumber: expect.stringMatching(/^[0-9A-F]+$/),
    notBefore: Date.UTC(2026, 2, 1, 12, 29, 45),
    notAfter: Date.UTC(2028, 2, 1, 12, 30, 45),
    publicJwk: key.publicJwk,
    modulusLength: 2048,
  });
});

describe('a new signing key', () => {
  const pool = { take: async (): Promise<RsaKey> => key };
  const dates = { kid: 'k1', created: '2026-03-01T12:30:45.000Z', lastUpdated: '2026-03-01T12:30:45.000Z' };

  test('is shown with its certificate, in Okta’s order of members, and without its private part', async () => {
    const made = await makeSigningKey({ subdomain: 'acme', created: CREATED, validityYears: 2 }, pool);
    const view = signingKeyView(made, dates);
    const bytes = await make({ validityYears: 2 });
    expect(Object.entries(view)).toEqual([
      ['kty', 'RSA'],
      ['created', '2026-03-01T12:30:45.000Z'],
      ['lastUpdated', '2026-03-01T12:30:45.000Z'],
      ['expiresAt', '2028-03-01T12:30:45.000Z'],
      ['kid', 'k1'],
      ['use', 'sig'],
      ['x5c', [bytes.toString('base64')]],
      ['x5t#S256', createHash('sha256').update(bytes).digest('base64url')],
      ['e', 'AQAB'],
      ['n', key.publicJwk.n],
    ]);
    expect(made.privateJwk).toEqual(key.privateJwk);
  });

  test('is valid for ten years if nothing else is asked for', async () => {
    const made = await makeSigningKey({ subdomain: 'acme', created: CREATED }, pool);
    expect(made.expiresAt).toBe('2036-03-01T12:30:45.000Z');
  });
});
