import type { Row } from './common.js';

/** One key, several keys, or none. */
export type KeyOf<R> = (row: R) => string | readonly string[] | undefined;

/** How one collection is kept: its id prefix, the type name its 404 shows, its indexes. */
export interface CollectionSpec<R extends Row> {
  /** First three characters of the ids given here. */
  readonly prefix: string;
  /** The type that Okta names in `Not found: Resource not found: <id> (<type>)`. */
  readonly typeName: string;
  /** At most one row for each key; an insert or replace that breaks this throws DuplicateKeyError. */
  readonly unique: Readonly<Record<string, KeyOf<R>>>;
  /** Any number of rows for each key. */
  readonly index: Readonly<Record<string, KeyOf<R>>>;
  /** Ids tell the `seq`: rows need no index of ids. For what is written often and read in order. */
  readonly serial?: boolean;
}

/** A spec whose index names are known to the compiler. */
export interface NamedSpec<R extends Row, U extends string, I extends string> extends CollectionSpec<R> {
  readonly unique: Readonly<Record<U, KeyOf<R>>>;
  readonly index: Readonly<Record<I, KeyOf<R>>>;
}
export interface SpecInput<R extends Row, U extends string, I extends string> {
  readonly prefix: string;
  readonly typeName: string;
  readonly unique?: Readonly<Record<U, KeyOf<R>>>;
  readonly index?: Readonly<Record<I, KeyOf<R>>>;
  readonly serial?: boolean;
}
