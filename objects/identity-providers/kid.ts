import { createHash } from 'node:crypto';
import { objectOf } from '../../contract/given.js';
import type { IdSource } from '../../store/ids.js';
import type { JsonObject } from '../../store/rows/common.js';

/** A new name of a key of the store of keys: a random UUID, drawn from the org's ids. */
export function newKeyId(ids: Pick<IdSource, 'secret'>): string {
  const hex = createHash('sha256').update(ids.secret(43)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** A protocol as a seed writes it, with the key that it is trusted by. */
export function trusting(protocol: JsonObject, kid: string): JsonObject {
  const credentials = objectOf(protocol.credentials) ?? {};
  const trust = { ...objectOf(credentials.trust), kid };
  return { ...protocol, credentials: { ...credentials, trust } as JsonObject };
}
