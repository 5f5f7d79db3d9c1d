import type { IncomingMessage } from 'node:http';
import type { Caller } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import { tokenHash } from '../objects/secrets/token-hash.js';
import { isActing } from '../objects/users/acting.js';
import type { OptionWords } from '../store/option-words.js';
import type { TokenRow } from '../store/rows/org.js';
import type { Store } from '../store/types.js';
import { type Hosts, isLoopback } from './hosts.js';

/** What is asked of a request. */
interface Asking {
  readonly req: Pick<IncomingMessage, 'headers' | 'method' | 'socket' | 'url'>;
  readonly options: { readonly hosts: Pick<Hosts, 'sender'>; readonly option: OptionWords };
  readonly base: string;
  readonly path: string;
}

/** Reads `Authorization` against the org's tokens (facts: conventions §2). */
export class Authenticator {
  // Hashing the token of every request would cost more than the rest of a read; a few callers repeat theirs.
  readonly #hashes = new Map<string, string>();
  /** The last header with a token that was known, and what it names: who asks once asks again. */
  #last: { readonly header: string; readonly row: TokenRow } | undefined;

  /** Hashes of the tokens that ship with the product. */
  published: ReadonlySet<string> = new Set();

  constructor(readonly store: Store) {}

  /**
   * The caller that the header names.
   * @throws OktaError 403 E0000005 without a header, 401 E0000011 for an unknown token or another scheme,
   *   401 without a body for a Bearer token, which no part of this org issues yet
   */
  caller(asking: Asking): Caller {
    const { req, base, path } = asking;
    const header = req.headers.authorization;
    if (header === undefined || header === '') throw new OktaError('E0000005');
    // Without the space, too: version 3 of Okta's own Python client sends none (seen of 3.4.6).
    if (header.startsWith('SSWS')) return this.#owner(header, asking);
    if (/^bearer /i.test(header)) throw badBearer(base, path, req.method ?? 'GET');
    throw new OktaError('E0000011');
  }

  #hashOf(header: string): string {
    const token = header.slice(4).trimStart();
    let hash = this.#hashes.get(token);
    if (hash === undefined) {
      hash = tokenHash(token);
      if (!this.store.tokens.by('hash', hash)) throw new OktaError('E0000011');
      if (this.#hashes.size > 1000) this.#hashes.clear();
      this.#hashes.set(token, hash);
    }
    return hash;
  }

  #rowOf(header: string): TokenRow {
    const { tokens } = this.store;
    const last = this.#last;
    // A row that is still there is still the one of its token.
    if (last?.header === header && tokens.get(last.row.id) === last.row) return last.row;
    const row = tokens.by('hash', this.#hashOf(header));
    if (!row) throw new OktaError('E0000011');
    this.#last = { header, row };
    return row;
  }

  #owner(header: string, { req, options }: Asking): Caller {
    const row = this.#rowOf(header);
    // Everybody can read a token that is shipped: it opens the sandbox to this machine alone.
    if (this.published.has(row.hash) && !isLoopback(options.hosts.sender(req))) throw onlyHere(options.option);
    // A token acts as its owner, and ends where the owner may do nothing any more.
    if (!isActing(this.store.users.get(row.userId))) throw new OktaError('E0000011');
    return { tokenId: row.id, userId: row.userId };
  }
}

/** No org has such a token: who took it out of a guide is told why it does not do. */
const onlyHere = (option: OptionWords): OktaError =>
  new OktaError('E0000011', {
    causes: [
      'The published token opens this sandbox to its own machine alone: ' +
        `take the one that it prints when it starts, or give it one with ${option('token')}.`,
    ],
  });

/** Resources whose scope is named otherwise than their path (inferred). */
const RESOURCES: Readonly<Record<string, string>> = {
  mappings: 'profileMappings',
  org: 'orgs',
  threats: 'threatInsights',
  types: 'userTypes',
  zones: 'networkZones',
};

/** `okta.<resource>.read` or `.manage`: what a Bearer token would have to grant. */
function scopeOf(path: string, method: string): string {
  const [, , resource = '', ...rest] = path.split('/').filter(Boolean);
  // Below `meta` the kind of thing comes after; of linked objects behind the schema that they belong to.
  const name = resource === 'meta' ? (rest.includes('linkedObjects') ? 'linkedObjects' : rest[0]) : resource;
  const verb = method === 'GET' || method === 'HEAD' ? 'read' : 'manage';
  return `okta.${RESOURCES[name ?? ''] ?? name}.${verb}`;
}

const badBearer = (base: string, path: string, method: string): OktaError =>
  new OktaError('E0000011', {
    form: 'none',
    headers: {
      'WWW-Authenticate':
        `Bearer authorization_uri="${base}/oauth2/v1/authorize", realm="${base}", scope="${scopeOf(path, method)}", ` +
        `error="invalid_token", error_description="The access token is invalid.", resource="${path.replaceAll('"', '%22')}"`,
    },
  });
