import { isAscii } from 'node:buffer';
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

/** Whether a line is as it was written. */
function holds(line: Buffer): boolean {
  return line.length > HEAD_LENGTH && line.toString('latin1', 0, HEAD_LENGTH) === headOf(line.subarray(HEAD_LENGTH));
}

/** Reads a journal line without its newline; undefined where it is torn or damaged. */
export function readCommit(line: Buffer): Commit | undefined {
  if (!holds(line)) return undefined;
  try {
    return JSON.parse(textOf(line)) as Commit;
  } catch {
    return undefined;
  }
}

/** Where the JSON of a change's row, or id, stands in the bytes of a line. */
export interface PlacedChange {
  readonly collection: string;
  readonly put: boolean;
  readonly from: number;
  readonly to: number;
}

/** A commit whose rows were left where they stand. */
export interface PlacedCommit extends Omit<Commit, 'set'> {
  readonly set: readonly PlacedChange[];
}

const QUOTE = 34;
const COMMA = 44;
const ONE = 49;
const CLOSING = 93;

/** Where a text ends that begins here in UTF-8, and is so many units of UTF-16 long. */
function endOf(line: Buffer, from: number, units: number, isPlain: boolean): number {
  if (isPlain) return from + units;
  let at = from;
  for (let left = units; left > 0; left--) {
    const byte = line[at] ?? 0;
    if (byte >= 0xf0) left -= 1;
    at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  }
  return at;
}

/** Finds the changes of a line from this place on; undefined where they do not end with it. */
function placesIn(line: Buffer, start: number, lengths: readonly number[]): PlacedChange[] | undefined {
  const isPlain = isAscii(line);
  const set: PlacedChange[] = [];
  let at = start;
  for (const length of lengths) {
    // ["users",1,
    const name = at + 2;
    const quote = line.indexOf(QUOTE, name);
    const from = quote + 4;
    const to = endOf(line, from, length, isPlain);
    if (quote < 0 || line[from - 1] !== COMMA || line[to] !== CLOSING) return undefined;
    set.push({ collection: line.toString('latin1', name, quote), put: line[quote + 2] === ONE, from, to });
    at = to + 2;
  }
  return line.length === (set.length === 0 ? start : at - 1) + 2 ? set : undefined;
}

/** Reads a journal line as `readCommit` does, and leaves its rows where they stand: many times as fast. */
export function readPlaces(line: Buffer): PlacedCommit | undefined {
  const at = holds(line) ? line.indexOf(SET) : -1;
  if (at < 0) return undefined;
  const text = `{${textOf(line.subarray(HEAD_LENGTH, at))}}`;
  const { lengths, ...head } = JSON.parse(text) as Commit & { lengths: readonly number[] };
  const set = placesIn(line, at + SET.length, lengths);
  return set && { ...head, set };
}

/** Whether a line that cannot be read ends in another one that can: then it is not torn, its newline was lost. */
export function endsInCommit(line: Buffer): boolean {
  const at = line.lastIndexOf(HEAD);
  return at > 0 && readCommit(line.subarray(at)) !== undefined;
}
