import { hash } from 'node:crypto';
import type { Row } from '../store/rows/common.js';
import type { Collection, Page, PageQuery, Position } from '../store/types.js';
import { OktaError } from './errors.js';
import { list, type Paging, type ShownList, type View } from './reply.js';

/** Default and greatest page size of an endpoint (facts: conventions §7). */
export interface LimitRule {
  readonly limit: number;
  readonly max: number;
}

/** Which page is asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: Position;
  /** What a cursor of this walk is bound to. Made when a cursor is: most lists have neither. */
  digest(): string;
  /** The form of its cursors, where clients rely on one. */
  readonly cursors?: Cursors;
}

/** Cursors that are no opaque text: clients make them themselves. */
export interface Cursors {
  /** The cursor of the page behind this row. */
  write(last: Row, next: Position): string;
  /** Where the page begins that a cursor asks for; undefined for one that cannot be. */
  read(cursor: string): Position | undefined;
}

/** Ids that sort by age. */
const AGED = /^[0-9A-Za-z]{20}$/;

/**
 * Cursors that are the id of the last row, as Okta's are in some lists (facts: conventions §7): clients make them
 * themselves. Ids sort by age, so that a list by age goes on behind a row that is gone meanwhile.
 * @param prefix what the ids of such rows begin with: no other id is a cursor
 * @param sort the order of the list, where it is none by age; the row must be there still then
 */
export const byLastId = <R extends Row>(
  rows: Pick<Collection<R>, 'all' | 'get'>,
  prefix: string,
  sort?: PageQuery<R>['sort'],
): Cursors => ({
  write: ({ id }) => id,
  read(cursor) {
    const row = rows.get(cursor);
    if (row) return sort ? { seq: row.seq, key: sort.by(row) } : { seq: row.seq };
    if (sort || !AGED.test(cursor) || !cursor.startsWith(prefix)) return undefined;
    const next = rows.all().find(({ id }) => id > cursor);
    return { seq: next ? next.seq - 1 : Number.MAX_SAFE_INTEGER };
  },
});

/** The query members that do not choose which rows are walked. */
const FREE = new Set(['after', 'limit', 'expand']);

/** A short digest of what the walk goes over: a cursor of another walk must not be taken. */
function digestOf(query: Readonly<Record<string, unknown>>, scope: string): string {
  const parts = Object.keys(query)
    .filter((name) => !FREE.has(name) && query[name] !== undefined)
    .sort()
    .map((name) => [name, query[name]]);
  if (parts.length === 0 && scope === '') return '';
  return hash('sha256', JSON.stringify([scope, parts]), 'base64url').slice(0, 8);
}

const badCursor = (): OktaError => new OktaError('E0000029', { causes: ['Invalid cursor.'] });

const encode = (position: Position, digest: string): string =>
  Buffer.from(JSON.stringify([position.seq, digest, ...(position.key === undefined ? [] : [position.key])])).toString(
    'base64url',
  );

function decode(cursor: string, digest: string): Position {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3) throw badCursor();
  const [seq, of, key] = parts as unknown[];
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || of !== digest) throw badCursor();
  if (parts.length === 2) return { seq };
  if (key !== null && typeof key !== 'string' && typeof key !== 'number') throw badCursor();
  return { seq, key };
}

/**
 * Reads `limit` and `after` of a list. Above the maximum the maximum holds, below 1 the default.
 * @param query the call's coerced query
 * @param scope what else the walk depends on, such as the id of the group whose members are listed
 * @param cursors their form, where they are not opaque
 * @throws OktaError E0000029 for a cursor that is broken or of another query
 */
export function pageRequest(
  query: { readonly limit?: number; readonly after?: string },
  rule: LimitRule,
  scope = '',
  cursors?: Cursors,
): PageRequest {
  const given = query.limit;
  const limit = given === undefined || given < 1 ? rule.limit : Math.min(given, rule.max);
  const digest = (): string => digestOf(query as Readonly<Record<string, unknown>>, scope);
  const request = { limit, digest, ...(cursors ? { cursors } : {}) };
  if (query.after === undefined || query.after === '') return request;
  if (cursors) {
    const after = cursors.read(query.after);
    if (after === undefined) throw badCursor();
    return { ...request, after };
  }
  return { limit, digest, after: decode(query.after, digest()) };
}

/** A page of rows that are at hand, in creation order. */
export function pageAmong<R extends Row>(rows: readonly R[], { limit, after }: PageRequest): Page<R> {
  const from = after?.seq ?? 0;
  const rest = rows.filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return last && rest.length > limit ? { rows: page, next: { seq: last.seq } } : { rows: page };
}

const cursorOf = (last: Row, next: Position, request: PageRequest): string =>
  request.cursors ? request.cursors.write(last, next) : encode(next, request.digest());

/** The Link headers of a page: its limit and, unless it is the last, the cursor of the next. */
export const pagingOf = <R extends Row>(page: Page<R>, request: PageRequest): Paging => ({
  limit: request.limit,
  next: page.next && cursorOf(page.rows.at(-1) as R, page.next, request),
});

/** The page as `view` shows its rows, with Link headers. */
export const pageReply = <R extends Row, V>(view: View<R, V>, page: Page<R>, request: PageRequest): ShownList<V> =>
  list(view, page.rows, pagingOf(page, request));
