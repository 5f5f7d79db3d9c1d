import type { ReadContext } from '../../server/context.js';
import type { HandlersOf } from '../../server/contract.js';
import { OktaError } from '../../server/errors.js';
import { list } from '../../server/reply.js';
import type { LogRow } from '../../store/rows/org.js';
import { compileFilter } from '../query/index.js';
import { logFilter } from '../query/logs.js';
import { keywordTest } from './keywords.js';
import { eventView } from './view.js';

interface LogQuery {
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly filter?: string;
  readonly q?: string;
  readonly sortOrder?: string;
  readonly limit?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

const refuse = (code: 'E0000001' | 'E0000053' | 'E0000029', summary: string, ...causes: string[]): OktaError =>
  new OktaError(code, { summary, causes, form: 'log' });

/** A time of the query in milliseconds since 1970, or undefined where none is given. */
function timeOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  // A plus sign in an offset arrives as a space where the client did not encode it.
  const text = value.replace(' ', '+').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const ms = DATE.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  const first = 'The date format in your query is not recognized. Please enter dates using ISO8601 string format.';
  const second = 'must be a valid date-time or empty.';
  throw refuse(
    'E0000001',
    `Api validation failed: '${name}': ${first}. '${name}': ${second}`,
    `${name}: ${first}`,
    `${name}: ${second}`,
  );
}

/** Which events a query asks for, and in which order. */
interface Window {
  readonly since: number;
  readonly until: number;
  readonly descending: boolean;
  /** Without an end and ascending: the walk never ends, a poll goes on where it stopped. */
  readonly polling: boolean;
  readonly limit: number;
}

function windowOf(query: LogQuery, now: number): Window {
  const until = timeOf('until', query.until);
  const since = timeOf('since', query.since);
  const order = (query.sortOrder || 'ASCENDING').toUpperCase();
  if (order !== 'ASCENDING' && order !== 'DESCENDING') {
    throw refuse('E0000001', "Api validation failed: 'sortOrder': must be ASCENDING or DESCENDING.");
  }
  const limit = query.limit ?? 100;
  if (limit < 0 || limit > 1000)
    throw refuse('E0000001', "Api validation failed: 'limit': must be between 0 and 1000.");
  if (since !== undefined && now - since > 180 * DAY_MS) {
    throw refuse('E0000053', 'Invalid parameter: The since parameter is over 180 days prior to the current day.');
  }
  const end = until ?? Number.POSITIVE_INFINITY;
  const descending = order === 'DESCENDING';
  const polling = until === undefined && !descending;
  return { since: since ?? Math.min(end, now) - 7 * DAY_MS, until: end, descending, polling, limit };
}

const CURSOR = /^(\d{1,16})_1$/;

/** A cursor is the position of the last event that was shown. */
function positionOf(after: string | undefined): number | undefined {
  if (after === undefined || after === '') return undefined;
  const seq = CURSOR.exec(after)?.[1];
  if (seq === undefined) throw refuse('E0000029', 'Invalid paging request.', 'Invalid cursor.');
  return Number(seq);
}

/** The place of the first event with at least this `seq`. */
function placeOf(rows: readonly LogRow[], seq: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as LogRow).seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One page of events and whether more follow. Walks from the cursor, in the order of writing or against it. */
function pageOf(
  rows: readonly LogRow[],
  window: Window,
  after: number | undefined,
  test: (row: LogRow) => boolean,
): { page: LogRow[]; more: boolean } {
  const page: LogRow[] = [];
  const step = window.descending ? -1 : 1;
  const first = window.descending ? rows.length - 1 : 0;
  let at = first;
  if (after !== undefined) at = window.descending ? placeOf(rows, after) - 1 : placeOf(rows, after + 1);
  for (; at >= 0 && at < rows.length; at += step) {
    const row = rows[at] as LogRow;
    // A cursor has its own beginning: `since` was there for the first page.
    if ((after === undefined || !window.polling) && row.at < window.since) continue;
    if (row.at >= window.until || !test(row)) continue;
    if (page.length === window.limit) return { page, more: true };
    page.push(row);
  }
  return { page, more: false };
}

/** Where a poll goes on that found nothing: after the last event there is, or where it was. */
const restart = (rows: readonly LogRow[], after: number | undefined): number => after ?? rows.at(-1)?.seq ?? 0;

function testOf({ filter, q }: LogQuery): (row: LogRow) => boolean {
  const tests: ((row: LogRow) => boolean)[] = [];
  if (filter) tests.push(compileFilter(filter, logFilter).test);
  if (q) tests.push(keywordTest(q, refuse));
  return (row) => tests.every((test) => test(row));
}

function read(query: LogQuery, ctx: ReadContext) {
  const now = ctx.clock.now();
  const window = windowOf(query, now);
  const after = positionOf(query.after);
  const rows = ctx.store.logs.all();
  const retained = { ...window, since: Math.max(window.since, now - 90 * DAY_MS) };
  const { page, more } = pageOf(rows, retained, after, testOf(query));
  const last = page.at(-1)?.seq ?? (window.limit === 0 ? (after ?? 0) : restart(rows, after));
  const next = more || window.polling ? `${last}_1` : undefined;
  return list(eventView, page, { limit: window.limit, next });
}

/** The System Log (facts: system-log). */
export const logs = {
  getLogs: ({ query }, ctx) => read(query as LogQuery, ctx),
} satisfies HandlersOf<'Log'>;
