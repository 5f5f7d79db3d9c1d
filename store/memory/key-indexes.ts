import type { Row } from '../rows/common.js';
import type { CollectionSpec, KeyOf } from '../rows/spec.js';
import { type Ahead, AT_ONCE, AT_ONCE_MS, inTime, Unfinished, type Work } from './ahead.js';
import { addSeq, addTo, type Entry, keysOf, removeFrom, uniqueKeysOf } from './row-index.js';
import type { RowList } from './row-list.js';
import { RowOrder } from './row-order.js';
import type { RowSource } from './slots.js';
import { ValueIndexes } from './value-index.js';

/** Rows that one step takes into an index. */
const STEP = 512;

/** One index, which knows the rows up to some `seq`, and is kept up for those. */
interface Index<R extends Row, E> {
  readonly of: KeyOf<R>;
  readonly map: Map<string, E>;
  /** Infinity when it is whole. */
  upTo: number;
  add(row: R): void;
  /** Takes in a row that is a record still, by what was read of it; undefined where it must be made a row. */
  readonly addRecord?: (row: R) => void;
}

function addAll<R>(of: KeyOf<R>, row: R, add: (key: string) => void): void {
  for (const key of keysOf(of, row)) add(key);
}

/** The making of an index, a part at a time. Whoever needs it takes the next step: how far it is stands in the index. */
class Building<R extends Row> implements Work {
  constructor(
    readonly index: Index<R, unknown>,
    readonly rows: RowList<R>,
    /** Records are found in another way: rows alone count. */
    readonly rowsAlone: boolean,
  ) {}

  step(): boolean {
    const { index, rows } = this;
    if (index.upTo === Number.POSITIVE_INFINITY) return true;
    const from = rows.indexOf(index.upTo + 1);
    const end = Math.min(from + STEP, rows.size);
    const at = inTime(from, end, (place) => this.#take(place, end - place));
    index.upTo = at < rows.size ? rows.seqAt(at - 1) : Number.POSITIVE_INFINITY;
    return at >= rows.size;
  }

  /** Takes in rows from a place on. @returns how many */
  #take(at: number, most: number): number {
    const { index, rows } = this;
    const row = rows.peek(at) ?? (this.rowsAlone || index.addRecord ? undefined : rows.row(at));
    if (row) index.add(row);
    else if (index.addRecord && !this.rowsAlone) {
      const read = rows.read(at, most);
      read.forEach(index.addRecord);
      return read.length;
    }
    return 1;
  }
}

/** Does work on so many rows at once. @throws Unfinished where they are many or long, and `ahead` is there */
function finish(work: Work, rows: number, ahead: Ahead | undefined): void {
  if (ahead && rows > AT_ONCE) throw new Unfinished(work);
  const begun = performance.now();
  while (!work.step()) if (ahead && performance.now() - begun > AT_ONCE_MS) throw new Unfinished(work);
}

/**
 * Makes an index whole: at once where few rows are missing, or nobody can wait.
 * @throws Unfinished
 */
function complete<R extends Row>(
  index: Index<R, unknown>,
  rows: RowList<R>,
  ahead: Ahead | undefined,
  rowsAlone: boolean,
): void {
  if (index.upTo === Number.POSITIVE_INFINITY) return;
  finish(new Building(index, rows, rowsAlone), rowsAlone ? rows.madeCount : rows.size, ahead);
}

/**
 * The indexes of one collection by name. Each is built when it is first asked for, so a start pays for none of them, and
 * kept up from then on. While records are there that are no rows yet, unique indexes hold the others.
 */
export class KeyIndexes<R extends Row> {
  readonly #unique = new Map<string, Index<R, R>>();
  readonly #secondary = new Map<string, Index<R, Entry<R>>>();
  readonly #orders = new Map<string, RowOrder<R>>();
  /** Those that nobody declared. */
  readonly values = new ValueIndexes<R>();

  /** @param source gives rows by their `seq` */
  constructor(
    readonly collection: string,
    readonly spec: CollectionSpec<R>,
    readonly source: RowSource<R>,
  ) {}

  /** A unique index: at most one row for each key. @throws Unfinished where it takes long to build, and `ahead` is there */
  unique(name: string, rows: RowList<R>, ahead?: Ahead): ReadonlyMap<string, R> {
    let index = this.#unique.get(name);
    if (!index) {
      const of = this.#keys(this.spec.unique, name);
      const map = new Map<string, R>();
      index = { of, map, upTo: 0, add: (row) => addAll(of, row, (key) => map.set(key, row)) };
      this.#unique.set(name, index);
    }
    complete(index, rows, ahead, rows.packed?.knows(name) ?? false);
    return index.map;
  }

  /** An index of any number of rows for each key. @throws Unfinished as `unique` does */
  secondary(name: string, rows: RowList<R>, ahead?: Ahead): ReadonlyMap<string, Entry<R>> {
    const index = this.#secondaryOf(name);
    complete(index, rows, ahead, false);
    return index.map;
  }

  /** The making of an index that nobody asked for yet; undefined where it is whole. */
  secondaryAhead(name: string, rows: RowList<R>): Work | undefined {
    const index = this.#secondaryOf(name);
    return index.upTo === Number.POSITIVE_INFINITY ? undefined : new Building(index, rows, false);
  }

  /** The rows in one of the collection's orders. @throws Unfinished as `unique` does */
  order(name: string, rows: RowList<R>, ahead?: Ahead): RowOrder<R> {
    let order = this.#orders.get(name);
    if (!order) {
      const of = this.spec.orders[name];
      if (!of) throw new Error(`${this.collection} has no order "${name}"`);
      order = new RowOrder(of, rows);
      this.#orders.set(name, order);
    }
    if (!order.isWhole) finish(order, rows.size, ahead);
    return order;
  }

  /** `after` stands in place of `before`, under the same `seq`, from now on. */
  apply(before: R | undefined, after: R | undefined): void {
    const seq = (after ?? before)?.seq ?? 0;
    for (const { of, map, upTo } of this.#unique.values()) {
      if (seq > upTo) continue;
      // Replayed changes are each row's last word: a key may have gone on to another row by the time it is left.
      const keys = after ? uniqueKeysOf(of, after) : [];
      if (before) for (const key of keysOf(of, before)) if (map.get(key) === before) map.delete(key);
      if (after) for (const key of keys) map.set(key, after);
    }
    for (const { of, map, upTo } of this.#secondary.values()) {
      if (seq > upTo) continue;
      const keys = after ? keysOf(of, after) : [];
      if (before) for (const key of keysOf(of, before)) if (!keys.includes(key)) removeFrom(map, key, before);
      if (after) for (const key of keys) addTo(map, key, after, this.source);
    }
    for (const order of this.#orders.values()) order.apply(before, after);
    if (after) this.values.note(seq);
  }

  /** A row was made of a record. The indexes that are no unique ones have seen all rows. */
  made(row: R): void {
    for (const { of, map, upTo } of this.#unique.values()) {
      if (row.seq > upTo) continue;
      for (const key of keysOf(of, row)) if (!map.has(key)) map.set(key, row);
    }
  }

  /** The first key that two of these rows share, in words. */
  duplicate(rows: RowList<R>): string | undefined {
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

  #secondaryOf(name: string): Index<R, Entry<R>> {
    const known = this.#secondary.get(name);
    if (known) return known;
    const of = this.#keys(this.spec.index, name);
    const map = new Map<string, Entry<R>>();
    const { source } = this;
    const index: Index<R, Entry<R>> = {
      of,
      map,
      upTo: 0,
      add: (row) => addAll(of, row, (key) => addTo(map, key, row, source)),
      addRecord: (row) => addAll(of, row, (key) => addSeq(map, key, row.seq, source)),
    };
    this.#secondary.set(name, index);
    return index;
  }

  #keys(of: Readonly<Record<string, KeyOf<R>>>, name: string): KeyOf<R> {
    const keys = of[name];
    if (!keys) throw new Error(`${this.collection} has no index "${name}"`);
    return keys;
  }
}
