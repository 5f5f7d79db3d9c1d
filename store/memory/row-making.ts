import { DuplicateKeyError } from '../errors.js';
import type { IdSource } from '../ids.js';
import type { Next, Row } from '../rows/common.js';
import type { CollectionSpec, KeyOf } from '../rows/spec.js';
import { uniqueKeysOf } from './row-index.js';

/** `id` and `seq` come first: people read the state file, and the compactor looks at the beginning of a line. */
export function rowOf<R extends Row>(id: string, seq: number, rest: object): R {
  // As a spread behind other members would, in half the time.
  const row = Object.assign({ id, seq }, rest);
  row.id = id;
  row.seq = seq;
  return row as unknown as R;
}

/** A row with some other members; it keeps its place, and the order of its members. */
export function changedRow<R extends Row>(before: R, changes: Partial<Next<R>>): R {
  const row: { -readonly [K in keyof R]: R[K] } = { ...before, ...changes };
  row.id = before.id;
  row.seq = before.seq;
  return row;
}

/** Rows whose unique keys can be asked for. */
interface Keyed<R extends Row> {
  readonly name: string;
  readonly spec: CollectionSpec<R>;
  by(index: string, key: string): R | undefined;
}

/** Refuses a row of which another row has a key. @throws DuplicateKeyError, in the words of the collection's declaration */
export function refuseTakenKeys<R extends Row>(rows: Keyed<R>, row: R, before: R | undefined): void {
  const { name: collection, spec } = rows;
  for (const name in spec.unique) {
    for (const key of uniqueKeysOf(spec.unique[name] as KeyOf<R>, row)) {
      const holder = rows.by(name, key);
      if (holder === undefined || holder === before) continue;
      const { field = name, cause } = spec.uniqueness[name] ?? {};
      throw new DuplicateKeyError(collection, name, key, field, cause);
    }
  }
}

/** What an id is made for. */
interface Numbered {
  readonly spec: { readonly prefix: string; readonly serial?: boolean | undefined };
  readonly ids: IdSource;
  readonly nextSeq: number;
}

/** The id of the next row. */
export const newIdIn = ({ spec: { prefix, serial }, ids, nextSeq }: Numbered): string =>
  serial ? ids.serial(prefix, nextSeq) : ids.next(prefix);

/** The indexes by what rows belong to: those that go with what they name are looked for by its id. */
export const ownersOf = <R extends Row>({ references }: CollectionSpec<R>): string[] =>
  Object.entries(references).flatMap(([index, { onRemove }]) => (onRemove === 'cascade' ? [index] : []));
