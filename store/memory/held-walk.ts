import type { Row } from '../rows/common.js';
import type { Walk, Work } from './ahead.js';
import type { PartialRows, PlacedRows, RowList } from './row-list.js';

/** Rows that one step visits: the longest test that a request can ask for takes some milliseconds for them. */
const STEP = 64;

/** Makes rows of all the records that are left, a run at a time. */
export class Unpacking implements Work {
  #at = 0;

  constructor(readonly rows: PartialRows) {}

  step(): boolean {
    const { rows } = this;
    if (!rows.isPartial) return true;
    this.#at = rows.unpackFrom(this.#at < rows.size ? this.#at : 0);
    return !rows.isPartial;
  }
}

/**
 * A long walk, a step at a time, over the rows as they were at one moment: that at which all of them were rows. What is
 * written meanwhile does not show in it.
 */
export class HeldWalk<R extends Row, T> implements Work {
  readonly #unpacking: Unpacking;
  #walk: Walk<T> | undefined;
  #isOver = false;

  /** @param begin makes the walk over the rows that are held */
  constructor(
    readonly from: RowList<R>,
    readonly begin: (held: PlacedRows<R>) => Walk<T>,
  ) {
    this.#unpacking = new Unpacking(from);
    if (!from.isPartial) this.#walk = begin(from.held());
  }

  step(): boolean {
    if (this.#isOver) return true;
    if (this.#walk) {
      this.#isOver = this.#walk.visit(STEP);
      return this.#isOver;
    }
    if (this.#unpacking.step()) this.#walk = this.begin(this.from.held());
    return false;
  }

  get result(): T {
    if (!this.#walk || !this.#isOver) throw new Error('the walk is not over');
    return this.#walk.result;
  }
}
