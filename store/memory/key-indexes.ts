import type { Row } from '../rows/common.js';
import type { CollectionSpec, KeyOf } from '../rows/spec.js';
import type { OrderedRows } from './ordered-rows.js';
import { addTo, type Entry, keysOf, removeFrom } from './row-index.js';
import { RowOrder } from './row-order.js';

type Unique<R> = Map<string, R>;
type Secondary<R extends Row> = Map<string, Entry<R>>;

/**
 * The indexes of one collection by name. Each is built when it is first asked for, so a start pays for none of them, and
 * kept up from then on. While records are there that are no rows yet, unique indexes hold the others.
 */
export class KeyIndexes<R extends Row> {
  readonly #unique = new Map<string, Unique<R>>();
  readonly #secondary = new Map<string, Secondary<R>>();
  readonly #orders = new Map<string, RowOrder<R>>();

  constructor(
    readonly collection: string,
    readonly spec: CollectionSpec<R>,
  ) {}

  /** A unique index: at most one row for each key. */
  unique(name: string, rows: OrderedRows<R>): Unique<R> {
    const known = this.#unique.get(name);
    if (known) return known;
    const of = this.#keys(this.spec.unique, name);
    const map: Unique<R> = new Map();
    for (const row of rows.packed?.knows(name) ? rows.made : rows.live) {
      for (const key of keysOf(of, row)) map.set(key, row);
    }
    this.#unique.set(name, map);
    return map;
  }

  /** An index of any number of rows for each key. */
  secondary(name: string, rows: OrderedRows<R>): Secondary<R> {
    const known = this.#secondary.get(name);
    if (known) return known;
    const of = this.#keys(this.spec.index, name);
    const map: Secondary<R> = new Map();
    for (const row of rows.live) for (const key of keysOf(of, row)) addTo(map, key, row);
    this.#secondary.set(name, map);
    return map;
  }

  /** The rows in one of the collection's orders. */
  order(name: string, rows: OrderedRows<R>): RowOrder<R> {
    const known = this.#orders.get(name);
    if (known) return known;
    const of = this.spec.orders[name];
    if (!of) throw new Error(`${this.collection} has no order "${name}"`);
    const order = new RowOrder(of, rows);
    this.#orders.set(name, order);
    return order;
  }

  /** `after` stands in place of `before` from now on. */
  apply(before: R | undefined, after: R | undefined): void {
    for (const [name, map] of this.#unique) {
      const of = this.spec.unique[name] as KeyOf<R>;
      // Replayed changes are each row's last word: a key may have gone on to another row by the time it is left.
      if (before) for (const key of keysOf(of, before)) if (map.get(key) === before) map.delete(key);
      if (after) for (const key of keysOf(of, after)) map.set(key, after);
    }
    for (const [name, map] of this.#secondary) {
      const of = this.spec.index[name] as KeyOf<R>;
      const keys = after ? keysOf(of, after) : [];
      if (before) for (const key of keysOf(of, before)) if (!keys.includes(key)) removeFrom(map, key, before);
      if (after) for (const key of keys) addTo(map, key, after);
    }
    for (const order of this.#orders.values()) order.apply(before, after);
  }

  /** A row was made of a record. The indexes that are no unique ones have seen all rows. */
  made(row: R): void {
    for (const [name, map] of this.#unique) {
      for (const key of keysOf(this.spec.unique[name] as KeyOf<R>, row)) if (!map.has(key)) map.set(key, row);
    }
  }

  /** The first key that two of these rows share, in words. */
  duplicate(rows: OrderedRows<R>): string | undefined {
    for (const [name, of] of Object.entries(this.spec.unique)) {
      const holders = new Map<string, R>();
      for (const row of rows.live) {
        for (const key of keysOf(of, row)) {
          const other = holders.get(key);
          if (other) return `${this.collection} ${other.id} and ${row.id} have the same ${name}, "${key}"`;
          holders.set(key, row);
        }
      }
    }
    return undefined;
  }

  #keys(of: Readonly<Record<string, KeyOf<R>>>, name: string): KeyOf<R> {
    const keys = of[name];
    if (!keys) throw new Error(`${this.collection} has no index "${name}"`);
    return keys;
  }
}
