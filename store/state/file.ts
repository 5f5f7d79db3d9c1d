import { closeSync, fsync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Adapter, Low } from 'lowdb';
import { MOST_PER_UNIT } from '../files/file-lines.js';
import { PRIVATE_FILE, syncFolder } from '../files/folder.js';
import { type ReadDocument, type StateDocument, stateText } from './document.js';
import { readPackedInSlices } from './packed-reader.js';
import { readState } from './reader.js';
import { sealText } from './seal.js';

const syncFile = promisify(fsync);

/** How much is written between two looks at the event loop, in bytes. */
const SLICE_BYTES = 1 << 18;

/** Collects what is written in memory that stays: new memory for each slice would be there until it is collected. */
class Slices {
  readonly #slice = Buffer.allocUnsafeSlow(SLICE_BYTES);
  #used = 0;
  /** The checksum of all that was written. */
  crc = 0;

  constructor(readonly fd: number) {}

  /** Takes what comes next. @returns whether something was written: there was no place for it */
  add(text: string | Buffer): boolean {
    if (this.#take(text)) return false;
    this.flush();
    if (!this.#take(text)) this.#write(typeof text === 'string' ? Buffer.from(text) : text);
    return true;
  }

  /** Writes all that was taken. */
  flush(): void {
    this.#write(this.#slice.subarray(0, this.#used));
    this.#used = 0;
  }

  #take(text: string | Buffer): boolean {
    const most = typeof text === 'string' ? text.length * MOST_PER_UNIT : text.length;
    if (this.#used + most > SLICE_BYTES) return false;
    this.#used += typeof text === 'string' ? this.#slice.write(text, this.#used) : text.copy(this.#slice, this.#used);
    return true;
  }

  #write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.fd, bytes, at);
    this.crc = crc32(bytes, this.crc);
  }
}

/** Writes in slices: rows are frozen, so what is written is the org as it was when the document was made. */
async function writeSlices(fd: number, document: StateDocument): Promise<void> {
  const slices = new Slices(fd);
  for (const text of stateText(document)) if (slices.add(text)) await setImmediate();
  slices.flush();
  if (document.sealed) {
    slices.add(sealText(slices.crc));
    slices.flush();
  }
  await syncFile(fd);
}

/** The state file as lowdb's adapter. What it writes stands whole or not at all. */
class StateFile implements Adapter<StateDocument | null> {
  constructor(readonly path: string) {}

  /** @throws StateFileError */
  async read(): Promise<ReadDocument> {
    return (await readPackedInSlices(this.path)) ?? readState(this.path);
  }

  /** Writes beside the old file, makes that durable, and puts it in the old one's place. */
  async write(document: StateDocument | null): Promise<void> {
    if (!document) return;
    const beside = `${this.path}.tmp`;
    const fd = openSync(beside, 'w', PRIVATE_FILE);
    try {
      await writeSlices(fd, document);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(fd);
    }
    renameSync(beside, this.path);
    syncFolder(dirname(this.path));
  }
}

/** A state file as a lowdb database. Orgs in memory do not pay for loading lowdb. */
async function database(path: string): Promise<Low<StateDocument | null>> {
  const { Low } = await import('lowdb');
  return new Low<StateDocument | null>(new StateFile(path), null);
}

/**
 * Reads a state file.
 * @throws StateFileError with the line at fault
 */
export async function readStateFile(path: string): Promise<ReadDocument> {
  const file = await database(path);
  await file.read();
  return file.data as ReadDocument;
}

/** Writes a state file; the old one is there until the new one is whole and durable. */
export async function writeStateFile(path: string, document: StateDocument): Promise<void> {
  const file = await database(path);
  file.data = document;
  await file.write();
}
