import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { expect } from '@jest/globals';
import * as x509 from '@peculiar/x509';
import type { RsaPrivateJwk } from '../../store/rsa-pool.js';
import { issue } from '../objects/authority.js';
import type { TestOrg } from './org.js';

/** A signing key as an answer shows it. */
export interface ShownKey {
  readonly kid: string;
  readonly e: string;
  readonly n: string;
  readonly x5c: readonly string[];
  readonly 'x5t#S256': string;
  readonly created: string;
  readonly expiresAt: string;
}

/** The certificate of a key as node:crypto reads it, after looking that both say the same. */
export function certificateOf({ x5c, e, n, expiresAt }: ShownKey): X509Certificate {
  const certificate = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64'));
  expect(certificate.publicKey.export({ format: 'jwk' })).toMatchObject({ e, n });
  expect(new Date(certificate.validTo).toISOString()).toBe(expiresAt);
  return certificate;
}

/** A signing request as a library reads it that the product does not use, after looking at its signature. */
export async function requestOf(csr: string): Promise<x509.Pkcs10CertificateRequest> {
  const request = new x509.Pkcs10CertificateRequest(Buffer.from(csr, 'base64'));
  expect(await request.verify()).toBe(true);
  return request;
}

/** What an authority makes of a signing request: a certificate as DER that ends so many days after the tests' time. */
export async function answerTo(org: TestOrg, privateJwk: RsaPrivateJwk, days = 365): Promise<Buffer> {
  const now = org.clock.now();
  const { kty, e, n } = privateJwk;
  return issue({
    key: { kty, e, n },
    issuerKey: { privateJwk, publicJwk: { kty, e, n } },
    subject: 'CN=an app',
    issuer: 'CN=an authority',
    notBefore: now - 1000,
    notAfter: now + days * 86_400_000,
  });
}

/** Asks as the administrator, for what is no JSON. */
export const ask = (org: TestOrg, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(org.url + path, {
    ...init,
    headers: { authorization: `SSWS ${org.sandbox.token}`, ...(init.headers as Record<string, string> | undefined) },
  });

/** DER as PEM. */
export const pemOf = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;

/** The headers of a certificate as PEM. */
export const PEM = { 'content-type': 'application/x-pem-file' };
