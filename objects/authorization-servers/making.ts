import type { JobContext, ReadContext } from '../../contract/context.js';
import type { ServerKeyRow } from '../../store/rows/authorization-servers.js';
import { rsaPool } from '../../store/rsa-pool.js';
import { type KeyOwner, keysOf, type MadeKeys } from './keys.js';

/**
 * Makes what a server's keys lack: for `prepare`, since it waits and changes nothing.
 * @param more how many pairs besides
 */
export function makeMissing({ store }: Pick<ReadContext, 'store'>, owner: KeyOwner, more = 0): Promise<MadeKeys> {
  const missing = keysOf(store, owner).filter(({ privateJwk }) => privateJwk === null).length;
  return Promise.all(
    Array.from({ length: missing + more }, async () => {
      const { privateJwk } = await rsaPool.take();
      return privateJwk;
    }),
  );
}

/**
 * Gives the keys that were made to the rows that still lack one: another request may have come first, and then its key
 * is the key. A row that was added meanwhile may go without: what has no key yet has signed nothing, and is not shown.
 * @returns the server's keys that are made, in the order of `keysOf`
 */
export function fillKeys({ store }: Pick<JobContext, 'store'>, owner: KeyOwner, made: MadeKeys): ServerKeyRow[] {
  for (const { id, privateJwk } of keysOf(store, owner)) {
    if (privateJwk !== null) continue;
    const next = made.shift();
    if (next) store.serverKeys.update(id, { privateJwk: next });
  }
  return keysOf(store, owner).filter(({ privateJwk }) => privateJwk !== null);
}
