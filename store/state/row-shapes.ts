import { readFileSync } from 'node:fs';
import { packageFile } from '../files/package-files.js';
import type { Commit } from '../journal/commit-line.js';
import { MAX_SEQ } from './document.js';
import { isRecord } from './header.js';

/** What a stored value may be; made from the types of the rows (`generated/rows.json`). */
type Shape =
  | string
  | { readonly is: readonly unknown[] }
  | { readonly list: Shape }
  | { readonly record: Shape }
  | { readonly has: Readonly<Record<string, Shape>>; readonly may?: Readonly<Record<string, Shape>> }
  | { readonly either: readonly Shape[] };

type Shapes = Readonly<Record<string, Shape>>;

let shapes: Shapes | undefined;

/** Read when something is to be checked: a file that was closed well is believed, and needs it not. */
const allShapes = (): Shapes => {
  shapes ??= JSON.parse(readFileSync(packageFile('generated/rows.json'), 'utf8')) as Shapes;
  return shapes;
};

const at = (path: string): string => (path === '' ? 'the record' : `"${path}"`);
const below = (path: string, name: string | number): string => (path === '' ? `${name}` : `${path}.${name}`);

const wordsOf = (shape: Shape): string => {
  if (typeof shape === 'string') return shape === 'time' ? 'a time such as 2026-01-31T08:00:00.000Z' : `a ${shape}`;
  if ('is' in shape) return shape.is.map((value) => JSON.stringify(value)).join(' or ');
  if ('either' in shape) return shape.either.map(wordsOf).join(' or ');
  return 'list' in shape ? 'a list' : 'an object';
};

const isSimple = (kind: string, value: unknown): boolean => {
  if (kind === 'any') return true;
  if (kind === 'null') return value === null;
  if (kind === 'time') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return typeof value === kind && (kind !== 'number' || Number.isFinite(value));
};

const mustBe = (path: string, shape: Shape): string => `${at(path)} must be ${wordsOf(shape)}`;

function faultOfMembers(shape: Extract<Shape, { has: unknown }>, value: object, path: string): string | undefined {
  const given = value as Readonly<Record<string, unknown>>;
  const may = shape.may ?? {};
  for (const name of Object.keys(shape.has)) {
    if (!Object.hasOwn(given, name)) return `${at(path)} lacks its "${name}"`;
  }
  for (const [name, member] of Object.entries(given)) {
    const known = Object.hasOwn(shape.has, name) ? shape.has[name] : Object.hasOwn(may, name) ? may[name] : undefined;
    if (known === undefined) return `${at(path)} has a member that is not known: "${name}"`;
    const fault = faultOf(known, member, below(path, name));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfItems(shape: Shape, items: Iterable<readonly [string | number, unknown]>, path: string) {
  for (const [name, item] of items) {
    const fault = faultOf(shape, item, below(path, name));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The one kind of object that a choice allows tells more than the choice does. */
function faultOfChoice(choices: readonly Shape[], value: unknown, path: string): string | undefined {
  if (choices.some((choice) => faultOf(choice, value, path) === undefined)) return undefined;
  const [first, ...more] = choices.filter((choice) => typeof choice === 'object' && !('is' in choice));
  if (first !== undefined && more.length === 0 && typeof value === 'object' && value !== null) {
    return faultOf(first, value, path);
  }
  return mustBe(path, { either: choices });
}

function faultOf(shape: Shape, value: unknown, path: string): string | undefined {
  if (typeof shape === 'string') return isSimple(shape, value) ? undefined : mustBe(path, shape);
  if ('is' in shape) return shape.is.includes(value) ? undefined : mustBe(path, shape);
  if ('either' in shape) return faultOfChoice(shape.either, value, path);
  if ('list' in shape) {
    return Array.isArray(value) ? faultOfItems(shape.list, value.entries(), path) : mustBe(path, shape);
  }
  if (!isRecord(value)) return mustBe(path, shape);
  return 'record' in shape
    ? faultOfItems(shape.record, Object.entries(value), path)
    : faultOfMembers(shape, value, path);
}

/** What stands first in every record: its `seq` leaves room for those to come. */
function faultOfPlace({ id, seq }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof id !== 'string' || id === '') return '"id" must be a text, and not empty';
  const isPlace = Number.isSafeInteger(seq) && (seq as number) >= 1 && (seq as number) <= MAX_SEQ / 2;
  return isPlace ? undefined : `"seq" must be a whole number from 1 to ${MAX_SEQ / 2}`;
}

/** What is wrong with a record of a collection, in words; undefined where it is as its row's type says. */
export function faultOfRow(collection: string, row: unknown): string | undefined {
  const all = allShapes();
  const shape = Object.hasOwn(all, collection) ? all[collection] : undefined;
  if (shape === undefined) return `there is no collection "${collection}"`;
  return faultOf(shape, row, '') ?? faultOfPlace(row as Readonly<Record<string, unknown>>);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function faultOfChange(change: unknown): string | undefined {
  if (!Array.isArray(change) || change.length !== 3)
    return 'a change is [collection, 1, record] or [collection, 0, id]';
  const [name, put, value] = change as unknown[];
  if (typeof name !== 'string' || (put !== 0 && put !== 1)) return 'a change names its collection, and 1 or 0';
  if (put === 1) {
    const fault = faultOfRow(name, value);
    return fault && `${name}: ${fault}`;
  }
  if (!Object.hasOwn(allShapes(), name)) return `there is no collection "${name}"`;
  return typeof value === 'string' ? undefined : 'what is removed is named by its id';
}

/** What is wrong with a journal line whose checksum holds; undefined where it is a commit. */
export function faultOfCommit(commit: Commit): string | undefined {
  const { n, ids, set, reset } = commit as Partial<Record<keyof Commit, unknown>>;
  if (!isCount(n) || !isCount(ids)) return 'a commit has its number "n" and the position "ids" of the id source';
  if (reset !== undefined && !(isRecord(reset) && typeof reset.name === 'string' && typeof reset.hash === 'string')) {
    return 'a reset names its seed and the hash of it';
  }
  if (!Array.isArray(set)) return 'a commit has a list of changes, "set"';
  for (const change of set) {
    const fault = faultOfChange(change);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
