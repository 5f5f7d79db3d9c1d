import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

/**
 * Where commits go before they are answered: one line each, in order. The file is the default; another one (a database
 * that several replicas follow) can stand in its place.
 */
export interface JournalPort {
  /** Bytes that hold. */
  readonly size: number;
  /** Appends a line. Throws, and leaves the journal as it was, when it cannot. */
  append(line: string): void;
  /** Settles when everything appended so far would survive a power loss. */
  sync(): Promise<void>;
  /** Cuts everything after the first `size` bytes off. */
  truncate(size: number): void;
  /** Sets the lines so far aside under this path, for the compactor, and begins anew. */
  rotate(aside: string): void;
  close(): void;
}

const dataSync = promisify(fdatasync);

/** A journal in a file. */
export class FileJournal implements JournalPort {
  #fd: number;
  #size: number;

  constructor(readonly path: string) {
    this.#fd = openSync(path, 'a');
    this.#size = fstatSync(this.#fd).size;
  }

  get size(): number {
    return this.#size;
  }

  append(line: string): void {
    const bytes = Buffer.from(line);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#fd, bytes, written);
    } catch (error) {
      if (written > 0) this.truncate(this.#size);
      throw error;
    }
    this.#size += bytes.length;
  }

  sync(): Promise<void> {
    return dataSync(this.#fd);
  }

  truncate(size: number): void {
    ftruncateSync(this.#fd, size);
    this.#size = size;
  }

  rotate(aside: string): void {
    closeSync(this.#fd);
    renameSync(this.path, aside);
    this.#fd = openSync(this.path, 'a');
    this.#size = 0;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
