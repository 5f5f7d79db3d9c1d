import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { StateFileError } from '../errors.js';
import { piecesOf } from '../files/file-lines.js';
import { PRIVATE_FILE } from '../files/folder.js';
import { HEADER_LINE, type StateHeader } from './document.js';
import { checkHeader } from './header.js';
import { sealOf, sealText } from './seal.js';

/** What a pattern was made of. */
export interface PatternFacts {
  /** The version that made it. */
  readonly version: string;
  /** Its clock stood at the beginning of this year, which no time of the seed is in, nor in the next. */
  readonly year: number;
  /** Every file of its owner's that the seed was read from, with its length and CRC-32; the seed's own is the first. */
  readonly sources: readonly (readonly [path: string, digest: string])[];
}

/**
 * The first line of a pattern: a state file of the org as its seed makes it, at a time of its own. Copies of it, at the
 * time of the org, are what a new org and each reset begin with.
 */
export interface PatternHeader extends StateHeader {
  readonly pattern?: PatternFacts;
}

/** The time at which a pattern's clock stands, in milliseconds since 1970. */
export const patternTime = (year: number): number => Date.UTC(year, 0);

/** The header of a pattern; undefined where there is none, or none that can be read. */
export function patternHeader(path: string): PatternHeader | undefined {
  if (!existsSync(path)) return undefined;
  const [piece] = piecesOf(path);
  try {
    const line = HEADER_LINE.exec(piece?.toString('utf8', 0, piece.indexOf('\n')) ?? '')?.[1];
    return line === undefined ? undefined : (checkHeader(path, JSON.parse(line)) as PatternHeader);
  } catch {
    return undefined;
  }
}

/** Where a copy goes, and what is different in it. */
export interface Placement {
  readonly pattern: string;
  readonly to: string;
  /** The commit that the copy holds everything up to. */
  readonly commit: number;
  /** The time of the org, in milliseconds since 1970. */
  readonly now: number;
}

/** Due work: the one kind of record that a seed makes and that tells its time as a number. */
const DUE = /^(\{"id":"[^"]*","seq":\d+,"at":)(\d{14,15})(?=,)/gm;

/** Brings the times of a pattern, those that its clock gave and what was reckoned from them, to another time. */
function mover(year: number, now: number): (text: string) => string {
  const begin = patternTime(year);
  const end = patternTime(year + 2);
  const by = Math.floor(now / 1000) * 1000 - begin;
  const moved = (ms: number): string => `"${new Date(ms + by).toISOString()}"`;
  // Nearly all are the clock's own. A look for few others, in text without them, costs far less than an expression.
  const [own, ownMoved] = [`"${new Date(begin).toISOString()}"`, moved(begin)];
  const reckoned = new RegExp(`"(?:${year}|${year + 1})-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"`, 'g');
  const years = [`"${year}-`, `"${year + 1}-`];
  const isOurs = (at: number): boolean => at >= begin && at < end;
  return (text) => {
    let out = text.replaceAll(own, ownMoved);
    if (years.some((start) => out.includes(start))) {
      out = out.replace(reckoned, (time) => moved(Date.parse(time.slice(1, -1))));
    }
    if (!out.includes(',"at":')) return out;
    return out.replace(DUE, (all, head: string, at: string) =>
      isOurs(Number(at)) ? head + String(Number(at) + by) : all,
    );
  };
}

/** Writes text of one byte a character. @returns the checksum of what was written before, and of this */
function write(fd: number, text: string, crc: number): number {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  return crc32(bytes, crc);
}

function firstLine(header: PatternHeader, commit: number): string {
  const { pattern: _, ...own } = header;
  return Buffer.from(`{"mockta":${JSON.stringify({ ...own, commit })},\n`).toString('latin1');
}

/** What can be made again needs no mending. */
function damaged(pattern: string): StateFileError {
  rmSync(pattern, { force: true });
  return new StateFileError(`${pattern} was damaged, and is removed. Nothing was changed. Reset the org again.`);
}

/** Copies what a pattern's seal covers. */
function copyTo(fd: number, { pattern, commit, now }: Placement): void {
  const header = patternHeader(pattern);
  const seal = sealOf(pattern);
  if (!header?.pattern || !seal) throw damaged(pattern);
  const move = mover(header.pattern.year, now);
  let crc = 0;
  let isFirst = true;
  for (const piece of piecesOf(pattern)) {
    const covered = Math.min(seal.left, piece.length);
    seal.take(piece);
    if (isFirst) crc = write(fd, firstLine(header, commit), crc);
    crc = write(fd, move(piece.toString('latin1', isFirst ? piece.indexOf('\n') + 1 : 0, covered)), crc);
    isFirst = false;
  }
  if (!seal.holds) throw damaged(pattern);
  write(fd, sealText(crc), crc);
}

/**
 * Makes a state file of a pattern: whole, durable and sealed, or not at all. It holds up whoever calls it.
 * @throws StateFileError where the pattern's seal does not hold; it is removed then
 */
export function placePattern(placement: Placement): void {
  const beside = `${placement.to}.tmp`;
  const fd = openSync(beside, 'w', PRIVATE_FILE);
  try {
    copyTo(fd, placement);
    fsyncSync(fd);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  renameSync(beside, placement.to);
}
