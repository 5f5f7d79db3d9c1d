import { crc32 } from 'node:zlib';
import { collections } from '../collections.js';
import type { Row } from '../rows/common.js';
import { type CollectionSpec, type KeyOf, keyMakers } from '../rows/spec.js';

/** Stands where a row has no key. */
export const NO_HASH = 0;

const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** 32 bits of a text, never `NO_HASH`: FNV-1a over its code units. Says where to look, not what is there. */
export function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_FACTOR);
  return hash >>> 0 || 1;
}

/** The same of a text that stands in bytes, one for each code unit. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), HASH_FACTOR);
  return hash >>> 0 || 1;
}

const specs = collections as unknown as Readonly<Record<string, CollectionSpec<Row>>>;

/** The names of a collection's unique indexes; none for a collection that is unknown. */
export const uniqueNames = (collection: string): readonly string[] => Object.keys(specs[collection]?.unique ?? {});

/**
 * The hashes of a row's keys, one for each unique index in the order of `uniqueNames`; undefined where a row has several
 * keys in one index, which the state file does not tell.
 */
export function keyHashes(collection: string, row: Row): number[] | undefined {
  const hashes: number[] = [];
  for (const keys of Object.values(specs[collection]?.unique ?? {})) {
    const key = keys(row);
    if (typeof key === 'object') return undefined;
    hashes.push(key === undefined ? NO_HASH : hashOf(key));
  }
  return hashes;
}

const textOfKey = (of: KeyOf<Row>): string => String(of);

/**
 * How keys are made here, as a digest: the sources of the functions, and the tables that they fold letters with. Hashes
 * that were made in another way find nothing, so they are not believed.
 */
export const KEY_RULES: string = crc32(
  JSON.stringify([
    Object.entries(specs).map(([name, { unique }]) => [
      name,
      Object.keys(unique),
      Object.values(unique).map(textOfKey),
    ]),
    Object.values(keyMakers).map(String),
    [HASH_START, HASH_FACTOR, String(hashOf)],
    process.versions.unicode,
  ]),
)
  .toString(16)
  .padStart(8, '0');
