import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { StateFileError } from './errors.js';
import type { Row } from './rows/common.js';

/** The format that this version writes. Older ones are migrated, newer ones refused. */
export const FORMAT = 1;

/** The first line of a state file. */
export interface StateHeader {
  readonly format: number;
  readonly org: string;
  /** The last commit that the file holds; the journal goes on from there. */
  readonly commit: number;
  /** Position of the id source. */
  readonly ids: number;
  /** The characters that the org's ids end in. */
  readonly suffix: string;
  readonly idSeed?: string;
  readonly seed: { readonly name: string; readonly hash: string };
}

/** The rows of one collection: as objects, or as the lines they stand on in a file. */
export type Section = readonly [collection: string, rows: Iterable<Row | string>];

/** A whole org, as lowdb reads and writes it. */
export interface StateDocument {
  readonly header: StateHeader;
  readonly sections: Iterable<Section>;
}

const HEADER_START = '{"mockta":';
const CHUNK_BYTES = 1 << 20;

const lineOf = (row: Row | string): string => (typeof row === 'string' ? row : JSON.stringify(row));

/** The document as text: valid JSON, one record a line. */
export function* stateText(document: StateDocument): Generator<string> {
  yield `${HEADER_START}${JSON.stringify(document.header)}`;
  for (const [name, rows] of document.sections) {
    yield `,\n${JSON.stringify(name)}:[`;
    let separator = '\n';
    for (const row of rows) {
      yield separator + lineOf(row);
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '\n}\n';
}

/** Writes a state file beside the old one, makes it durable, and puts it in the old one's place. */
export function writeStateFile(path: string, document: StateDocument): void {
  const beside = `${path}.tmp`;
  const fd = openSync(beside, 'w');
  try {
    let pending: string[] = [];
    let length = 0;
    const flush = (): void => {
      const bytes = Buffer.from(pending.join(''));
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      pending = [];
      length = 0;
    };
    for (const text of stateText(document)) {
      pending.push(text);
      length += text.length;
      if (length >= CHUNK_BYTES) flush();
    }
    flush();
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

/** Makes a rename durable, where the system can. */
function syncFolder(path: string): void {
  try {
    const fd = openSync(path, 'r');
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Some systems open no folders; the rename is atomic all the same.
  }
}

/** Reads a file as text in pieces that end at the end of a line. */
export function* piecesOf(path: string): Generator<string> {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const count = readSync(fd, buffer, 0, CHUNK_BYTES, null);
      if (count === 0) break;
      const read = buffer.subarray(0, count);
      const end = read.lastIndexOf(10) + 1;
      if (end === 0) {
        rest = Buffer.concat([rest, read]);
        continue;
      }
      yield Buffer.concat([rest, read.subarray(0, end)]).toString('utf8');
      rest = Buffer.from(read.subarray(end));
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(fd);
  }
}

/** What the reader of a state file is told, in the order of the file. */
export interface StateReader {
  /** @param foreign the file was laid out by another hand */
  header(header: StateHeader, foreign: boolean): void;
  rows(collection: string, rows: Row[]): void;
}

/** The state file as lowdb's adapter: what it reads, the reader is told; what it writes stands whole or not at all. */
export class StateFile implements Adapter<StateDocument> {
  constructor(
    readonly path: string,
    readonly reader: StateReader,
  ) {}

  /** Tells the reader everything; the document itself is not built, an org may be large. */
  async read(): Promise<null> {
    const { readState } = await import('./state-reader.js');
    readState(this.path, this.reader);
    return null;
  }

  async write(document: StateDocument): Promise<void> {
    writeStateFile(this.path, document);
  }
}

/** The refusal of a state file that cannot be used. */
export const unusable = (path: string, line: number | undefined, what: string): StateFileError =>
  new StateFileError(
    `${path}${line === undefined ? '' : `, line ${line}`}: ${what}. Nothing was changed. ` +
      'Restore the file from a backup, or start over with --fresh (the old file is kept).',
  );
