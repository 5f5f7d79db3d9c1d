import { setImmediate } from 'node:timers/promises';
import { piecesOf, textOf } from '../files/file-lines.js';
import { hashOfBytes } from '../memory/key-hashes.js';
import { PackedRows } from '../memory/packed-rows.js';
import { HEADER_LINE, type ReadDocument, SECTION_LINE } from './document.js';
import { checkHeader } from './header.js';
import { INDEX_START, readIndexLine } from './key-index.js';
import { beginsRecord, RecordHead } from './record-head.js';
import { sealOf } from './seal.js';

const NEWLINE = 10;
/** So large that the system has the memory back when rows were made of all that is in it, and some milliseconds to read. */
const PIECE_BYTES = 1 << 20;
/** More than a seal has, so that a small file is one piece. */
const SPARE_BYTES = 1 << 10;
/** How long a slice of the reading takes, in milliseconds. */
const SLICE_MS = 5;
const STRUCTURE = /^(?:\],?|\}|"mockta-crc32":.*)$/;

/** Takes a file that this program wrote apart without parsing its records. */
class PackedReader {
  readonly #sections: PackedRows[] = [];
  readonly #head = new RecordHead();
  #header: string | undefined;
  #rows: PackedRows | undefined;
  #index: string | undefined;

  /** @param piece whole lines; its records stay in it. @returns false where they are not laid out as ours */
  take(piece: Buffer): boolean {
    for (let at = 0; at < piece.length; ) {
      if (this.#rows && beginsRecord(piece, at)) {
        const end = this.#records(piece, at, this.#rows);
        if (end === undefined) return false;
        at = end;
        continue;
      }
      const newline = piece.indexOf(NEWLINE, at);
      if (newline < 0 || !this.#structure(textOf(piece.subarray(at, newline)))) return false;
      at = newline + 1;
    }
    return true;
  }

  /** What was read of a file whose seal holds; undefined where the file is not ours after all. */
  end(path: string): ReadDocument | undefined {
    if (this.#header === undefined) return undefined;
    const header = checkHeader(path, JSON.parse(this.#header));
    const index = this.#index === undefined ? undefined : readIndexLine(this.#index);
    for (const rows of this.#sections) {
      const keys = index?.get(rows.name);
      if (keys?.every(({ length }) => length === rows.length)) rows.keys = keys;
    }
    const sections = this.#sections.map((rows) => [rows.name, rows] as const);
    return { header, sections, sealed: true, foreign: false };
  }

  #structure(line: string): boolean {
    if (this.#header === undefined) {
      this.#header = HEADER_LINE.exec(line)?.[1];
      return this.#header !== undefined;
    }
    const name = SECTION_LINE.exec(line)?.[1];
    this.#rows = name === undefined ? undefined : new PackedRows(name);
    if (this.#rows) this.#sections.push(this.#rows);
    else if (line.startsWith(INDEX_START)) this.#index = line;
    else return STRUCTURE.test(line);
    return true;
  }

  /** Takes the records from here on. @returns where they end; undefined where one is not ours */
  #records(piece: Buffer, from: number, rows: PackedRows): number | undefined {
    const head = this.#head;
    const starts: number[] = [];
    let last = rows.seqs.at(-1) ?? 0;
    let at = from;
    while (beginsRecord(piece, at)) {
      const isOurs = head.read(piece, at);
      const newline = piece.indexOf(NEWLINE, head.endOfId);
      // `seq` grows: what was put in another order by hand is sorted by the reader that parses.
      if (!isOurs || head.seq <= last || newline < 0) return undefined;
      rows.add(hashOfBytes(piece, head.id, head.endOfId), head.seq);
      starts.push(at - from);
      last = head.seq;
      at = newline + 1;
    }
    rows.addChunk(piece.subarray(from, at), starts);
    return at;
  }
}

/**
 * Reads a state file that is, byte for byte, as this program wrote it, and so is valid: its records stay text.
 * Undefined for any other, which must be read and checked in full.
 * @throws StateFileError for a newer format
 */
export function readPacked(path: string): ReadDocument | undefined {
  const reading = packedReading(path);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** `readPacked` a piece at a time. */
function* packedReading(path: string): Generator<void, ReadDocument | undefined> {
  const seal = sealOf(path);
  if (!seal) return undefined;
  const reader = new PackedReader();
  for (const piece of piecesOf(path, { bytes: Math.min(PIECE_BYTES, seal.left + SPARE_BYTES), isKept: true })) {
    seal.take(piece);
    if (!reader.take(piece)) return undefined;
    yield;
  }
  return seal.holds ? reader.end(path) : undefined;
}

/** `readPacked` in slices, between which everything else has its turn. */
export async function readPackedInSlices(path: string): Promise<ReadDocument | undefined> {
  const reading = packedReading(path);
  for (let from = performance.now(); ; ) {
    const { done, value } = reading.next();
    if (done) return value;
    if (performance.now() - from < SLICE_MS) continue;
    await setImmediate();
    from = performance.now();
  }
}
