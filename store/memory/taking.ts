import type { Row } from '../rows/common.js';
import type { Taken, TakeQuery } from '../types.js';
import { type Ahead, AT_ONCE, Unfinished, type Walk } from './ahead.js';
import { Unpacking } from './held-walk.js';
import type { OrderedRows } from './ordered-rows.js';

/** Rows that one step of a long walk visits. */
const STEP = 64;

class Taking<R extends Row> implements Walk<Taken<R>> {
  readonly #taken: R[] = [];
  #at: number;

  constructor(readonly query: TakeQuery<R>) {
    this.#at = query.from;
  }

  visit(most: number): boolean {
    const { rows, from, end, most: wanted, test } = this.query;
    const step = from <= end ? 1 : -1;
    for (let left = most; this.#at !== end && this.#taken.length < wanted; left -= 1) {
      if (left === 0) return false;
      const row = rows[this.#at] as R;
      if (test(row)) this.#taken.push(row);
      this.#at += step;
    }
    return true;
  }

  /** Rows that were handed out stay as they are: the walk may go on later. */
  step(): boolean {
    return this.visit(STEP);
  }

  get result(): Taken<R> {
    return { taken: this.#taken, of: this.query.rows };
  }
}

/**
 * Takes rows.
 * @param name of the collection
 * @throws Unfinished where it takes a long walk, and `ahead` is there
 */
export function taken<R extends Row>(name: string, query: TakeQuery<R>, ahead: Ahead | undefined): Taken<R> {
  const walk = new Taking(query);
  if (ahead) return ahead.walk(`take ${name}`, walk, () => walk);
  walk.visit(Number.POSITIVE_INFINITY);
  return walk.result;
}

/** Rows all of which are rows. @throws Unfinished where many are records still, and `ahead` is there */
export function unpacked<R extends Row>(rows: OrderedRows<R>, ahead: Ahead | undefined): OrderedRows<R> {
  if (ahead && rows.isPartial && rows.size - rows.madeCount > AT_ONCE) {
    throw new Unfinished(new Unpacking(rows as unknown as OrderedRows<Row>));
  }
  return rows;
}
