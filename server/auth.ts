import { tokenHash } from '../store/token-hash.js';
import type { Store } from '../store/types.js';
import type { Caller } from './context.js';
import { OktaError } from './errors.js';

/** Reads `Authorization` against the org's tokens (facts: conventions §2). */
export class Authenticator {
  // Hashing the token of every request would cost more than the rest of a read; a few callers repeat theirs.
  readonly #hashes = new Map<string, string>();

  constructor(readonly store: Store) {}

  /**
   * The caller that the header names.
   * @throws OktaError 403 E0000005 without a header, 401 E0000011 for an unknown token or another scheme,
   *   401 without a body for a Bearer token, which no part of this org issues yet
   */
  caller(header: string | undefined, base: string, path: string): Caller {
    if (header === undefined || header === '') throw new OktaError('E0000005');
    if (header.startsWith('SSWS ')) return this.#owner(header.slice(5));
    if (/^bearer /i.test(header)) throw badBearer(base, path);
    throw new OktaError('E0000011');
  }

  #owner(token: string): Caller {
    let hash = this.#hashes.get(token);
    if (hash === undefined) {
      hash = tokenHash(token);
      const row = this.store.tokens.by('hash', hash);
      if (!row) throw new OktaError('E0000011');
      if (this.#hashes.size > 1000) this.#hashes.clear();
      this.#hashes.set(token, hash);
    }
    const row = this.store.tokens.by('hash', hash);
    if (!row) throw new OktaError('E0000011');
    return { tokenId: row.id, userId: row.userId };
  }
}

const badBearer = (base: string, path: string): OktaError =>
  new OktaError('E0000011', {
    form: 'none',
    headers: {
      'WWW-Authenticate':
        `Bearer authorization_uri="${base}/oauth2/v1/authorize", realm="${base}", scope="", ` +
        `error="invalid_token", error_description="The access token is invalid.", resource="${encodeURI(path)}"`,
    },
  });
