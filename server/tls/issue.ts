import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { Credentials } from './server.js';

const DAY_MS = 86_400_000;

/** Devices ask for no less, and Apple's trust no certificate that lasts longer than 825 days. */
const AUTHORITY_DAYS = 3650;
const SERVER_DAYS = 397;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

const pemOfKey = (key: webcrypto.CryptoKey): string =>
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();

/** From a minute ago, since clocks of machines differ a little. */
const validity = (now: number, days: number): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(now - 60_000),
  notAfter: new Date(now + days * DAY_MS),
});

/** Makes an authority that signs for this sandbox. @param now milliseconds since 1970 */
export async function newAuthority(now: number): Promise<Credentials> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=mockta local authority, O=mockta',
    keys,
    signingAlgorithm: ALGORITHM,
    ...validity(now, AUTHORITY_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n`, key: pemOfKey(keys.privateKey) };
}

/** A name as certificates have it. @param name a host, IPv6 in brackets */
function alternative(name: string): { type: 'ip' | 'dns'; value: string } {
  const value = name.replace(/^\[(.*)\]$/, '$1');
  return { type: isIP(value) > 0 ? 'ip' : 'dns', value };
}

/** Has the authority issue a certificate for these hosts. @param now milliseconds since 1970 */
export async function newCertificate(
  authority: Credentials,
  names: readonly string[],
  now: number,
): Promise<Credentials> {
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.cert);
  const pkcs8 = x509.PemConverter.decodeFirst(authority.key);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=mockta, O=mockta',
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']),
    signingAlgorithm: ALGORITHM,
    ...validity(now, SERVER_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(alternative)),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: `${certificate.toString('pem')}\n`, key: pemOfKey(keys.privateKey) };
}
