import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import type { RsaPublicJwk } from '../../store/rsa-pool.js';

/** What a certificate says, as plain values that a row can keep. */
export interface CertificateFacts {
  /** DER in base64 on one line, as a member of `x5c`. */
  readonly x5c: string;
  /** SHA-256 of the DER in base64url: a key's `x5t#S256`. */
  readonly sha256: string;
  /** SHA-1 of the DER in lower-case hexadecimal digits. */
  readonly sha1: string;
  /** The subject as RFC 2253 writes it, the last part first: `CN=a.example,O=A`. */
  readonly subject: string;
  /** The issuer, in the same form. */
  readonly issuer: string;
  /** Upper-case hexadecimal digits, as node:crypto writes it. */
  readonly serialNumber: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  /** Milliseconds since 1970: `expiresAt`. */
  readonly notAfter: number;
  /** The key, where it is an RSA key. */
  readonly publicJwk?: RsaPublicJwk;
  /** Bits of an RSA key's modulus. */
  readonly modulusLength?: number;
}

/** A certificate has one or two thousand bytes; what is far above that is none, and is not looked at. */
export const MOST_BYTES = 64 * 1024;

const DAY = 86_400_000;
/** A certificate that is published for a request must be valid for longer than this (facts: apps §8). */
const LEAST_VALIDITY = 90 * DAY;

const SEQUENCE = 0x30;
const PEM = /-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----/g;
const isPem = (text: string): boolean => text.includes('-----BEGIN ');

/** The bytes of base64 text, line breaks and blanks aside; undefined where it is none. */
function fromBase64(text: string): Buffer | undefined {
  const digits = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(digits) || digits.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(digits, 'base64');
}

/** The DER of each certificate in PEM text, in its order; undefined for a block that is not base64, or without any. */
export function pemBlocks(text: string): readonly Buffer[] | undefined {
  const blocks = [...text.matchAll(PEM)].map(([, digits = '']) => fromBase64(digits));
  const ders = blocks.filter((block) => block !== undefined);
  return ders.length > 0 && ders.length === blocks.length ? ders : undefined;
}

/** The DER in what was sent: DER itself, PEM (its first certificate), or either of them in base64. */
function derOf(given: Uint8Array): Buffer | undefined {
  if (given[0] === SEQUENCE) return Buffer.from(given);
  const text = Buffer.from(given).toString('latin1');
  if (isPem(text)) return pemBlocks(text)?.[0];
  const inner = fromBase64(text);
  if (inner === undefined || inner[0] === SEQUENCE) return inner;
  const innerText = inner.toString('latin1');
  return isPem(innerText) ? pemBlocks(innerText)?.[0] : undefined;
}

/** node:crypto's reading of this DER, or undefined where it is no certificate or more than one. */
export function parseCertificate(der: Uint8Array): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    // It reads the beginning and leaves the rest.
    return certificate.raw.length === der.length ? certificate : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    // A kind of key that OpenSSL does not know.
    return undefined;
  }
}

function rsaPart(key: KeyObject | undefined): Pick<CertificateFacts, 'publicJwk' | 'modulusLength'> {
  if (key?.asymmetricKeyType !== 'rsa') return {};
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  return { publicJwk: { kty: 'RSA', e, n }, modulusLength: key.asymmetricKeyDetails?.modulusLength ?? 0 };
}

/** node:crypto writes a part a line, the first one first, and has escaped each value. */
const nameText = (lines: string | undefined): string => (lines ?? '').split('\n').reverse().join(',');

/** What a parsed certificate says; undefined where its times are none. */
export function factsOf(certificate: X509Certificate): CertificateFacts | undefined {
  const notBefore = Date.parse(certificate.validFrom);
  const notAfter = Date.parse(certificate.validTo);
  if (Number.isNaN(notBefore) || Number.isNaN(notAfter)) return undefined;
  return {
    x5c: certificate.raw.toString('base64'),
    sha256: createHash('sha256').update(certificate.raw).digest('base64url'),
    sha1: createHash('sha1').update(certificate.raw).digest('hex'),
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serialNumber: certificate.serialNumber,
    notBefore,
    notAfter,
    ...rsaPart(keyOf(certificate)),
  };
}

/**
 * Reads a certificate in any form that Okta takes: DER, PEM, or either of them in base64, broken into lines or not.
 * @returns undefined for everything else
 */
export function readCertificate(given: Uint8Array | string): CertificateFacts | undefined {
  const bytes = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
  if (bytes.length === 0 || bytes.length > MOST_BYTES) return undefined;
  const der = derOf(bytes);
  const certificate = der && parseCertificate(der);
  return certificate && factsOf(certificate);
}

/** Whether a certificate is for this key. Subjects are not compared: authorities write them anew (facts: clients). */
export const isForKey = (certificate: CertificateFacts, key: RsaPublicJwk): boolean =>
  certificate.publicJwk?.n === key.n && certificate.publicJwk.e === key.e;

/** Why a certificate is not taken for a signing request. */
export type PublishFault = 'unreadable' | 'otherKey' | 'shortValidity';

/**
 * Reads the certificate that comes back for a signing request.
 * @param key the public key that the request was made for
 * @param now milliseconds since 1970, from the org's clock
 * @returns the certificate, or why it is refused
 */
export function readPublished(
  given: Uint8Array | string,
  key: RsaPublicJwk,
  now: number,
): { readonly certificate: CertificateFacts } | { readonly fault: PublishFault } {
  const certificate = readCertificate(given);
  if (!certificate) return { fault: 'unreadable' };
  if (!isForKey(certificate, key)) return { fault: 'otherKey' };
  if (certificate.notAfter - now <= LEAST_VALIDITY) return { fault: 'shortValidity' };
  return { certificate };
}
