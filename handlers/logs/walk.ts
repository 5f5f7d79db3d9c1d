import type { LogRow } from '../../store/rows/logs.js';
import type { Store, Taken, Timeline } from '../../store/types.js';
import { cursorOf, type Place, type Window } from './window.js';

/** A page of events, and the place behind it where the walk goes on. */
export interface LogPage {
  readonly rows: readonly LogRow[];
  /** The cursor of that place. */
  readonly next: string | undefined;
}

type Rows = Timeline<LogRow>;
type Test = (row: LogRow) => boolean;

/** The first place of which `isBehind` holds; it holds of every later one, too. */
function firstOf({ size }: Rows, isBehind: (at: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the first event that is not before a time, of events in the order of time. */
const fromTime = (rows: Rows, time: number): number => firstOf(rows, (at) => rows.timeAt(at) >= time);

/** The log as it was at a moment in the order of time; it lives until the next event is written. */
const ordered = new WeakMap<Rows, Rows>();

/** The same events in another order. @param places where each stands in the log */
const inOrderOf = (rows: Rows, places: readonly number[]): Rows => ({
  size: rows.size,
  isInOrder: true,
  row: (at) => rows.row(places[at] as number),
  seqAt: (at) => rows.seqAt(places[at] as number),
  timeAt: (at) => rows.timeAt(places[at] as number),
});

/** The events in the order of time: that of writing, unless the clock was set back. */
function byTime(rows: Rows): Rows {
  if (rows.isInOrder) return rows;
  let sorted = ordered.get(rows);
  if (!sorted) {
    const places = Array.from({ length: rows.size }, (_, at) => at);
    places.sort((a, b) => rows.timeAt(a) - rows.timeAt(b) || a - b);
    sorted = inOrderOf(rows, places);
    ordered.set(rows, sorted);
  }
  return sorted;
}

/** Takes events from one place to before another, in either direction, until there is one more than the limit. */
type Take = (rows: Rows, from: number, end: number, test: Test) => Taken<LogRow>;

/** A page by the time of the events, with an end. */
function boundedPage(all: Rows, window: Window, test: Test, take: Take): LogPage {
  const { since, until, after, limit, descending } = window;
  const rows = byTime(all);
  let first = fromTime(rows, since);
  let end = Math.max(first, fromTime(rows, until));
  if (after) {
    const distance = (at: number): number => rows.timeAt(at) - after.at || rows.seqAt(at) - after.seq;
    const place = firstOf(rows, (at) => (descending ? distance(at) >= 0 : distance(at) > 0));
    if (descending) end = Math.max(first, Math.min(end, place));
    else first = Math.min(end, Math.max(first, place));
  }
  const { taken: found } = descending ? take(rows, end - 1, first - 1, test) : take(rows, first, end, test);
  const extra = found[limit];
  if (!extra) return { rows: found, next: undefined };
  const shown = found.slice(0, limit);
  // With a limit of 0 nothing was shown: the walk goes on before the first event.
  const next = shown.at(-1) ?? { at: extra.at, seq: extra.seq + (descending ? 1 : -1) };
  return { rows: shown, next: cursorOf(next) };
}

/** The place of the last event. */
const lastOf = (rows: Rows): Place | undefined =>
  rows.size === 0 ? undefined : { at: rows.timeAt(rows.size - 1), seq: rows.seqAt(rows.size - 1) };

/** Where a poll that was here goes on; from the start where the log is not the one that the place was in. */
function startAfter(rows: Rows, { seq }: Place): number {
  const start = firstOf(rows, (at) => rows.seqAt(at) > seq);
  // Events are numbered on and on. A place beyond the last is of a time before the org was reset.
  return start === rows.size && (lastOf(rows)?.seq ?? seq) < seq ? 0 : start;
}

/** A page in the order of writing, and what it was made by. */
interface Polled {
  readonly page: LogPage;
  readonly test: Test;
  readonly limit: number;
  readonly after: Place | undefined;
  /** From when on events were taken, and the time of the oldest that was: with a time in between they are the same. */
  readonly from: number;
  readonly oldest: number;
}

/** The last page of each snapshot of the log: who polls asks for the same again until something happens. */
const polled = new WeakMap<Rows, Polled>();

/** The page that was made before, where it is the one that is asked for now. */
function samePage(rows: Rows, { after, limit }: Window, from: number, test: Test): LogPage | undefined {
  const last = polled.get(rows);
  if (!last || last.test !== test || last.limit !== limit || from < last.from || from > last.oldest) return undefined;
  return last.after?.seq === after?.seq && last.after?.at === after?.at ? last.page : undefined;
}

/** A page in the order of writing. There is always a place to go on from: behind all that was looked at. */
function pollingPage(rows: Rows, window: Window, test: Test, take: Take): LogPage {
  const { after, limit, since, retained } = window;
  // A place has its own beginning: `since` was for the first page.
  const from = after ? retained : since;
  const known = samePage(rows, window, from, test);
  if (known) return known;
  const behind = after ? startAfter(rows, after) : 0;
  // Nothing is made of what is older in any case.
  const start = rows.isInOrder ? Math.max(behind, fromTime(rows, from)) : behind;
  const { taken: found, of } = take(rows, start, rows.size, (row) => row.at >= from && test(row));
  const extra = found[limit];
  const shown = found.slice(0, limit);
  // Of the events that were looked at: others may have been written since.
  const lastOfAll = lastOf(of) ?? after ?? { at: since, seq: 0 };
  const next = extra ? (shown.at(-1) ?? { at: extra.at, seq: extra.seq - 1 }) : lastOfAll;
  const page = { rows: shown, next: cursorOf(next) };
  if (of === rows && found.length > 0) {
    const oldest = found.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    polled.set(rows, { page, test, limit, after, from, oldest });
  }
  return page;
}

/** One page of the log. */
export function logPage(logs: Pick<Store['logs'], 'timeline' | 'take'>, window: Window, test: Test): LogPage {
  const most = window.limit + 1;
  const take: Take = (rows, from, end, wanted) => logs.take({ rows, from, end, most, test: wanted });
  const rows = logs.timeline();
  return window.polling ? pollingPage(rows, window, test, take) : boundedPage(rows, window, test, take);
}
