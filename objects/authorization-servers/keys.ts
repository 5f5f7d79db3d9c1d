import type { JobContext } from '../../contract/context.js';
import type { ServerKeyRow } from '../../store/rows/authorization-servers.js';
import type { RsaPrivateJwk } from '../../store/rsa-pool.js';
import type { Store } from '../../store/types.js';

/** The server whose keys are meant; null for the org's own. */
export type KeyOwner = string | null;

/** Key pairs that were made for rows that have none yet. Each is given away once. */
export type MadeKeys = RsaPrivateJwk[];

const ORDER: Readonly<Record<ServerKeyRow['status'], number>> = { ACTIVE: 0, NEXT: 1, EXPIRED: 2 };

/** The keys of a server: the one that signs, the one that will, the one that did. */
export const keysOf = (store: Store, owner: KeyOwner): ServerKeyRow[] =>
  [...(owner === null ? store.serverKeys.where('org', 'org') : store.serverKeys.where('server', owner))].sort(
    (a, b) => ORDER[a.status] - ORDER[b.status],
  );

/** The key of a server in this state. */
export const keyIn = (store: Store, owner: KeyOwner, status: ServerKeyRow['status']): ServerKeyRow | undefined =>
  keysOf(store, owner).find((key) => key.status === status);

/**
 * Names a new key. The pair itself is made when somebody asks for it: until then it has signed nothing, and most servers
 * of a test are never asked.
 * @param made pairs to take one from
 */
export function nameKey(
  ctx: Pick<JobContext, 'store' | 'ids' | 'now'>,
  owner: KeyOwner,
  status: ServerKeyRow['status'],
  made: MadeKeys = [],
): ServerKeyRow {
  const privateJwk = made.shift() ?? null;
  const kid = ctx.ids.secret(43);
  return ctx.store.serverKeys.insert({ serverId: owner, kid, status, created: ctx.now(), privateJwk });
}

/** A key as a JWKS holds it: no member that is null, or readers take it for no key (facts: clients). */
export const publicJwk = ({ kid, privateJwk }: ServerKeyRow): Readonly<Record<string, string>> => ({
  kty: 'RSA',
  alg: 'RS256',
  kid,
  use: 'sig',
  e: privateJwk?.e ?? '',
  n: privateJwk?.n ?? '',
});
