import { MOST_PER_UNIT } from '../files/file-lines.js';
import { type Commit, commitText, putChecksum } from './commit-line.js';

/** In bytes; what one turn needs as a rule. */
const KEPT = 1 << 18;

/**
 * The lines of a turn, one behind the other in memory that stays: new memory for each line would cost more than its
 * making.
 */
export class LineBuffer {
  #bytes = Buffer.alloc(0);
  #used = 0;

  /** Adds the line of a commit. @param before what comes before it: a newline that the journal's last line lacks */
  add(commit: Commit, before = ''): void {
    const text = commitText(commit);
    const units = before.length + text.length;
    // What is long is measured: three times of it may be too much.
    const most = units < KEPT ? units * MOST_PER_UNIT : before.length + Buffer.byteLength(text);
    if (this.#used + most > this.#bytes.length) this.#grow(most);
    const start = before === '' ? this.#used : this.#used + this.#bytes.write(before, this.#used, 'latin1');
    this.#used = start + this.#bytes.write(text, start);
    putChecksum(this.#bytes, start, this.#used);
  }

  /** All lines since the last call. They stay as they are until the next `add`. */
  take(): Buffer {
    const lines = this.#bytes.subarray(0, this.#used);
    this.#used = 0;
    // The memory of a large commit is let go.
    if (this.#bytes.length > 4 * KEPT) this.#bytes = Buffer.alloc(0);
    return lines;
  }

  #grow(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(KEPT, this.#bytes.length * 2, this.#used + most));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}
