import { OktaError } from '../../contract/errors.js';
import { parseDate } from '../../languages/filter/dates.js';
import { badParameter, logRefusal } from './refusal.js';

/** The query of `GET /logs` as it arrives; empty parameters are as good as none. */
export interface LogQuery {
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly filter?: string;
  readonly q?: string;
  readonly sortOrder?: string;
  readonly limit?: number;
}

/** A place in the log, behind the event with this time and `seq`. */
export interface Place {
  readonly at: number;
  readonly seq: number;
}

/** Which events a query asks for, and in which order. */
export interface Window {
  /** Without an end and ascending: in the order of writing, and the walk never ends. */
  readonly polling: boolean;
  readonly descending: boolean;
  /** Milliseconds since 1970, inclusive. */
  readonly since: number;
  /** Milliseconds since 1970, exclusive. */
  readonly until: number;
  /** Milliseconds since 1970; what is older is not shown any more, whatever is asked for. */
  readonly retained: number;
  readonly limit: number;
  readonly after: Place | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;

/** A time of the query in milliseconds since 1970: ISO 8601, UTC where no time zone is given. */
function timeOf(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  // The plus sign of an offset arrives as a space where the client did not encode it.
  const given = value.replace(/ (\d\d:?\d\d)$/, '+$1');
  const ms = parseDate(DAY.test(given) ? `${given}T00:00Z` : LOCAL.test(given) ? `${given}Z` : given);
  if (ms !== undefined) return ms;
  throw logRefusal('E0000030', new OktaError('E0000030').summary);
}

function isDescending(sortOrder: string | undefined): boolean {
  if (!sortOrder) return false;
  const order = sortOrder.toUpperCase();
  if (order === 'ASCENDING' || order === 'DESCENDING') return order === 'DESCENDING';
  throw badParameter('sortOrder', 'must be ASCENDING or DESCENDING.');
}

const CURSOR = /^(-?\d{1,15})_(\d{1,15})$/;

/** The cursor of this place. It is bound to no query: pollers keep it and drop what they asked with at first. */
export const cursorOf = ({ at, seq }: Place): string => `${at}_${seq}`;

function placeOf(cursor: string | undefined): Place | undefined {
  if (!cursor) return undefined;
  const [, at, seq] = CURSOR.exec(cursor) ?? [];
  if (seq === undefined) throw logRefusal('E0000029', 'Invalid paging request.', 'Invalid cursor.');
  return { at: Number(at), seq: Number(seq) };
}

/**
 * Reads which events a query asks for (facts: system-log §2).
 * @param now milliseconds since 1970
 * @throws OktaError 400 E0000001, E0000029 or E0000030, in the form of the System Log
 */
export function windowOf(query: LogQuery, now: number): Window {
  const since = timeOf(query.since);
  const until = timeOf(query.until);
  const descending = isDescending(query.sortOrder);
  const limit = query.limit ?? 100;
  if (limit < 0 || limit > 1000) throw badParameter('limit', 'must be between 0 and 1000.');
  const polling = until === undefined && !descending;
  const retained = now - 90 * DAY_MS;
  return {
    polling,
    descending,
    since: Math.max(since ?? (until ?? now) - 7 * DAY_MS, retained),
    // Nothing is written ahead of the clock, unless the clock was set back since.
    until: polling ? Number.POSITIVE_INFINITY : (until ?? now + 1),
    retained,
    limit,
    after: placeOf(query.after),
  };
}
