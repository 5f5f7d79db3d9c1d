/** What every stored row has. Rows are frozen: a change replaces the row, it never mutates it. */
export interface Row {
  /** The object's id: three-letter type prefix and 17 characters `[0-9A-Za-z]` (facts: conventions §6). */
  readonly id: string;
  /** Position in creation order within its collection; given by `insert`, never reused. Pages walk by it. */
  readonly seq: number;
}

/** A row before it is inserted: `seq` is the store's to give, `id` too unless it is pinned. */
export type Draft<R extends Row> = Omit<R, 'id' | 'seq'> & { readonly id?: string };

/** What a row may be replaced by: everything but `id` and `seq`, which stay. */
export type Next<R extends Row> = Omit<R, 'id' | 'seq'>;

/** A JSON value as a profile or a settings object holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** `yyyy-MM-ddTHH:mm:ss.000Z`: UTC, whole seconds, as Okta writes it. */
export type Timestamp = string;
