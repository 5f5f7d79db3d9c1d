import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orgSubject, selfSignedCertificate } from '../../objects/keys/certificates.js';
import {
  checkDomainCertificate,
  type DomainCertificate,
  type DomainCertificateFault,
} from '../../objects/keys/domain-certificate.js';
import { readCertificate, readPublished } from '../../objects/keys/read-certificate.js';
import { makeRsaKey, type RsaKey } from '../../store/rsa-pool.js';
import { issue, pemOf, privatePem } from './authority.js';

const NOW = Date.UTC(2026, 2, 1);
const DAY = 86_400_000;
const [ROOT, MIDDLE, LEAF] = ['CN=Root,O=A', 'CN=Middle,O=A', 'CN=login.acme.example'];
let keys: { readonly root: RsaKey; readonly middle: RsaKey; readonly leaf: RsaKey };
let root: Buffer;
let middle: Buffer;
let leaf: Buffer;

beforeAll(async () => {
  const [rootKey, middleKey, leafKey] = await Promise.all([makeRsaKey(), makeRsaKey(), makeRsaKey()]);
  keys = { root: rootKey, middle: middleKey, leaf: leafKey };
  const span = { notBefore: NOW - DAY, notAfter: NOW + 365 * DAY };
  root = await issue({ ...span, key: rootKey.publicJwk, subject: ROOT, issuer: ROOT, issuerKey: rootKey });
  middle = await issue({ ...span, key: middleKey.publicJwk, subject: MIDDLE, issuer: ROOT, issuerKey: rootKey });
  leaf = await issue({ ...span, key: leafKey.publicJwk, subject: LEAF, issuer: MIDDLE, issuerKey: middleKey });
});

describe('a certificate is read', () => {
  test('in every form that Okta takes', () => {
    const base64 = leaf.toString('base64');
    const forms: Readonly<Record<string, Buffer | string>> = {
      DER: leaf,
      PEM: pemOf(leaf),
      'PEM with text around, and a second certificate': `subject=x\n${pemOf(leaf)}${pemOf(middle)}`,
      'PEM with line ends of Windows': pemOf(leaf).replaceAll('\n', '\r\n'),
      'PEM of one line': `-----BEGIN CERTIFICATE-----${base64}-----END CERTIFICATE-----`,
      'base64 on one line': base64,
      'base64 in lines of 76': base64.replace(/.{76}/g, '$&\r\n'),
      'base64 without padding': base64.replace(/=+$/, ''),
      'base64 of PEM': Buffer.from(pemOf(leaf)).toString('base64'),
    };
    for (const [form, given] of Object.entries(forms)) {
      const bytes = typeof given === 'string' ? Buffer.from(given) : given;
      expect([form, readCertificate(bytes)?.x5c]).toEqual([form, base64]);
    }
    expect(readCertificate(pemOf(leaf))).toEqual(readCertificate(leaf));
  });

  test('and nothing else', () => {
    const others: readonly (Buffer | string)[] = [
      '',
      'no certificate',
      '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
      `-----BEGIN CERTIFICATE-----\n${leaf.toString('base64')}`,
      pemOf(leaf, 'PUBLIC KEY'),
      privatePem(keys.leaf),
      leaf.subarray(0, leaf.length - 1),
      Buffer.concat([leaf, Buffer.of(0)]),
      Buffer.concat([leaf, leaf]),
      // What a client makes of DER that it takes for text.
      Buffer.from(leaf.toString('utf8'), 'utf8'),
      Buffer.alloc(100_000, 'A'),
      `${pemOf(leaf)}${' '.repeat(70_000)}`,
    ];
    for (const given of others) expect(readCertificate(given)).toBeUndefined();
  });

  test('whatever bytes come, it answers', () => {
    const damaged = fc
      .tuple(fc.nat({ max: 700 }), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      .map(([at, bytes]) => Buffer.concat([leaf.subarray(0, at), bytes, leaf.subarray(at + bytes.length)]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged), (bytes) => {
        const facts = readCertificate(bytes);
        expect(facts === undefined || Number.isFinite(facts.notAfter)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('with a key of another kind it has no RSA members', async () => {
    // RFC 8410, section 10.2: a certificate of an X25519 key, signed by Ed25519.
    const der = Buffer.from(
      'MIIBLDCB36ADAgECAghWAUdKKo3DMDAFBgMrZXAwGTEXMBUGA1UEAwwOSUVURiBUZXN0IERlbW8wHhcNMTYwODAxMTIxOTI0WhcNNDAxMjMxMjM1OTU5WjAZMRcwFQYDVQQDDA5JRVRGIFRlc3QgRGVtbzAqMAUGAytlbgMhAIUg8AmJMKdUdIt93LQ+91oNvzoNJjga9OukqY6qm05qo0UwQzAPBgNVHRMBAf8EBTADAQEAMA4GA1UdDwEBAAQEAwIDCDAgBgNVHQ4BAQAEFgQUmx9e7e0EM4Xk97xiPFl1uQvIuzswBQYDK2VwA0EAryMB/t3J5v/BzKc9dNZIpDmAgs3babFOTQbs+BolzlDUwsPrdGxO3YNGhW7Ibz3OGhhlxXrCe1Cgw1AH9efZBA==',
      'base64',
    );
    const facts = readCertificate(der);
    expect(facts).toMatchObject({ subject: 'CN=IETF Test Demo', notAfter: Date.UTC(2040, 11, 31, 23, 59, 59) });
    expect(facts).not.toHaveProperty('publicJwk');
  });
});

describe('a published certificate', () => {
  test('is for the key of the request, whoever issued it and whatever subject it names', () => {
    expect(readPublished(leaf, keys.leaf.publicJwk, NOW)).toEqual({ certificate: readCertificate(leaf) });
    expect(readPublished(leaf, keys.middle.publicJwk, NOW)).toEqual({ fault: 'otherKey' });
    expect(readPublished('x', keys.leaf.publicJwk, NOW)).toEqual({ fault: 'unreadable' });
  });

  test('is valid for more than 90 days from now', () => {
    const end = NOW + 365 * DAY;
    expect(readPublished(leaf, keys.leaf.publicJwk, end - 90 * DAY)).toEqual({ fault: 'shortValidity' });
    expect(readPublished(leaf, keys.leaf.publicJwk, end - 90 * DAY - 1)).toHaveProperty('certificate');
  });
});

describe('the certificate of a custom domain', () => {
  const check = (changes: Partial<DomainCertificate> = {}, now = NOW): unknown =>
    checkDomainCertificate(
      {
        certificate: pemOf(leaf),
        privateKey: privatePem(keys.leaf),
        certificateChain: `${pemOf(middle)}${pemOf(root)}`,
        ...changes,
      },
      now,
    );
  const refusal = (member: DomainCertificateFault['member'], fault: string): unknown => ({ member, fault });

  test('is taken with its key and its chain, with or without the root, the certificate itself in front or not', () => {
    const taken = { certificate: readCertificate(leaf) };
    expect(check()).toEqual(taken);
    expect(check({ certificateChain: pemOf(middle) })).toEqual(taken);
    expect(check({ certificateChain: `${pemOf(leaf)}${pemOf(middle)}` })).toEqual(taken);
    expect(readCertificate(leaf)?.subject).toBe(LEAF);
  });

  test('may be issued by itself', async () => {
    const own = { key: keys.leaf, subject: orgSubject('acme'), created: NOW, validityYears: 2 };
    const certificate = pemOf(Buffer.from(await selfSignedCertificate(own), 'base64'));
    expect(check({ certificate, certificateChain: certificate })).toHaveProperty('certificate');
    expect(check({ certificate, certificateChain: pemOf(middle) })).toEqual(refusal('certificateChain', 'broken'));
  });

  test('is refused where the three do not belong together', () => {
    expect(check({ privateKey: privatePem(keys.middle) })).toEqual(refusal('privateKey', 'otherKey'));
    expect(check({ certificateChain: pemOf(root) })).toEqual(refusal('certificateChain', 'broken'));
    expect(check({ certificateChain: pemOf(leaf) })).toEqual(refusal('certificateChain', 'broken'));
    expect(check({ certificateChain: `${pemOf(middle)}${pemOf(middle)}` })).toEqual(
      refusal('certificateChain', 'broken'),
    );
    expect(check({}, NOW + 365 * DAY)).toEqual(refusal('certificate', 'expired'));
  });

  test('is refused with a chain that bears the right names and other keys', async () => {
    const span = { notBefore: NOW - DAY, notAfter: NOW + DAY };
    const named = { ...span, subject: MIDDLE, issuer: ROOT, issuerKey: keys.root };
    const impostor = await issue({ ...named, key: keys.leaf.publicJwk });
    expect(check({ certificateChain: pemOf(impostor) })).toEqual(refusal('certificateChain', 'broken'));
  });

  test('is refused where one of the three cannot be read', () => {
    const unreadable = ['', 'x', '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----', 'A'.repeat(100_000)];
    for (const text of unreadable) {
      expect(check({ certificate: text })).toEqual(refusal('certificate', 'unreadable'));
      expect(check({ privateKey: text })).toEqual(refusal('privateKey', 'unreadable'));
      expect(check({ certificateChain: text })).toEqual(refusal('certificateChain', 'unreadable'));
    }
    expect(check({ certificate: pemOf(leaf) + pemOf(middle) })).toEqual(refusal('certificate', 'unreadable'));
    expect(check({ certificateChain: pemOf(middle).repeat(17) })).toEqual(refusal('certificateChain', 'unreadable'));
  });

  test('is refused with an encrypted key, and with a key that is not RSA', () => {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' },
    });
    expect(check({ privateKey })).toEqual(refusal('privateKey', 'unreadable'));
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(check({ privateKey: pem })).toEqual(refusal('privateKey', 'otherKey'));
  });
});
