import { DuplicateKeyError, MissingRowError } from '../errors.js';
import type { IdSource } from '../ids.js';
import type { Draft, Next, Row } from '../rows/common.js';
import { type CollectionSpec, foldKey } from '../rows/spec.js';
import type { Collection, Log, Page, PageQuery, Taken, TakeQuery, Timeline } from '../types.js';
import type { Ahead } from './ahead.js';
import { EarliestRow } from './earliest.js';
import { deepFreeze } from './freeze.js';
import { KeyIndexes } from './key-indexes.js';
import { LastPages } from './last-pages.js';
import { orderedRows } from './ordered-rows.js';
import type { PackedRows } from './packed-rows.js';
import { pageOf } from './paging.js';
import { bySeq, type Entry, ordered, rowsOf, sizeOf } from './row-index.js';
import type { RowList, RowLists } from './row-list.js';
import { changedRow, newIdIn, refuseTakenKeys, rowOf } from './row-making.js';
import type { RowsSnapshot } from './rows-snapshot.js';
import { logOf, makeFound, taken, timelineOf, unpacked } from './taking.js';
import type { TextRow } from './text-row.js';
import { pageOfFew } from './value-index.js';

/** Told of every change before it happens; throws where writing is not allowed now. */
export interface ChangeLog {
  note(collection: Rows<Row>, before: Row | undefined, after: Row | undefined): void;
  /** Whether a row that is written into by mistake throws: looking after each costs a part of every write. */
  readonly freezes: boolean;
  /** What was done ahead of the transaction that runs; undefined where it is to do everything at once. */
  readonly ahead: Ahead | undefined;
}

/** The rows of one kind in memory. */
export class Rows<R extends Row> implements Collection<R>, Log<R> {
  /** Undefined where ids tell the `seq`. Without the records that are no rows yet. */
  #byId: Map<string, R> | undefined;
  #ordered: RowList<R>;
  #indexes: KeyIndexes<R>;
  #earliest: EarliestRow<R> | undefined;
  readonly #pages = new LastPages<R>();
  /** The `seq` that the next row gets. */
  nextSeq = 1;

  constructor(
    readonly name: string,
    readonly spec: CollectionSpec<R>,
    readonly ids: IdSource,
    readonly log: ChangeLog,
    readonly lists: RowLists<R> = orderedRows(),
  ) {
    this.#ordered = lists.of([]);
    this.#byId = spec.serial ? undefined : new Map();
    this.#indexes = new KeyIndexes(name, spec, bySeq(this.#ordered));
  }

  get(id: string): R | undefined {
    if (this.#byId) {
      const found = this.#byId.get(id);
      if (found !== undefined || !this.#ordered.packed) return found;
      makeFound(this.#ordered, this.#ordered.packed.withId(id, this.log.ahead), this.log.ahead);
      return this.#byId.get(id);
    }
    const row = this.#ordered.at(this.ids.seqOf(id));
    return row?.id === id ? row : undefined;
  }

  require(id: string): R {
    const row = this.get(id);
    if (!row) throw new MissingRowError(this.spec.typeName, id);
    return row;
  }

  by(index: string, given: string): R | undefined {
    const key = this.spec.uniqueness[index]?.folded ? foldKey(given) : given;
    const map = this.#indexes.unique(index, this.#ordered, this.log.ahead);
    const found = map.get(key);
    if (found !== undefined || !this.#ordered.packed) return found;
    makeFound(this.#ordered, this.#ordered.packed.withKey(index, key, this.log.ahead), this.log.ahead);
    return map.get(key);
  }

  where(index: string, key: string): readonly R[] {
    return unpacked(this.#rowsAt(index, key), this.log.ahead).rows;
  }

  count(index?: string, key?: string): number {
    return index === undefined ? this.#ordered.size : sizeOf(this.#entry(index, key ?? ''));
  }

  all(): readonly R[] {
    return unpacked(this.#ordered, this.log.ahead).rows;
  }

  timeline(): Timeline<R> {
    return timelineOf(this.name, this.#ordered, this.log.ahead);
  }

  take(query: TakeQuery<R>): Taken<R> {
    return taken(this.name, query, this.log.ahead);
  }

  page(query: PageQuery<R>): Page<R> {
    const known = this.#pages.find(query);
    if (known) return known;
    const [{ within, order, equal }, { ahead }, rows] = [query, this.log, this.#ordered];
    const few = equal && !within && this.#indexes.values.few(equal, rows, ahead);
    if (few) return pageOfFew(few, query, order && this.spec.orders[order.name]);
    const page = order
      ? this.#indexes.order(order.name, rows, ahead).page(this.name, query, order, ahead)
      : pageOf(this.name, within ? this.#rowsAt(within.index, within.key) : rows, query, ahead);
    return this.#pages.keep(query, page);
  }

  last(): R | undefined {
    return this.#ordered.size > 0 ? this.#ordered.row(this.#ordered.size - 1) : undefined;
  }

  earliest(): R | undefined {
    if (!this.#earliest) {
      if (!this.spec.time) throw new Error(`${this.name} has no time`);
      this.#earliest = new EarliestRow(this.spec.time, (row) => this.get(row.id) === row, this.#ordered.live);
    }
    return this.#earliest.first();
  }

  insert(draft: Draft<R>): R {
    const id = draft.id ?? newIdIn(this);
    if (draft.id !== undefined && this.get(id)) throw new DuplicateKeyError(this.name, 'id', id, 'id');
    return this.#put(undefined, rowOf<R>(id, this.nextSeq, draft));
  }

  replace(id: string, next: Next<R>): R {
    const before = this.require(id);
    return this.#put(before, rowOf<R>(id, before.seq, next));
  }

  update(id: string, changes: Partial<Next<R>>): R {
    const before = this.require(id);
    return this.#put(before, changedRow(before, changes));
  }

  #put(before: R | undefined, after: R): R {
    refuseTakenKeys(this, after, before);
    this.log.note(this as unknown as Rows<Row>, before, after);
    this.apply(before, this.log.freezes ? deepFreeze(after) : after);
    return after;
  }

  remove(id: string): R {
    const before = this.require(id);
    this.log.note(this as unknown as Rows<Row>, before, undefined);
    this.apply(before, undefined);
    return before;
  }

  /** Puts `after` in place of `before` without a check or a note: for commits that are replayed or undone. */
  apply(before: R | undefined, after: R | undefined): void {
    this.#pages.forget();
    if (before && after && before.seq !== after.seq) {
      // Removed and added again under the same id: another row, with a place of its own.
      this.apply(before, undefined);
      this.apply(undefined, after);
      return;
    }
    if (before && !after) {
      this.#byId?.delete(before.id);
      this.#ordered.delete(before.seq);
    }
    if (after) {
      this.#byId?.set(after.id, after);
      this.#ordered.put(after);
      if (after.seq >= this.nextSeq) this.nextSeq = after.seq + 1;
      this.#earliest?.add(after, this.#ordered.size);
    }
    this.#indexes.apply(before, after);
  }

  /**
   * Takes these rows over as the whole content, sorted by `seq` or not.
   * @param nextSeq the least `seq` that the next row may get
   * @throws Error where two rows share an id or a `seq`
   */
  load(rows: R[], nextSeq = 1): void {
    const byId = ordered(this.name, rows, this.spec.serial ?? false);
    const all = this.lists.of(rows);
    const indexes = new KeyIndexes(this.name, this.spec, bySeq(all));
    this.restore({ byId, ordered: all, indexes, nextSeq: Math.max(nextSeq, (rows.at(-1)?.seq ?? 0) + 1) });
  }

  /** Takes the records of a state file over as the whole content; rows are made of those that are asked for. */
  loadPacked(packed: PackedRows<R>): void {
    const byId = this.spec.serial ? undefined : new Map<string, R>();
    const rows = this.lists.ofRecords(packed, (row) => {
      byId?.set(row.id, row);
      indexes.made(row);
    });
    const indexes = new KeyIndexes(this.name, this.spec, bySeq(rows));
    this.restore({ byId, ordered: rows, indexes, nextSeq: (packed.seqs.at(-1) ?? 0) + 1 });
  }

  /** The first key that two rows share, in words. */
  duplicateKey(): string | undefined {
    return this.#indexes.duplicate(this.#ordered);
  }

  /** What the collection holds now; `restore` brings it back after a `load`. */
  snapshot(): RowsSnapshot<R> {
    return { byId: this.#byId, ordered: this.#ordered, indexes: this.#indexes, nextSeq: this.nextSeq };
  }

  /** Puts back what a snapshot holds. */
  restore({ byId, ordered, indexes, nextSeq }: RowsSnapshot<R>): void {
    this.#pages.forget();
    this.#byId = byId;
    this.#ordered = ordered;
    this.#indexes = indexes;
    this.nextSeq = nextSeq;
    this.#earliest = undefined;
  }

  /** The rows in order, for writing them down at leisure: later changes do not show. */
  written(): Iterable<R | TextRow> {
    return this.#ordered.written();
  }

  /** The rows of a log for reading at once: not to be kept. Records are sealed where they are looked at. */
  line(): Timeline<R> {
    return logOf(this.name, this.#ordered);
  }

  /** Whether rows are to be made of records still. */
  get isPacked(): boolean {
    return this.#ordered.packed !== undefined;
  }

  #entry(index: string, key: string): Entry<R> | undefined {
    return this.#indexes.secondary(index, this.#ordered, this.log.ahead).get(key);
  }

  #rowsAt(index: string, key: string): RowList<R> {
    return rowsOf(this.#entry(index, key), this.#indexes.source);
  }

  /** Forgets the rows before this `seq`, as the compactor did in the file: of a collection with no index, not of ids either. */
  dropBefore(seq: number): void {
    this.#pages.forget();
    this.#ordered.dropBefore(seq);
  }
}
