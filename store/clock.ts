const MAX_TEXTS = 16;

/** Okta's times can be written up to the year 9999. A clock ends a century before, so that what is yet to come can be, too. */
const LAST_MS = Date.UTC(9900, 0, 1) - 1;

/** Whether an org can be at this time: milliseconds since 1970, to the end of the year 9899. */
export const isOrgTime = (ms: number): boolean => typeof ms === 'number' && ms >= 0 && ms <= LAST_MS;

/** @throws RangeError for what is no time that an org can be at */
function checkTime(ms: number): number {
  checkNumber(ms);
  if (isOrgTime(ms)) return ms;
  throw new RangeError(`The clock takes milliseconds since 1970, up to the year 9899; this would be ${ms}.`);
}

/** A text would be put behind the time, a Date taken for one: no compiler looks at what plain JavaScript gives. */
function checkNumber(ms: unknown): void {
  if (typeof ms === 'number') return;
  const given = ms instanceof Date ? 'a Date: give its getTime()' : typeof ms === 'string' ? `"${ms}"` : String(ms);
  throw new RangeError(`The clock takes a number of milliseconds, and this is ${given}.`);
}

/** Where a clock stands. */
export interface ClockState {
  readonly frozenAt: number | undefined;
  readonly offset: number;
}

/** The org's only source of time. Tests freeze, set and advance it. */
export class Clock {
  #frozenAt: number | undefined;
  #offset = 0;
  // A write asks for the time several times over; the text of a second is made once.
  readonly #texts = new Map<number, string>();
  #lastSecond = Number.NaN;
  #lastText = '';

  /** @param at milliseconds since 1970 to stand still at; without it the clock follows the system's. */
  constructor(at?: number) {
    this.#frozenAt = at;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offset;
  }

  /** `yyyy-MM-ddTHH:mm:ss.000Z`, as Okta writes times (facts: recorded-shapes §1). */
  timestamp(ms = this.now()): string {
    const second = Math.floor(ms / 1000);
    if (second === this.#lastSecond) return this.#lastText;
    let text = this.#texts.get(second);
    if (text === undefined) {
      text = `${new Date(ms).toISOString().slice(0, 19)}.000Z`;
      if (this.#texts.size >= MAX_TEXTS) this.#texts.clear();
      this.#texts.set(second, text);
    }
    this.#lastSecond = second;
    this.#lastText = text;
    return text;
  }

  /** Stands still at this time, in milliseconds since 1970. @throws RangeError as all that sets it does */
  freeze(at?: number): void {
    // Where it is it may stand still: time that went on from the last moment is a little later.
    this.#frozenAt = at === undefined ? this.now() : checkTime(at);
  }

  /** Goes on from this time, in milliseconds since 1970; a frozen clock stays frozen there. */
  set(to: number): void {
    const time = checkTime(to);
    if (this.#frozenAt !== undefined) this.#frozenAt = time;
    else this.#offset = time - Date.now();
  }

  /** Moves ahead by so many milliseconds. */
  advance(ms: number): void {
    checkNumber(ms);
    this.set(this.now() + ms);
  }

  /** Where the clock stands now, for `restore`. */
  get state(): ClockState {
    return { frozenAt: this.#frozenAt, offset: this.#offset };
  }

  /** Puts the clock back to where it stood. */
  restore({ frozenAt, offset }: ClockState): void {
    this.#frozenAt = frozenAt;
    this.#offset = offset;
  }

  /** Follows the system's clock again. */
  follow(): void {
    this.#frozenAt = undefined;
    this.#offset = 0;
  }
}
