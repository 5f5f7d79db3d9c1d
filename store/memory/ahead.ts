/** Work over very many rows, done a part at a time. */
export interface Work {
  /** Does a part of a millisecond or two. @returns whether all is done; another step does nothing then */
  step(): boolean;
}

/**
 * Thrown out of a transaction that would hold everybody up: what it was about to do is to be done first, a part at a
 * time. Then the transaction is run again from its beginning, and finds it done.
 */
export class Unfinished extends Error {
  constructor(readonly work: Work) {
    super('the work of this transaction is to be done in parts first');
  }
}

/** A walk that a transaction may make in one go where it is short. */
export interface Walk<T> {
  /** Visits so many rows more. @returns whether it is over */
  visit(rows: number): boolean;
  /** What was found; asked for when it is over. */
  readonly result: T;
}

/** Up to so many rows are visited, or taken into an index, at once: some tenths of a millisecond. */
export const AT_ONCE = 1024;

/** Rows between two looks at the time: the longest test that a request can ask for takes some milliseconds for them. */
const PART = 64;

/** No longer than this is anything done at once, in milliseconds: a filter may hold hundreds of tests. */
export const AT_ONCE_MS = 5;

/** About how long a step over rows takes at most, in milliseconds. */
const STEP_MS = 2;

/**
 * Goes from a place to before another by parts, one at least, until a step's time is over: rows may be long.
 * @param part does one from this place on; gives how many places it took
 * @returns the place behind
 */
export function inTime(from: number, end: number, part: (at: number) => number): number {
  const begun = performance.now();
  let at = from;
  while (at < end) {
    at += part(at);
    if (performance.now() - begun > STEP_MS) break;
  }
  return at;
}

/** Visits as many rows as may be visited at once. @returns whether the walk is over */
function visitAtOnce(walk: Walk<unknown>): boolean {
  if (walk.visit(PART)) return true;
  const from = performance.now();
  for (let left = AT_ONCE - PART; left > 0; left -= PART) {
    if (walk.visit(PART)) return true;
    if (performance.now() - from > AT_ONCE_MS) return false;
  }
  return false;
}

/**
 * What was done ahead of a transaction that is run again. Without one in force everything is done at once, however long
 * it takes: at a start, in a slice of a job that counts its steps itself, in tests of the store.
 */
export class Ahead {
  #walks: Map<string, Work & { readonly result: unknown }> | undefined;
  #asked = 0;
  #single = 0;

  /** The transaction begins, for the first time or again. */
  begin(): void {
    this.#asked = 0;
    this.#single = 0;
  }

  /** Counts a row that is made by itself. @returns whether these are so many that it takes long */
  single(): boolean {
    this.#single += 1;
    return this.#single > AT_ONCE;
  }

  /**
   * Makes a walk. A run that comes again finds the one that it asked for at the same place.
   * @param of tells it from others, for the case that another run asks for others
   * @param later the same walk over rows that stay as they are now
   * @throws Unfinished where it is long
   */
  walk<T>(of: string, now: Walk<T>, later: () => Work & { readonly result: T }): T {
    this.#asked += 1;
    const key = `${this.#asked} ${of}`;
    const done = this.#walks?.get(key);
    if (done) return done.result as T;
    if (visitAtOnce(now)) return now.result;
    const work = later();
    this.#walks ??= new Map();
    this.#walks.set(key, work);
    throw new Unfinished(work);
  }
}
