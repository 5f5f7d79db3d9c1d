import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orgSubject, selfSignedCertificate, signingRequest } from '../../objects/keys/certificates.js';
import { isForKey, readCertificate, readPublished } from '../../objects/keys/read-certificate.js';
import { makeRsaKey, type RsaKey } from '../../store/rsa-pool.js';
import { pemOf, privatePem } from './authority.js';

/** OpenSSL's own program, a reader that shares nothing with the writer. */
const openssl = (...args: readonly string[]): { code: number | null; text: string } => {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8', input: '' });
  return { code: status, text: `${stdout}${stderr}` };
};

const isThere = openssl('version').code === 0;
if (!isThere) console.warn('The program openssl is not installed: its readings of certificates are not compared.');

/** A test that needs the program. */
const withOpenssl = (what: string, body: () => void | Promise<void>): void => {
  test(what, async () => {
    if (isThere) await body();
  });
};

const folder = mkdtempSync(join(tmpdir(), 'mockta-openssl-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const NOW = Date.UTC(2026, 2, 1);
let key: RsaKey;

beforeAll(async () => {
  key = await makeRsaKey();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

withOpenssl('openssl verifies a self-signed certificate and prints its name', async () => {
  const made = await selfSignedCertificate({ key, subject: orgSubject('acme'), created: NOW, validityYears: 10 });
  const path = file('own.pem', pemOf(Buffer.from(made, 'base64')));
  expect(openssl('verify', '-attime', `${NOW / 1000}`, '-CAfile', path, path)).toMatchObject({ code: 0 });
  const { text } = openssl('x509', '-in', path, '-noout', '-subject', '-nameopt', 'RFC2253', '-enddate', '-ext', 'all');
  expect(text).toContain(
    'subject=emailAddress=info@okta.com,CN=acme,OU=SSOProvider,O=Okta,L=San Francisco,ST=California,C=US',
  );
  expect(text).toContain('notAfter=Mar  1 00:00:00 2036 GMT');
  expect(text).toContain('No extensions');
});

withOpenssl('openssl verifies a signing request, and its answer is taken', async () => {
  const subject = { countryName: 'US', organizationName: 'Ünï, Inc.', commonName: 'SP Issuer' };
  const request = Buffer.from(await signingRequest({ key, subject, dnsNames: ['a.example', '*.b.example'] }), 'base64');
  const path = file('request.der', request);
  const { code, text } = openssl('req', '-verify', '-inform', 'DER', '-in', path, '-noout', '-text');
  expect(code).toBe(0);
  expect(text).toMatch(/verify OK/);
  expect(text).toContain('DNS:a.example, DNS:*.b.example');
  const signer = file('key.pem', privatePem(key));
  const answer = join(folder, 'answer.pem');
  const pem = file('request.pem', pemOf(request, 'CERTIFICATE REQUEST'));
  // Without extensions it writes version 1 of certificates.
  expect(openssl('x509', '-req', '-in', pem, '-signkey', signer, '-days', '400', '-out', answer).code).toBe(0);
  const der = join(folder, 'answer.der');
  expect(openssl('x509', '-in', answer, '-outform', 'DER', '-out', der).code).toBe(0);
  const base64 = openssl('base64', '-A', '-in', der).text;
  const facts = readCertificate(base64);
  expect(facts && isForKey(facts, key.publicJwk)).toBe(true);
  expect(readPublished(base64, key.publicJwk, facts?.notBefore ?? 0)).toEqual({ certificate: facts });
  const { text: print } = openssl('x509', '-in', answer, '-noout', '-fingerprint', '-sha1');
  expect(print.replace(/[:\n]/g, '').toLowerCase()).toContain(`fingerprint=${facts?.sha1}`);
});

withOpenssl('openssl reads the private key, and it is the one in the certificate', async () => {
  const made = await selfSignedCertificate({ key, subject: { commonName: 'x' }, created: NOW, validityYears: 2 });
  const certificate = file('pair.pem', pemOf(Buffer.from(made, 'base64')));
  const inCertificate = openssl('x509', '-in', certificate, '-noout', '-modulus').text;
  const inKey = openssl('rsa', '-in', file('pair.key', privatePem(key)), '-noout', '-modulus').text;
  expect(inKey).toBe(inCertificate);
  expect(inKey).toMatch(/^Modulus=[0-9A-F]{512}\n$/);
});
