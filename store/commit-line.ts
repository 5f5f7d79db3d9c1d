import { crc32 } from 'node:zlib';
import type { Row } from './rows/common.js';

/** One change: the whole row as it is from now on, or the id of one that is gone. Replaying it twice does no harm. */
export type Change = readonly [collection: string, put: 1, row: Row] | readonly [collection: string, put: 0, id: string];

/** What one journal line holds. */
export interface Commit {
  /** Number of the commit; they follow each other without a gap. */
  readonly n: number;
  /** Position of the id source after it. */
  readonly ids: number;
  /** The org was put back to its seed: everything before is gone. */
  readonly reset?: true;
  readonly set: readonly Change[];
}

const HEAD = '{"crc":"';
/** `{"crc":"xxxxxxxx",` */
const HEAD_LENGTH = 18;

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** The journal line of a commit, its newline included. */
export function writeCommit(commit: Commit): string {
  const rest = JSON.stringify(commit).slice(1);
  return `${HEAD}${checksum(rest)}",${rest}\n`;
}

/** Reads a journal line without its newline; undefined where it is torn or damaged. */
export function readCommit(line: string): Commit | undefined {
  if (!line.startsWith(HEAD) || line.length < HEAD_LENGTH + 2) return undefined;
  const rest = line.slice(HEAD_LENGTH);
  if (checksum(rest) !== line.slice(HEAD.length, HEAD.length + 8)) return undefined;
  return JSON.parse(`{${rest}`) as Commit;
}
