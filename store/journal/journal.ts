import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PRIVATE_FILE, syncFolder } from '../files/folder.js';

/**
 * Where commits go before they are answered: one line each, in order. The file is the default; another one (a database
 * that several replicas follow) can stand in its place.
 */
export interface JournalPort {
  /** Bytes that hold. */
  readonly size: number;
  /** Appends whole lines, and does not keep them. Throws, and leaves the journal as it was, when it cannot. */
  append(lines: Uint8Array): void;
  /** Settles when everything appended so far would survive a power loss. */
  sync(): Promise<void>;
  /** The same at once. */
  syncNow(): void;
  /** Cuts everything after the first `size` bytes off. */
  truncate(size: number): void;
  /** Sets the lines so far aside under this path, for the compactor, and begins anew. No sync may be under way. */
  rotate(aside: string): void;
  close(): void;
}

const dataSync = promisify(fdatasync);

/** A journal in a file. */
export class FileJournal implements JournalPort {
  #fd: number;
  #size: number;
  /** The file is new: until its folder is synced too, a power loss may take it whole. */
  #folderToSync = true;

  constructor(readonly path: string) {
    this.#fd = openSync(path, 'a', PRIVATE_FILE);
    this.#size = fstatSync(this.#fd).size;
  }

  get size(): number {
    return this.#size;
  }

  append(lines: Uint8Array): void {
    let written = 0;
    try {
      while (written < lines.length) written += this.write(written === 0 ? lines : lines.subarray(written));
    } catch (error) {
      if (written > 0) this.truncate(this.#size);
      throw error;
    }
    this.#size += lines.length;
  }

  async sync(): Promise<void> {
    await dataSync(this.#fd);
    this.#syncFolder();
  }

  syncNow(): void {
    fdatasyncSync(this.#fd);
    this.#syncFolder();
  }

  truncate(size: number): void {
    ftruncateSync(this.#fd, size);
    this.#size = size;
  }

  rotate(aside: string): void {
    renameSync(this.path, aside);
    let next: number;
    try {
      next = openSync(this.path, 'a', PRIVATE_FILE);
    } catch (error) {
      renameSync(aside, this.path);
      throw error;
    }
    // Only now: a number that is closed too early may come to mean another file, and lines would go there.
    closeSync(this.#fd);
    this.#fd = next;
    this.#size = 0;
    this.#folderToSync = true;
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Writes a part at the end. @returns how many bytes were taken, at least one */
  protected write(bytes: Uint8Array): number {
    return writeSync(this.#fd, bytes);
  }

  #syncFolder(): void {
    if (!this.#folderToSync) return;
    syncFolder(dirname(this.path));
    this.#folderToSync = false;
  }
}
