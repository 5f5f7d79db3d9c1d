import type { LogOrigin, LogRow, LogTarget } from '../rows/logs.js';

const TARGET = ['id', 'type', 'alternateId', 'displayName'];
const OUTCOME_NAMES = ['result', 'reason'];
const ROW = ['id', 'seq', 'type', 'at', 'origin', 'targets', 'outcome', 'severity', 'debugData'];

/** What an event has beyond the members that all have: bits. */
export const OUTCOME = 1;
export const SEVERITY = 2;
export const DEBUG_DATA = 4;
export const AS_JSON = 8;

const hasOwn = (name: string): boolean => name === 'requestId' || name === 'url' || name === 'actor';

/** Whether a value has no other members than these, in this order: what is made anew of columns is written in it. */
function isOf(names: readonly string[], value: object): boolean {
  let at = 0;
  for (const name in value) {
    while (at < names.length && names[at] !== name) at += 1;
    if (at === names.length) return false;
    at += 1;
  }
  return true;
}

/** Whether two origins differ in nothing but the request and the actor. */
export function areOfOneCaller(a: LogOrigin, b: LogOrigin): boolean {
  const names = Object.keys(b);
  let at = 0;
  for (const name in a) {
    if (name !== names[at++]) return false;
    if (!hasOwn(name) && a[name as keyof LogOrigin] !== b[name as keyof LogOrigin]) return false;
  }
  return at === names.length && (a.url === undefined) === (b.url === undefined);
}

/** What an event has beyond the members that all have, where it is of the usual form. */
export interface More {
  readonly bits: number;
  /** Of the outcome and the severity. */
  readonly texts: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const NO_MORE: More = { bits: 0, texts: [], facts: [] };

/** Undefined where it is to be written as JSON. */
export function moreOf({ outcome, severity, debugData }: LogRow): More | undefined {
  if (outcome === undefined && severity === undefined && debugData === undefined) return NO_MORE;
  const texts: string[] = [];
  let bits = 0;
  if (outcome !== undefined) {
    if (typeof outcome?.result !== 'string' || typeof outcome.reason !== 'string') return undefined;
    if (!isOf(OUTCOME_NAMES, outcome)) return undefined;
    bits |= OUTCOME;
    texts.push(outcome.result, outcome.reason);
  }
  if (severity !== undefined) {
    if (typeof severity !== 'string') return undefined;
    bits |= SEVERITY;
    texts.push(severity);
  }
  if (debugData === undefined) return { bits, texts, facts: [] };
  if (typeof debugData !== 'object' || debugData === null || Array.isArray(debugData)) return undefined;
  const facts: [name: string, value: string][] = [];
  for (const [name, value] of Object.entries(debugData)) {
    if (typeof value !== 'string' || name === '__proto__') return undefined;
    facts.push([name, value]);
  }
  return { bits: bits | DEBUG_DATA, texts, facts };
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** Whether a target can be written as texts. */
export const isPlain = (target: LogTarget): boolean =>
  typeof target === 'object' &&
  target !== null &&
  isText(target.id) &&
  isText(target.type) &&
  isText(target.alternateId) &&
  isText(target.displayName) &&
  isOf(TARGET, target);

/** Whether an event is of the form that this version writes. A file may hold others: of a newer one, or by hand. */
export const isUsual = (row: LogRow): boolean =>
  isText(row.id) &&
  isText(row.type) &&
  typeof row.at === 'number' &&
  typeof row.origin?.actor === 'object' &&
  isText(row.origin.requestId) &&
  (row.origin.url === undefined || isText(row.origin.url)) &&
  Array.isArray(row.targets) &&
  isOf(ROW, row);
