import { type RsaKey, type RsaPool, type RsaPrivateJwk, rsaPool } from '../../store/rsa-pool.js';
import { orgSubject, selfSignedCertificate } from './certificates.js';
import { type CertificateFacts, readCertificate } from './read-certificate.js';

/** A signing key with its certificate, as a row of an application or identity provider keeps it. */
export interface CertifiedKey {
  readonly privateJwk: RsaPrivateJwk;
  /** DER in base64. */
  readonly x5c: string;
  /** The certificate's SHA-256 in base64url. */
  readonly x5tS256: string;
  /** When the certificate ends, as Okta writes times. */
  readonly expiresAt: string;
}

/** When a key was made and last touched, and its name. */
export interface KeyDates {
  readonly kid: string;
  readonly created: string;
  readonly lastUpdated: string;
}

/** A signing key as Okta shows it, in Okta's order of members (facts: apps §8, identity-provider). */
export interface SigningKeyView {
  readonly kty: 'RSA';
  readonly created: string;
  readonly lastUpdated: string;
  readonly expiresAt: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly x5c: readonly [string];
  readonly 'x5t#S256': string;
  readonly e: string;
  readonly n: string;
}

/** Takes a key of its own from the pool, without a certificate: for `prepare`, since it waits and changes nothing. */
export const takeRsaKey = (): Promise<RsaKey> => rsaPool.take();

/** The fewest and the most years that a generated key may be valid (facts: apps §8). */
export const VALIDITY_YEARS = { least: 2, most: 10 } as const;

/** A key pair with the certificate that is for it. */
export const certifiedKey = ({ privateJwk }: RsaKey, certificate: CertificateFacts): CertifiedKey => ({
  privateJwk,
  x5c: certificate.x5c,
  x5tS256: certificate.sha256,
  expiresAt: new Date(certificate.notAfter).toISOString(),
});

/** What a new signing key of an org is made from. */
export interface NewSigningKey {
  readonly subdomain: string;
  /** Milliseconds since 1970, from the org's clock. */
  readonly created: number;
  /** Calendar years; without it the ten of an application's or identity provider's first key. */
  readonly validityYears?: number;
}

/** Takes a key from the pool and makes its certificate: for `prepare`, since it waits and changes nothing. */
export async function makeSigningKey(
  { subdomain, created, validityYears = VALIDITY_YEARS.most }: NewSigningKey,
  pool: Pick<RsaPool, 'take'> = rsaPool,
): Promise<CertifiedKey> {
  const key = await pool.take();
  const der = await selfSignedCertificate({ key, subject: orgSubject(subdomain), created, validityYears });
  const certificate = readCertificate(der);
  if (!certificate) throw new Error('a certificate that was made here cannot be read');
  return certifiedKey(key, certificate);
}

/** The view of a signing key: a pure function of what a row keeps. */
export function signingKeyView(key: CertifiedKey, { kid, created, lastUpdated }: KeyDates): SigningKeyView {
  const { e, n } = key.privateJwk;
  return {
    kty: 'RSA',
    created,
    lastUpdated,
    expiresAt: key.expiresAt,
    kid,
    use: 'sig',
    x5c: [key.x5c],
    'x5t#S256': key.x5tS256,
    e,
    n,
  };
}
