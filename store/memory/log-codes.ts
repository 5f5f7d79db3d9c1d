import type { LogOrigin, LogRow, LogTarget } from '../rows/logs.js';
import {
  AS_JSON,
  areOfOneCaller,
  DEBUG_DATA,
  isPlain,
  isUsual,
  type More,
  moreOf,
  OUTCOME,
  SEVERITY,
} from './log-forms.js';

/** Stands for something that is written as JSON; names are counted from 1. */
const JSON_TEXT = 0;

/** Writes events as texts and numbers: what many share once, names of members not at all. */
export class EventWriter {
  readonly texts: string[] = [];
  readonly numbers: number[] = [];
  readonly names = new Map<string, number>();
  /** Origins without what is a request's own: places are held for it, so that members keep their order. */
  readonly callers: LogOrigin[] = [];
  readonly #last: { origin?: LogOrigin; actor?: LogTarget } = {};

  row(row: LogRow): void {
    if (!isUsual(row)) {
      this.numbers.push(JSON_TEXT);
      this.texts.push(JSON.stringify(row));
      return;
    }
    const { targets } = row;
    const { outcome, severity, debugData } = row;
    const more = moreOf(row);
    this.numbers.push(this.#name(row.type), more?.bits ?? AS_JSON, targets.length);
    this.texts.push(row.id);
    this.#origin(row.origin);
    for (const target of targets) this.#target(target);
    if (more) this.#more(more);
    else this.texts.push(JSON.stringify({ outcome, severity, debugData }));
  }

  #more({ bits, texts, facts }: More): void {
    for (const text of texts) this.texts.push(text);
    if (bits & DEBUG_DATA) this.numbers.push(facts.length);
    for (const [name, value] of facts) {
      this.numbers.push(this.#name(name));
      this.texts.push(value);
    }
  }

  #name(name: string): number {
    let number = this.names.get(name);
    if (number === undefined) this.names.set(name, (number = this.names.size + 1));
    return number;
  }

  /** The events of a request share an origin, and a caller comes again: the last one is looked at alone. */
  #origin(origin: LogOrigin): void {
    const { actor, requestId, url } = origin;
    const last = this.#last;
    this.numbers.push(origin === last.origin ? 0 : 1);
    if (origin === last.origin) return;
    if (!last.origin || !areOfOneCaller(last.origin, origin)) {
      this.callers.push({
        ...origin,
        actor: {} as LogTarget,
        requestId: '',
        ...(url === undefined ? {} : { url: '' }),
      });
    }
    this.numbers.push(this.callers.length, actor === last.actor ? 0 : 1);
    if (actor !== last.actor) this.#target(actor);
    this.texts.push(requestId);
    if (url !== undefined) this.texts.push(url);
    [last.origin, last.actor] = [origin, actor];
  }

  #target(target: LogTarget): void {
    if (isPlain(target)) {
      this.numbers.push(this.#name(target.type));
      this.texts.push(target.id, target.alternateId, target.displayName);
    } else {
      this.numbers.push(JSON_TEXT);
      this.texts.push(JSON.stringify(target));
    }
  }
}

/** What was written, for reading from its beginning. */
export interface WrittenEvents {
  readonly names: readonly string[];
  readonly callers: readonly LogOrigin[];
  readonly text: () => string;
  readonly numbers: ArrayLike<number>;
}

/** A row that is made: what adds to it one by one is quicker by far than what puts two together. */
type Made = { -readonly [K in keyof LogRow]: LogRow[K] };

/** Reads events in the order in which they were written. */
export class EventReader {
  #at = 0;
  #origin: LogOrigin | undefined;
  #actor: LogTarget | undefined;

  constructor(readonly from: WrittenEvents) {}

  row(seq: number, at: number): LogRow {
    const { text } = this.from;
    const name = this.#number();
    if (name === JSON_TEXT) return JSON.parse(text()) as LogRow;
    const more = this.#number();
    const count = this.#number();
    const id = text();
    const origin = this.#nextOrigin();
    const targets: LogTarget[] = [];
    while (targets.length < count) targets.push(this.#target());
    const row: Made = { id, seq, type: this.#name(name), at, origin, targets };
    if (more === AS_JSON) return Object.assign(row, JSON.parse(text()) as Partial<LogRow>);
    if (more > 0) this.#more(row, more);
    return row;
  }

  #more(row: Made, more: number): void {
    const { text } = this.from;
    if (more & OUTCOME) row.outcome = { result: text(), reason: text() };
    if (more & SEVERITY) row.severity = text();
    if (!(more & DEBUG_DATA)) return;
    const facts: Record<string, string> = {};
    for (let left = this.#number(); left > 0; left -= 1) facts[this.#name(this.#number())] = text();
    row.debugData = facts;
  }

  #number(): number {
    return this.from.numbers[this.#at++] as number;
  }

  #name(number: number): string {
    return this.from.names[number - 1] as string;
  }

  #nextOrigin(): LogOrigin {
    const { text, callers } = this.from;
    if (this.#number() === 0) return this.#origin as LogOrigin;
    const caller = callers[this.#number() - 1] as LogOrigin;
    if (this.#number() === 1) this.#actor = this.#target();
    const origin: { -readonly [K in keyof LogOrigin]: LogOrigin[K] } = { ...caller };
    origin.actor = this.#actor as LogTarget;
    origin.requestId = text();
    if (origin.url !== undefined) origin.url = text();
    this.#origin = origin;
    return origin;
  }

  #target(): LogTarget {
    const { text } = this.from;
    const name = this.#number();
    if (name === JSON_TEXT) return JSON.parse(text()) as LogTarget;
    return { id: text(), type: this.#name(name), alternateId: text(), displayName: text() };
  }
}
