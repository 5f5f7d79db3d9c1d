import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { RsaKey, RsaPublicJwk } from '../../store/rsa-pool.js';

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

const keyFrom = (jwk: RsaPublicJwk, usage: 'sign' | 'verify'): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('jwk', { ...jwk }, ALGORITHM, true, [usage]);

/** What an authority writes into a certificate. */
export interface Issued {
  readonly key: RsaPublicJwk;
  readonly subject: string;
  readonly issuer: string;
  readonly issuerKey: RsaKey;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly serialNumber?: string;
}

/** Issues a certificate with a library that the product does not use. @returns DER */
export async function issue(given: Issued): Promise<Buffer> {
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: given.serialNumber ?? '0a',
    subject: given.subject,
    issuer: given.issuer,
    notBefore: new Date(given.notBefore),
    notAfter: new Date(given.notAfter),
    signingAlgorithm: ALGORITHM,
    publicKey: await keyFrom(given.key, 'verify'),
    signingKey: await keyFrom(given.issuerKey.privateJwk, 'sign'),
  });
  return Buffer.from(certificate.rawData);
}

/** DER as PEM, in lines of 64. */
export const pemOf = (der: Uint8Array, label = 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;

/** The private key as PKCS#8 in PEM. */
export const privatePem = (key: RsaKey): string =>
  createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
