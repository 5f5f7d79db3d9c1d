import { crc32 } from 'node:zlib';
import { textOf } from '../files/file-lines.js';
import type { Row } from '../rows/common.js';
import { rowText } from './row-text.js';

/** One change: the whole row as it is from now on, or the id of one that is gone. Replaying it twice does no harm. */
export type Change =
  | readonly [collection: string, put: 1, row: Row]
  | readonly [collection: string, put: 0, id: string];

/** The seed that an org was made from: its name, and a digest of its content. */
export interface SeedName {
  readonly name: string;
  readonly hash: string;
  /** A digest of what it was read from, as that stood then; absent for a shipped seed, and in older files. */
  readonly text?: string;
}

/** What one journal line holds. */
export interface Commit {
  /** Number of the commit; they follow each other without a gap. */
  readonly n: number;
  /** Position of the id source after it. */
  readonly ids: number;
  /** The org was put back to this seed: everything before is gone. */
  readonly reset?: SeedName | undefined;
  readonly set: readonly Change[];
}

const HEAD = '{"crc":"';
/** `{"crc":"xxxxxxxx",` */
const HEAD_LENGTH = 18;

const headOf = (rest: Uint8Array): string => `${HEAD}${crc32(rest).toString(16).padStart(8, '0')}",`;

const SET = ',"set":[';
const UNCHECKED = `${HEAD}00000000",`;

/**
 * The journal line of a commit, its newline included, with a checksum that is to be put in yet. `lengths` tells how long
 * each change's JSON is, so that the compactor can cut the rows out as they stand.
 */
export function commitText({ n, ids, reset, set }: Commit): string {
  let lengths = '';
  let changes = '';
  for (const [name, put, value] of set) {
    const json = typeof value === 'string' ? JSON.stringify(value) : rowText(name, value);
    const comma = lengths === '' ? '' : ',';
    changes += `${comma}["${name}",${put},${json}]`;
    lengths += `${comma}${json.length}`;
  }
  const seed = reset ? `,"reset":${JSON.stringify(reset)}` : '';
  return `${UNCHECKED}"n":${n},"ids":${ids}${seed},"lengths":[${lengths}]${SET}${changes}]}\n`;
}

const DIGITS = Buffer.from('0123456789abcdef');

/**
 * Puts the checksum into its place in the bytes of `commitText`, a digit at a time: no text is made for it.
 * @param bytes hold the line from `start` to before `end`
 */
export function putChecksum(bytes: Buffer, start: number, end: number): void {
  const crc = crc32(bytes.subarray(start + HEAD_LENGTH, end - 1));
  const place = start + HEAD.length;
  for (let at = 0; at < 8; at++) bytes[place + at] = DIGITS[(crc >>> (28 - 4 * at)) & 15] as number;
}

/** What follows the checksum, as the rest of an object's JSON; undefined where the line is torn or damaged. */
function checked(line: Buffer): string | undefined {
  if (line.length < HEAD_LENGTH) return undefined;
  const rest = line.subarray(HEAD_LENGTH);
  return line.toString('latin1', 0, HEAD_LENGTH) === headOf(rest) ? textOf(rest) : undefined;
}

/** Reads a journal line without its newline; undefined where it is torn or damaged. */
export function readCommit(line: Buffer): Commit | undefined {
  const rest = checked(line);
  if (rest === undefined) return undefined;
  try {
    return JSON.parse(`{${rest}`) as Commit;
  } catch {
    return undefined;
  }
}

/** A change whose row, or id, is still the JSON that stands in the journal. */
export type TextChange = readonly [collection: string, put: boolean, json: string];

/** A commit whose rows were not parsed. */
export interface TextCommit extends Omit<Commit, 'set'> {
  readonly set: readonly TextChange[];
}

/** Cuts changes out of a line's text, from this place on; undefined where they do not end with it. */
function cut(text: string, start: number, lengths: readonly number[]): TextChange[] | undefined {
  const change = /\["(\w+)",([01]),/y;
  const set: TextChange[] = [];
  let at = start;
  for (const length of lengths) {
    change.lastIndex = at;
    const [, name, put] = change.exec(text) ?? [];
    if (name === undefined) return undefined;
    const end = change.lastIndex + length;
    set.push([name, put === '1', text.slice(change.lastIndex, end)]);
    if (!text.startsWith(']', end)) return undefined;
    at = end + 2;
  }
  return text.length === (set.length === 0 ? start : at - 1) + 2 ? set : undefined;
}

/** Reads a journal line as `readCommit` does, and leaves its rows as they stand: several times as fast. */
export function readCommitText(line: Buffer): TextCommit | undefined {
  const rest = checked(line);
  const at = rest?.indexOf(SET) ?? -1;
  if (rest === undefined || at < 0) return undefined;
  const { lengths, ...head } = JSON.parse(`{${rest.slice(0, at)}}`) as Commit & { lengths: readonly number[] };
  const set = cut(rest, at + SET.length, lengths);
  return set && { ...head, set };
}

/** Whether a line that cannot be read ends in another one that can: then it is not torn, its newline was lost. */
export function endsInCommit(line: Buffer): boolean {
  const at = line.lastIndexOf(HEAD);
  return at > 0 && readCommit(line.subarray(at)) !== undefined;
}
