import { FORMAT, MAX_SEQ, type StateHeader, unusable } from './document.js';

/** Whether a value counts something. */
export const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether a value is an object of JSON. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks what stands under "mockta". */
export function checkHeader(path: string, value: unknown): StateHeader {
  if (!isRecord(value) || !isWhole(value.format) || value.format === 0) {
    throw unusable(path, 1, 'this is not a state file: the "mockta" header with its format is missing');
  }
  if ((value.format as number) > FORMAT) {
    throw unusable(path, 1, `format ${value.format} is newer than this version's format ${FORMAT}; use a newer mockta`);
  }
  const { commit, ids, suffix, seed, seqs = {}, migrated = [], org, idSeed = '' } = value;
  if (typeof org !== 'string' || typeof idSeed !== 'string') {
    throw unusable(path, 1, 'the "org" and the "idSeed" of the "mockta" header are texts');
  }
  if (typeof suffix === 'string' && !/^[0-9A-Za-z]{0,12}$/.test(suffix)) {
    throw unusable(path, 1, 'the "suffix" of the "mockta" header is up to twelve letters and digits');
  }
  const named = isRecord(seed) && typeof seed.name === 'string' && typeof seed.hash === 'string';
  if (!isWhole(commit) || !isWhole(ids) || typeof suffix !== 'string' || !named) {
    throw unusable(path, 1, 'the "mockta" header lacks commit, ids, suffix or seed');
  }
  if (!isRecord(seqs) || !Object.values(seqs).every((seq) => isWhole(seq) && (seq as number) <= MAX_SEQ)) {
    throw unusable(path, 1, 'the "seqs" of the "mockta" header are not whole numbers');
  }
  if (!Array.isArray(migrated) || !migrated.every((name) => typeof name === 'string')) {
    throw unusable(path, 1, 'the "migrated" of the "mockta" header is not a list of names');
  }
  return value as unknown as StateHeader;
}
