import type { Row } from '../store/rows/common.js';
import type { OktaError } from './errors.js';
import type { Links } from './links.js';
import type { ShownAs } from './shapes.js';

/** Shows a row as the API does. Pure: it depends on the row and the base URL alone, so its bytes can be kept. */
export type View<R extends Row, V> = (row: R, links: Links) => ShownAs<V>;

/** Writes down what a view shows, without making it first. */
type Writer = (row: never, links: Links) => string;

const writers = new WeakMap<View<never, unknown>, Writer>();

/** Has what a view shows be written down by `write`: the same text that JSON makes of it, sooner. @returns the view */
export function writtenBy<R extends Row, V>(write: (row: R, links: Links) => string, view: View<R, V>): View<R, V> {
  writers.set(view as View<never, unknown>, write as Writer);
  return view;
}

/** What a view shows of a row, as JSON. */
export function jsonOf<R extends Row, V>(view: View<R, V>, row: R, links: Links): string {
  const write = writers.get(view as View<never, unknown>) as ((row: R, links: Links) => string) | undefined;
  return write ? write(row, links) : JSON.stringify(view(row, links));
}

/** A row and the view to show it with; the edge keeps the bytes. */
export class Shown<V> {
  declare private readonly shows: V;
  constructor(
    readonly view: View<never, unknown>,
    readonly row: Row,
    /** Send an ETag of the bytes. */
    readonly etag: boolean,
  ) {}
}

/** Rows of one view, as a JSON array. */
export class ShownList<V> {
  declare private readonly shows: V;
  constructor(
    readonly view: View<never, unknown>,
    readonly rows: readonly Row[],
    /** Present where the endpoint sends Link headers: the effective limit and the cursor of the next page. */
    readonly paging?: Paging,
  ) {}
}

/**
 * Rows that are shown with what the org knows of them besides: nothing of it is kept. The edge makes one after the other
 * and lets other work come in between, so each shows the org of its own moment.
 */
export class MadeList<V> {
  declare private readonly shows: V;
  constructor(
    readonly rows: readonly Row[],
    /** Undefined for a row whose object is gone. */
    readonly make: (row: Row) => unknown,
  ) {}
}

/** What the Link headers of a list are made from. */
export interface Paging {
  /** The effective limit; absent where Okta's `self` shows none. */
  readonly limit?: number | undefined;
  /** The cursor stands behind what else was asked: the System Log's form. */
  readonly cursorLast?: boolean;
  /** The cursor of the next page; absent on the last. */
  readonly next?: string | undefined;
}

/** A body with a status, headers or Link headers of its own. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly options: {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly paging?: Paging;
    },
  ) {}
}

/** An answer that is not JSON: XML, a certificate request, an image. */
export class Raw {
  constructor(
    /** Text goes out as UTF-8, unless the media type says ISO-8859-1. */
    readonly body: string | Uint8Array,
    readonly options: {
      /** `Content-Type` as it is sent, parameters and all. */
      readonly mediaType: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ) {}
}

/** The row as `view` shows it. */
export const show = <R extends Row, V>(view: View<R, V>, row: R, options: { etag?: boolean } = {}): Shown<V> =>
  new Shown<V>(view as View<never, unknown>, row, options.etag ?? false);

/** The rows as `view` shows them; with `paging` the answer carries Link headers. */
export const list = <R extends Row, V>(view: View<R, V>, rows: readonly R[], paging?: Paging): ShownList<V> =>
  new ShownList<V>(view as View<never, unknown>, rows, paging);

/** The rows as `make` makes them, one after the other; it reads the org and writes nothing. */
export const made = <R extends Row, V>(rows: readonly R[], make: (row: R) => ShownAs<V> | undefined): MadeList<V> =>
  new MadeList<V>(rows, make as (row: Row) => unknown);

/** A body that goes out with another status than the route's, or with headers. */
export const reply = <T>(body: T, options: Answer<T>['options']): Answer<T> => new Answer(body, options);

/** Text or bytes of another media type than JSON, with the route's status unless one is given. */
export const raw = (body: string | Uint8Array, options: Raw['options']): Raw => new Raw(body, options);

/**
 * A refusal that leaves something behind: the transaction is committed and the error sent. For the few refusals that
 * Okta counts, such as a wrong password; all others are thrown and change nothing.
 */
export class Refused {
  constructor(readonly error: OktaError) {}
}

/** Refuses, and keeps what the transaction wrote. */
export const refused = (error: OktaError): Refused => new Refused(error);
