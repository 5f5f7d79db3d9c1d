import { closeSync, fsync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Adapter, Low } from 'lowdb';
import { PRIVATE_FILE, syncFolder } from '../files/folder.js';
import { type ReadDocument, type StateDocument, stateText } from './document.js';
import { readPackedInSlices } from './packed-reader.js';
import { readState } from './reader.js';
import { sealText } from './seal.js';

/** How much is written between two looks at the event loop. */
const SLICE_CHARS = 1 << 18;

const syncFile = promisify(fsync);

/** @returns the checksum of what was written before, and of this */
function writeAll(fd: number, text: string, crc: number): number {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  return crc32(bytes, crc);
}

/** Writes in slices: rows are frozen, so what is written is the org as it was when the document was made. */
async function writeSlices(fd: number, document: StateDocument): Promise<void> {
  let slice: string[] = [];
  let length = 0;
  let crc = 0;
  for (const text of stateText(document)) {
    slice.push(text);
    length += text.length;
    if (length < SLICE_CHARS) continue;
    crc = writeAll(fd, slice.join(''), crc);
    slice = [];
    length = 0;
    await setImmediate();
  }
  crc = writeAll(fd, slice.join(''), crc);
  if (document.sealed) writeAll(fd, sealText(crc), crc);
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
