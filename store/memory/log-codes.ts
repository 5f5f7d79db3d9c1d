import type { LogOrigin, LogRow, LogTarget } from '../rows/logs.js';

const TARGET_MEMBERS = 4;
const ROW_MEMBERS = 6;

/** Stands for something that is written as JSON; names are counted from 1. */
const JSON_TEXT = 0;

/** What an event has beyond the members that all have: bits. */
const OUTCOME = 1;
const SEVERITY = 2;
const DEBUG_DATA = 4;
const AS_JSON = 8;

const hasOwn = (name: string): boolean => name === 'requestId' || name === 'url' || name === 'actor';

/** Whether two origins differ in nothing but the request and the actor. */
function areOfOneCaller(a: LogOrigin, b: LogOrigin): boolean {
  for (const name in a) {
    if (!hasOwn(name) && a[name as keyof LogOrigin] !== b[name as keyof LogOrigin]) return false;
  }
  return (a.url === undefined) === (b.url === undefined) && Object.keys(a).length === Object.keys(b).length;
}

/** What an event has beyond the members that all have, where it is of the usual form. */
interface More {
  readonly bits: number;
  /** Of the outcome and the severity. */
  readonly texts: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const NO_MORE: More = { bits: 0, texts: [], facts: [] };

/** The same as JSON. */
function restOf(row: LogRow): string {
  const { id: _, seq: __, type: ___, at: ____, origin: _____, targets: ______, ...rest } = row;
  return JSON.stringify(rest);
}

/** Undefined where it is to be written as JSON. */
function moreOf(row: LogRow): More | undefined {
  const { outcome, severity, debugData } = row;
  const texts: string[] = [];
  let [bits, members] = [0, ROW_MEMBERS];
  if (outcome && typeof outcome.reason === 'string') {
    [bits, members] = [bits | OUTCOME, members + 1];
    texts.push(outcome.result, outcome.reason);
  }
  if (severity !== undefined) {
    [bits, members] = [bits | SEVERITY, members + 1];
    texts.push(severity);
  }
  const facts: [name: string, value: string][] = [];
  for (const [name, value] of Object.entries(debugData ?? {})) {
    if (typeof value === 'string' && name !== '__proto__') facts.push([name, value]);
  }
  if (debugData && facts.length === Object.keys(debugData).length) [bits, members] = [bits | DEBUG_DATA, members + 1];
  return Object.keys(row).length === members ? { bits, texts, facts } : undefined;
}

const isUsual = ({ type, at, origin, targets }: LogRow): boolean =>
  typeof type === 'string' && typeof at === 'number' && typeof origin?.actor === 'object' && Array.isArray(targets);

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
    const more = Object.keys(row).length > ROW_MEMBERS ? moreOf(row) : NO_MORE;
    this.numbers.push(this.#name(row.type), more?.bits ?? AS_JSON, targets.length);
    this.texts.push(row.id);
    this.#origin(row.origin);
    for (const target of targets) this.#target(target);
    if (more) this.#more(more);
    else this.texts.push(restOf(row));
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
    const { id, type, alternateId, displayName, detailEntry } = target;
    if (detailEntry === undefined && Object.keys(target).length === TARGET_MEMBERS) {
      this.numbers.push(this.#name(type));
      this.texts.push(id, alternateId, displayName);
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
