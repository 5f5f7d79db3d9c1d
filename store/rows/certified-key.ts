import type { RsaPrivateJwk } from '../rsa-pool.js';
import type { Row, Timestamp } from './common.js';

/** A key pair with its certificate. */
export interface CertifiedKeyRow extends Row {
  readonly expiresAt: Timestamp;
  /** The key pair as a JWK of texts. */
  readonly privateJwk: RsaPrivateJwk;
  /** The certificate's DER in base64. */
  readonly x5c: string;
  /** The certificate's SHA-256 in base64url. */
  readonly x5tS256: string;
}

/** One that something signs with, known by its kid. */
export interface SigningKeyRow extends CertifiedKeyRow {
  readonly kid: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}
