import { textOf } from '../files/file-lines.js';
import type { Row } from '../rows/common.js';
import type { Ahead } from './ahead.js';
import { HashTable } from './hash-table.js';
import { hashOf, keyHashes, uniqueNames } from './key-hashes.js';
import type { KeyBlock } from './text-row.js';
import { TextRow } from './text-row.js';

const COMMA = 44;

/** Bytes that hold a record's id, its `seq` and a short member. */
const HEAD = 96;

/** Whole lines of a section, as they stand in the file. */
interface Chunk {
  /** Undefined when rows were made of all of them. */
  bytes: Buffer | undefined;
  /** The number of its first record. */
  readonly first: number;
  /** Where its records begin. */
  readonly starts: readonly number[];
  /** Of how many records no row was made yet. */
  left: number;
}

/** What is parsed at once of the records that are asked for, in bytes: a millisecond's work, or one record's. */
const TAKEN_BYTES = 1 << 17;

/** The bytes of so many records of a chunk, from one on, without the comma behind the last. */
function bytesIn(bytes: Buffer, starts: readonly number[], from: number, count: number): Buffer {
  let end = (starts[from + count] ?? bytes.length) - 1;
  if (bytes[end - 1] === COMMA) end -= 1;
  return bytes.subarray(starts[from], end);
}

/**
 * The records of one section of a state file that were not parsed: bytes, and where which record is. They are numbered
 * in the order of the file, from 0.
 */
export class PackedRows<R extends Row = Row> implements Iterable<TextRow> {
  /** The `seq` of each record; they grow. */
  readonly seqs: number[] = [];
  /** What is done to each row that is made of a record. */
  prepare: ((row: Row) => void) | undefined;
  /** The hashes of the records' keys, where the file tells them all. */
  keys: KeyBlock | undefined;
  readonly #ids: number[] = [];
  readonly #chunks: Chunk[] = [];
  readonly #tables = new Map<string, HashTable>();

  /** @param name the collection */
  constructor(readonly name: string) {}

  get length(): number {
    return this.seqs.length;
  }

  /** How many bytes of records are held. */
  get bytes(): number {
    return this.#chunks.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  }

  /** Adds a record of the next chunk. @param id the hash of its id */
  add(id: number, seq: number): void {
    this.#ids.push(id);
    this.seqs.push(seq);
  }

  /** Adds the lines of the records that were added since the last chunk. @param starts where each begins */
  addChunk(bytes: Buffer, starts: readonly number[]): void {
    this.#chunks.push({ bytes, first: this.length - starts.length, starts, left: starts.length });
  }

  /**
   * Makes rows of records that follow each other: of one at least, of no more than `most`, and of fewer where they are
   * long. Each only once.
   */
  take(record: number, most: number): R[] {
    const chunk = this.#chunks[this.#chunkOf(record)] as Chunk;
    const rows = this.#parsed(chunk, record, most);
    const { prepare } = this;
    if (prepare) for (const row of rows) prepare(row);
    chunk.left -= rows.length;
    if (chunk.left === 0) chunk.bytes = undefined;
    return rows;
  }

  /** The rows of records that follow each other, as `take` gives them, for a look alone: they are records still. */
  read(record: number, most: number): R[] {
    return this.#parsed(this.#chunks[this.#chunkOf(record)] as Chunk, record, most);
  }

  seqOf(record: number): number {
    return this.seqs[record] as number;
  }

  /** Tells of each record its `seq` and how many bytes it takes. */
  forEachLength(tell: (seq: number, bytes: number) => void): void {
    for (const { bytes, first, starts } of this.#chunks) {
      for (let n = 0; n < starts.length; n++) {
        tell(this.seqOf(first + n), (starts[n + 1] ?? bytes?.length ?? 0) - (starts[n] as number));
      }
    }
  }

  /** The beginning of a record's text, its id and what stands next to it; of one that no row was made of. */
  head(record: number): string {
    const { bytes, first, starts } = this.#chunks[this.#chunkOf(record)] as Chunk;
    const from = starts[record - first] as number;
    return (bytes as Buffer).toString('latin1', from, from + HEAD);
  }

  /** Records that may have this id: no other record has it. @throws Unfinished where `ahead` is there */
  withId(id: string, ahead?: Ahead): readonly number[] {
    return this.#table('', this.#ids).find(hashOf(id), ahead);
  }

  /** Whether the file tells the keys of this unique index. */
  knows(index: string): boolean {
    return this.keys?.[uniqueNames(this.name).indexOf(index)] !== undefined;
  }

  /** Records that may have this key in a unique index that is known: no other has it. @throws Unfinished as `withId` does */
  withKey(index: string, key: string, ahead?: Ahead): readonly number[] {
    const hashes = this.keys?.[uniqueNames(this.name).indexOf(index)];
    return hashes ? this.#table(index, hashes).find(hashOf(key), ahead) : [];
  }

  /** Gives records as they stand in the file, also when rows have been made of them since. */
  texts(): (record: number) => TextRow {
    const held = this.#chunks.map(({ bytes }) => bytes);
    return (record) => {
      const at = this.#chunkOf(record);
      const { first, starts } = this.#chunks[at] as Chunk;
      const json = bytesIn(held[at] as Buffer, starts, record - first, 1);
      // What the file does not tell of its keys, the record does.
      if (!this.#hasKeys) return new TextRow(json, keyHashes(this.name, JSON.parse(textOf(json)) as Row));
      return new TextRow(
        json,
        (this.keys ?? []).map((of) => of[record] as number),
      );
    };
  }

  *[Symbol.iterator](): Generator<TextRow> {
    const text = this.texts();
    for (let record = 0; record < this.length; record++) yield text(record);
  }

  #parsed({ bytes, first, starts }: Chunk, record: number, most: number): R[] {
    const from = record - first;
    const last = Math.min(from + most, starts.length);
    const far = (starts[from] as number) + TAKEN_BYTES;
    let end = from + 1;
    while (end < last && (starts[end] as number) < far) end += 1;
    return JSON.parse(`[${textOf(bytesIn(bytes as Buffer, starts, from, end - from))}]`) as R[];
  }

  get #hasKeys(): boolean {
    return this.keys !== undefined || uniqueNames(this.name).length === 0;
  }

  #table(name: string, hashes: ArrayLike<number>): HashTable {
    let table = this.#tables.get(name);
    if (!table) this.#tables.set(name, (table = new HashTable(hashes)));
    return table;
  }

  #chunkOf(record: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#chunks[middle] as Chunk).first <= record) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
