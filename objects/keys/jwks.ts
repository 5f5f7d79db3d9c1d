import { createHash } from 'node:crypto';
import type { IdSource } from '../../store/ids.js';
import type { RsaPublicJwk } from '../../store/rsa-pool.js';

/** A public signing key as a JWKS shows it, in Okta's order of members (facts: oauth-oidc, keys). */
export interface JwksEntry extends RsaPublicJwk {
  readonly alg: 'RS256';
  readonly kid: string;
  readonly use: 'sig';
}

/** The entry of a key in a JWKS. */
export const jwksEntry = (kid: string, { e, n }: RsaPublicJwk): JwksEntry => ({
  alg: 'RS256',
  e,
  n,
  kid,
  kty: 'RSA',
  use: 'sig',
});

/**
 * A new name of a key or a signing request: 43 characters, base64url of 32 bytes, as Okta's are. It moves the position
 * of the id source: draw it in the handler, not in `prepare`.
 */
export const newKid = (ids: Pick<IdSource, 'secret'>): string =>
  createHash('sha256').update(ids.secret(43)).digest('base64url');
