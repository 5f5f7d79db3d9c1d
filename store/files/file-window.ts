import { closeSync, openSync, readSync } from 'node:fs';
import { StateFileError } from '../errors.js';

/** So short that reading it for one row alone costs no more than asking the system for it. */
const WINDOW_BYTES = 1 << 14;

/** Reads a file here and there, by a window: places that follow each other are read together. */
export class FileWindow {
  readonly #fd: number;
  readonly #window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
  #from = 0;
  #length = 0;

  constructor(readonly path: string) {
    this.#fd = openSync(path, 'r');
  }

  /**
   * The bytes of a place, good until the next call.
   * @throws StateFileError where the file ends before
   */
  read(from: number, length: number): Buffer {
    if (length > WINDOW_BYTES) return this.#fill(Buffer.allocUnsafeSlow(length), from, length).subarray(0, length);
    if (from < this.#from || from + length > this.#from + this.#length) {
      this.#length = 0;
      this.#length = this.#fill(this.#window, from, length).length;
      this.#from = from;
    }
    return this.#window.subarray(from - this.#from, from - this.#from + length);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Reads as much as fits. @returns what was read, no less than `least` bytes */
  #fill(bytes: Buffer, from: number, least: number): Buffer {
    let held = 0;
    while (held < least) {
      const count = readSync(this.#fd, bytes, held, bytes.length - held, from + held);
      if (count === 0) throw new StateFileError(`${this.path} was cut off while it was read. Nothing was changed.`);
      held += count;
    }
    return bytes.subarray(0, held);
  }
}
