import type { RsaPrivateJwk } from '../rsa-pool.js';
import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** A request for a certificate that an authority shall make, with the key that it is for (facts: apps §8). */
export interface SigningRequestRow extends Row {
  /** The app whose key it shall be; null where an identity provider's. */
  readonly appId: string | null;
  readonly idpId: string | null;
  readonly created: Timestamp;
  /** PKCS#10 in base64, on one line. */
  readonly csr: string;
  readonly privateJwk: RsaPrivateJwk;
}

/** Signing requests go when a certificate is published for them, or when they are revoked. */
export const signingRequests = collection<SigningRequestRow>()({
  prefix: 'csr',
  typeName: 'CertificateSigningRequest',
  index: { app: (row) => row.appId ?? undefined, idp: (row) => row.idpId ?? undefined },
  references: {
    app: { to: 'apps', onRemove: 'cascade' },
    idp: { to: 'identityProviders', onRemove: 'cascade' },
  },
});
