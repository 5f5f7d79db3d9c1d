import { type Ahead, Unfinished, type Work } from './ahead.js';
import { NO_HASH } from './key-hashes.js';

/** Hashes that one step takes in: about a millisecond. */
const STEP = 1 << 14;

/** Of so many all are taken in at once, whoever waits. */
const AT_ONCE = 1 << 16;

/** Finds the places of a hash in a list of hashes: open addressing, half empty. Made a part at a time. */
export class HashTable implements Work {
  readonly #cells: Int32Array;
  /** The places before this one are taken in. */
  #upTo = 0;

  constructor(readonly hashes: ArrayLike<number>) {
    let size = 4;
    while (size < 2 * hashes.length) size *= 2;
    this.#cells = new Int32Array(size);
  }

  step(): boolean {
    const { length } = this.hashes;
    const end = Math.min(this.#upTo + STEP, length);
    for (; this.#upTo < end; this.#upTo++) this.#add(this.hashes[this.#upTo] as number, this.#upTo);
    return end === length;
  }

  /** The places that have this hash. @throws Unfinished where many are to be taken in first, and `ahead` is there */
  find(hash: number, ahead: Ahead | undefined): number[] {
    if (ahead && this.hashes.length - this.#upTo > AT_ONCE) throw new Unfinished(this);
    while (!this.step());
    const places: number[] = [];
    const last = this.#cells.length - 1;
    for (let at = hash & last; this.#cells[at] !== 0; at = (at + 1) & last) {
      const place = (this.#cells[at] as number) - 1;
      if (this.hashes[place] === hash) places.push(place);
    }
    return places;
  }

  #add(hash: number, place: number): void {
    if (hash === NO_HASH) return;
    const last = this.#cells.length - 1;
    let at = hash & last;
    while (this.#cells[at] !== 0) at = (at + 1) & last;
    this.#cells[at] = place + 1;
  }
}
