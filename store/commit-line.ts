import { crc32 } from 'node:zlib';
import { textOf } from './file-lines.js';
import type { Row } from './rows/common.js';

/** One change: the whole row as it is from now on, or the id of one that is gone. Replaying it twice does no harm. */
export type Change =
  | readonly [collection: string, put: 1, row: Row]
  | readonly [collection: string, put: 0, id: string];

/** The seed that an org was made from: its name, and a digest of its content. */
export interface SeedName {
  readonly name: string;
  readonly hash: string;
}

/** What one journal line holds. */
export interface Commit {
  /** Number of the commit; they follow each other without a gap. */
  readonly n: number;
  /** Position of the id source after it. */
  readonly ids: number;
  /** The org was put back to this seed: everything before is gone. */
  readonly reset?: SeedName;
  readonly set: readonly Change[];
}

const HEAD = Buffer.from('{"crc":"');
const CRC_LENGTH = 8;
/** `{"crc":"xxxxxxxx",` */
const HEAD_LENGTH = HEAD.length + CRC_LENGTH + 2;

const checksum = (text: string | Uint8Array): string => crc32(text).toString(16).padStart(CRC_LENGTH, '0');

/** The journal line of a commit, its newline included. */
export function writeCommit(commit: Commit): string {
  const rest = JSON.stringify(commit).slice(1);
  return `${HEAD}${checksum(rest)}",${rest}\n`;
}

/** Reads a journal line without its newline; undefined where it is torn or damaged. */
export function readCommit(line: Buffer): Commit | undefined {
  if (line.length < HEAD_LENGTH || line.compare(HEAD, 0, HEAD.length, 0, HEAD.length) !== 0) return undefined;
  const rest = line.subarray(HEAD_LENGTH);
  if (line.toString('latin1', HEAD.length, HEAD.length + CRC_LENGTH) !== checksum(rest)) return undefined;
  try {
    return JSON.parse(`{${textOf(rest)}`) as Commit;
  } catch {
    return undefined;
  }
}
