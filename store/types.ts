import type { CollectionName, Collections, RowOf } from './collections.js';
import type { Draft, Next, Row } from './rows/common.js';

/** A place in a walk: the last row that was shown, by position and, where the walk is sorted, by sort key. */
export interface Position {
  readonly seq: number;
  readonly key?: string | number | null;
}

/** A value that rows are looked for by, of a property that no index is declared for. */
export interface ValueQuery<R> {
  /** Of the property: one name for one `keysOf`. */
  readonly name: string;
  /** Only rows that have one of these keys can pass the filter. */
  readonly keys: readonly string[];
  keysOf(row: R): readonly string[];
}

/** What to page through, and how. */
export interface PageQuery<R extends Row, I extends string = string, O extends string = string> {
  /** At most this many rows. */
  readonly limit: number;
  /** Rows after this place only. A deleted row or a changed sort value does not break the walk. */
  readonly after?: Position | undefined;
  /** Rows for which this holds only. */
  readonly filter?: ((row: R) => boolean) | undefined;
  /** Which rows can pass the filter at all; looked at without `within`. */
  readonly equal?: ValueQuery<R> | undefined;
  /** Walk only the rows of one key of a declared index. */
  readonly within?: { readonly index: I; readonly key: string } | undefined;
  /** Walk in a declared order, from a key on and up to before another; `within` and `sort` are not looked at. */
  readonly order?: { readonly name: O; readonly from?: string; readonly to?: string } | undefined;
  /** Order by this value, ties by creation; without it by creation. Rows without a value (null) come last. */
  readonly sort?: { readonly by: (row: R) => string | number | null; readonly descending: boolean } | undefined;
}

/** One page, and where the next begins; no `next` on the last page. */
export interface Page<R extends Row> {
  readonly rows: readonly R[];
  readonly next?: Position;
}

/** Rows by their place in creation order, as they were at one moment, and what is known of them without making them. */
export interface Timeline<R extends Row> {
  readonly size: number;
  /** Whether no row's time is before that of the row in front of it. */
  readonly isInOrder: boolean;
  row(at: number): R;
  /** The row at a place for who keeps it: its texts are no parts of longer ones, which would stay as long as it does. */
  own(at: number): R;
  seqAt(at: number): number;
  timeAt(at: number): number;
}

/** Which of some rows to take: a walk from one place to before another, in either direction. */
export interface TakeQuery<R extends Row> {
  /** What `timeline` gave, or the same in another order. */
  readonly rows: Timeline<R>;
  readonly from: number;
  /** -1 for a walk to the first row. */
  readonly end: number;
  /** Most that are taken. */
  readonly most: number;
  /** Whether the row at a place is one to test: what its time tells, for which no row is made. */
  readonly within?: ((at: number) => boolean) | undefined;
  /** Takes the rows of the least times, or of the greatest where the walk goes backwards, and in that order. */
  readonly byTime?: boolean;
  test(row: R): boolean;
}

/** What was taken, and of which rows: of an earlier state than asked, where the walk was long. */
export interface Taken<R extends Row> {
  readonly taken: readonly R[];
  readonly of: Timeline<R>;
}

/**
 * The rows of one kind. Reads see the running transaction's own writes. Rows are frozen.
 * Writes are allowed inside a transaction only: elsewhere they throw.
 */
export interface Collection<
  R extends Row,
  U extends string = string,
  I extends string = string,
  O extends string = string,
> {
  get(id: string): R | undefined;
  /** The row with this id. Throws MissingRowError, which the edge shows as 404 E0000007 with the type's name. */
  require(id: string): R;
  /** The row with this key in a unique index; where the index folds its keys, the key may be given in any case. */
  by(index: U, key: string): R | undefined;
  /** The rows with this key in an index, in creation order. The array is a snapshot or may not be kept across writes. */
  where(index: I, key: string): readonly R[];
  /** How many rows there are, or how many have this key. */
  count(): number;
  count(index: I, key: string): number;
  /** Every row in creation order. */
  all(): readonly R[];
  page(query: PageQuery<R, I, O>): Page<R>;
  /** The row that was added last. */
  last(): R | undefined;
  /** The row with the least time, in a collection that declares one: a look, however many rows there are. */
  earliest(): R | undefined;
  /** Adds a row, with a new id unless one is given. Throws DuplicateKeyError. */
  insert(draft: Draft<R>): R;
  /** Puts `next` in place of the row with this id; `id` and `seq` stay. Throws MissingRowError, DuplicateKeyError. */
  replace(id: string, next: Next<R>): R;
  /** Changes these members of the row; all others stay. Throws as `replace` does. */
  update(id: string, changes: Partial<Next<R>>): R;
  /** Takes the row away and returns it. Throws MissingRowError. */
  remove(id: string): R;
}

/** The names of a collection's unique and other indexes. */
export type UniqueOf<C extends CollectionName> = Extract<keyof Collections[C]['unique'], string>;
export type IndexOf<C extends CollectionName> = Extract<keyof Collections[C]['index'], string>;
/** The names of a collection's orders. */
export type OrderOf<C extends CollectionName> = Extract<keyof Collections[C]['orders'], string>;

/** What a collection that is kept as a log gives besides. */
export interface Log<R extends Row> {
  /** Every row by its place. The same object until the next write. */
  timeline(): Timeline<R>;
  /** Takes rows that pass a test, in an order of the caller's own. */
  take(query: TakeQuery<R>): Taken<R>;
}

/** Every collection by name, as handlers see them. */
export type Store = {
  readonly [C in CollectionName]: Collection<RowOf<C>, UniqueOf<C>, IndexOf<C>, OrderOf<C>> &
    (C extends 'logs' ? Log<RowOf<C>> : unknown);
};
