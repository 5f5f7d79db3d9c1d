import type { Next, Row } from './common.js';

/** One key, several keys, or none. */
export type KeyOf<R> = (row: R) => string | readonly string[] | undefined;

/** What becomes of a row when what it names is removed. */
export type OnRemove = 'cascade' | 'clear' | 'keep' | 'refuse';

/**
 * What the rows of a collection name: the keys of the index that the reference is declared for are ids of rows of `to`.
 * `cascade`: the row goes, too. `clear`: it stays without the name. `keep`: it stays and names what was. `refuse`: what is
 * named stays as long as the row does.
 */
export type Reference<R extends Row> =
  | { readonly to: string; readonly onRemove: Exclude<OnRemove, 'clear'> }
  | {
      readonly to: string;
      readonly onRemove: 'clear';
      /** What changes of the row when the row with this id is removed. */
      readonly clear: (row: R, id: string) => Partial<Next<R>>;
    };

/** How a unique index is asked and how it refuses. */
export interface Unique {
  /** Keys are compared folded: who asks may give them in any case. The key function folds, too. */
  readonly folded?: boolean;
  /** The field that a refusal names where it is not the name of the index. */
  readonly field?: string;
  /** The cause that a refusal gives where it is not the usual sentence. */
  readonly cause?: string;
}

/** An order that lists of a collection come in where it is not that of creation. Keys are unique: they end in the id. */
export interface Order<R extends Row> {
  readonly key: (row: R) => string;
  /** Where the text of a record tells the key: by its id, and by the member that stands next to `seq`. */
  readonly head?: { readonly member?: string; readonly key: (id: string, value: string) => string };
}

/** How one collection is kept: its id prefix, the type name its 404 shows, its indexes, what its rows name. */
export interface CollectionSpec<R extends Row> {
  /** First three characters of the ids given here. */
  readonly prefix: string;
  /** The type that Okta names in `Not found: Resource not found: <id> (<type>)`. */
  readonly typeName: string;
  /** At most one row for each key; an insert or replace that breaks this throws DuplicateKeyError. */
  readonly unique: Readonly<Record<string, KeyOf<R>>>;
  /** How unique indexes are asked and refuse, where it is not plainly. */
  readonly uniqueness: Readonly<Record<string, Unique>>;
  /** Any number of rows for each key. */
  readonly index: Readonly<Record<string, KeyOf<R>>>;
  /** Orders by name; an order is made when it is first asked for. */
  readonly orders: Readonly<Record<string, Order<R>>>;
  /** What the rows name, by the index whose keys are the ids. */
  readonly references: Readonly<Record<string, Reference<R>>>;
  /** Ids tell the `seq`: rows need no index of ids. For what is written often and read in order. */
  readonly serial?: boolean;
  /** A time by which the earliest row is known at any moment. */
  readonly time?: (row: R) => number;
}

/** A spec whose index names are known to the compiler. */
export interface NamedSpec<R extends Row, U extends string, I extends string, O extends string>
  extends CollectionSpec<R> {
  readonly orders: Readonly<Record<O, Order<R>>>;
  readonly unique: Readonly<Record<U, KeyOf<R>>>;
  readonly index: Readonly<Record<I, KeyOf<R>>>;
}

interface SpecInput<R extends Row, U extends string, I extends string, O extends string> {
  readonly prefix: string;
  readonly typeName: string;
  readonly unique?: Readonly<Record<U, KeyOf<R>>>;
  readonly uniqueness?: { readonly [K in NoInfer<U>]?: Unique };
  readonly index?: Readonly<Record<I, KeyOf<R>>>;
  readonly orders?: Readonly<Record<O, Order<R>>>;
  readonly references?: { readonly [K in NoInfer<I>]?: Reference<R> };
  readonly serial?: boolean;
  readonly time?: (row: R) => number;
}

/** Declares a collection: `collection<ZoneRow>()({ prefix: 'nzo', ... })`. */
export const collection =
  <R extends Row>() =>
  <U extends string = never, I extends string = never, O extends string = never>(
    spec: SpecInput<R, U, I, O>,
  ): NamedSpec<R, U, I, O> => ({
    unique: {} as Record<U, KeyOf<R>>,
    index: {} as Record<I, KeyOf<R>>,
    orders: {} as Record<O, Order<R>>,
    ...spec,
    uniqueness: (spec.uniqueness ?? {}) as Record<string, Unique>,
    references: (spec.references ?? {}) as Record<string, Reference<R>>,
  });

/** What needs no normalisation: nearly every key, and an index over a large org folds each one. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Logins and names are compared without case and without diacritics (facts: users §1). */
export const foldKey = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A text, or no key. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A text folded, or no key. */
export const folded = (value: unknown): string | undefined => (typeof value === 'string' ? foldKey(value) : undefined);

/** The texts somewhere inside a value, of every item where the way leads through a list; none where it ends. */
export const textsAt = (value: unknown, ...path: readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, ...path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  return textsAt((value as Record<string, unknown> | null | undefined)?.[name], ...rest);
};

/** What key functions may call, and nothing else: an index that was made by other functions is not believed. */
export const keyMakers = { PLAIN, foldKey, text, folded, textsAt } as const;
