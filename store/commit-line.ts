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

const HEAD = '{"crc":"';
/** `{"crc":"xxxxxxxx",` */
const HEAD_LENGTH = 18;

const headOf = (rest: string | Uint8Array): string => `${HEAD}${crc32(rest).toString(16).padStart(8, '0')}",`;

/** The journal line of a commit, its newline included. */
export function writeCommit(commit: Commit): string {
  const rest = JSON.stringify(commit).slice(1);
  return `${headOf(rest)}${rest}\n`;
}

/** Reads a journal line without its newline; undefined where it is torn or damaged. */
export function readCommit(line: Buffer): Commit | undefined {
  if (line.length < HEAD_LENGTH) return undefined;
  const rest = line.subarray(HEAD_LENGTH);
  if (line.toString('latin1', 0, HEAD_LENGTH) !== headOf(rest)) return undefined;
  try {
    return JSON.parse(`{${textOf(rest)}`) as Commit;
  } catch {
    return undefined;
  }
}

/** Whether a line that cannot be read ends in another one that can: then it is not torn, its newline was lost. */
export function endsInCommit(line: Buffer): boolean {
  const at = line.lastIndexOf(HEAD);
  return at > 0 && readCommit(line.subarray(at)) !== undefined;
}
