import type { Budget } from './budget.js';
import { type Method, type Methods, method, thrown, within } from './methods.js';
import { type Entry, equal, type Loop, textOf, type Value } from './values.js';

type Pairs = Map<Value, Value>;
const ofList = <const T extends Parameters<typeof method>[0]>(...args: Parameters<typeof method<Value[], T>>) =>
  method<Value[], T>(...args);
const ofMap = <const T extends Parameters<typeof method>[0]>(...args: Parameters<typeof method<Pairs, T>>) =>
  method<Pairs, T>(...args);

const indexIn = (list: readonly Value[], what: Value, budget: Budget): number =>
  list.findIndex((item) => equal(item, what, budget));

function removeAll(list: Value[], others: readonly Value[], keep: boolean, budget: Budget): boolean {
  const left = list.filter((item) => indexIn(others, item, budget) >= 0 === keep);
  const changed = left.length !== list.length;
  list.splice(0, list.length, ...left);
  return changed;
}

/** Nothing, as a template prints it: what a method of Java gives back that gives back nothing. */
const NOTHING = '';

function insert(list: Value[], at: number, items: readonly Value[], budget: Budget): Value {
  budget.items(list.length + items.length);
  list.splice(at, 0, ...items);
  return NOTHING;
}

function span(list: Value[], from: number, to: number, budget: Budget): Value[] {
  if (from < 0 || to > list.length || from > to) thrown(`from ${from}, to ${to}, size ${list.length}`);
  budget.items(to - from);
  return list.slice(from, to);
}

function removed(list: Value[], at: number, budget: Budget): Value {
  budget.items(list.length);
  return list.splice(within(at, list.length), 1)[0] ?? null;
}

/** The methods of Java's `List`; those that give nothing back print nothing. */
export const listMethods: Methods<Value[]> = new Map<string, readonly Method<Value[]>[]>([
  [
    'add',
    [
      ofList(['any'], (list, [item]) => list.push(item) > 0),
      ofList(['int', 'any'], (list, [at, item], budget) => insert(list, within(at, list.length + 1), [item], budget)),
    ],
  ],
  [
    'addAll',
    [
      ofList(
        ['list'],
        (list, [items], budget) => insert(list, list.length, [...items], budget) === NOTHING && items.length > 0,
      ),
    ],
  ],
  [
    'clear',
    [
      ofList([], (list) => {
        list.length = 0;
        return NOTHING;
      }),
    ],
  ],
  ['contains', [ofList(['any'], (list, [what], budget) => indexIn(list, what, budget) >= 0)]],
  [
    'containsAll',
    [ofList(['list'], (list, [items], budget) => items.every((item) => indexIn(list, item, budget) >= 0))],
  ],
  ['equals', [ofList(['any'], (list, [other], budget) => equal(list, other, budget))]],
  ['get', [ofList(['int'], (list, [at]) => list[within(at, list.length)] ?? null)]],
  ['indexOf', [ofList(['any'], (list, [what], budget) => BigInt(indexIn(list, what, budget)))]],
  ['isEmpty', [ofList([], (list) => list.length === 0)]],
  ['iterator', [ofList([], (list, _, budget) => span(list, 0, list.length, budget))]],
  [
    'lastIndexOf',
    [
      ofList(['any'], (list, [what], budget) => {
        const at = indexIn(span(list, 0, list.length, budget).reverse(), what, budget);
        return BigInt(at < 0 ? -1 : list.length - 1 - at);
      }),
    ],
  ],
  [
    'remove',
    [
      ofList(['int'], (list, [at], budget) => removed(list, at, budget)),
      ofList(['any'], (list, [what], budget) => {
        const at = indexIn(list, what, budget);
        return at >= 0 && list.splice(at, 1).length > 0;
      }),
    ],
  ],
  ['removeAll', [ofList(['list'], (list, [items], budget) => removeAll(list, items, false, budget))]],
  ['retainAll', [ofList(['list'], (list, [items], budget) => removeAll(list, items, true, budget))]],
  [
    'set',
    [
      ofList(['int', 'any'], (list, [at, item]) => {
        const before = list[within(at, list.length)] ?? null;
        list[at] = item;
        return before;
      }),
    ],
  ],
  ['size', [ofList([], (list) => BigInt(list.length))]],
  ['subList', [ofList(['int', 'int'], (list, [from, to], budget) => span(list, from, to, budget))]],
  ['toArray', [ofList([], (list, _, budget) => span(list, 0, list.length, budget))]],
  ['toString', [ofList([], (list, _, budget) => textOf(list, budget))]],
]);

function put(map: Pairs, key: Value, value: Value): Value {
  const before = map.get(key) ?? null;
  map.set(key, value);
  return before;
}

function listed<T extends Value>(items: Iterable<T>, size: number, budget: Budget): Value[] {
  budget.items(size);
  return [...items];
}

const entriesOf = (map: Pairs): Entry[] => [...map].map(([key, value]) => ({ kind: 'entry', key, value }));

/** The methods of Java's `Map`, which keeps the order of its entries. */
export const mapMethods: Methods<Pairs> = new Map<string, readonly Method<Pairs>[]>([
  [
    'clear',
    [
      ofMap([], (map) => {
        map.clear();
        return NOTHING;
      }),
    ],
  ],
  ['containsKey', [ofMap(['any'], (map, [key]) => map.has(key))]],
  ['containsValue', [ofMap(['any'], (map, [value], budget) => indexIn([...map.values()], value, budget) >= 0)]],
  ['entrySet', [ofMap([], (map, _, budget) => listed(entriesOf(map), map.size, budget))]],
  ['equals', [ofMap(['any'], (map, [other], budget) => equal(map, other, budget))]],
  ['get', [ofMap(['any'], (map, [key]) => map.get(key) ?? null)]],
  ['getOrDefault', [ofMap(['any', 'any'], (map, [key, value]) => (map.has(key) ? (map.get(key) ?? null) : value))]],
  ['isEmpty', [ofMap([], (map) => map.size === 0)]],
  ['keySet', [ofMap([], (map, _, budget) => listed(map.keys(), map.size, budget))]],
  ['put', [ofMap(['any', 'any'], (map, [key, value]) => put(map, key, value))]],
  [
    'putAll',
    [
      ofMap(['map'], (map, [others], budget) => {
        budget.items(others.size);
        for (const [key, value] of [...others]) map.set(key, value);
        return NOTHING;
      }),
    ],
  ],
  ['putIfAbsent', [ofMap(['any', 'any'], (map, [key, value]) => map.get(key) ?? put(map, key, value))]],
  [
    'remove',
    [
      ofMap(['any'], (map, [key]) => {
        const before = map.get(key) ?? null;
        map.delete(key);
        return before;
      }),
    ],
  ],
  ['size', [ofMap([], (map) => BigInt(map.size))]],
  ['toString', [ofMap([], (map, _, budget) => textOf(map, budget))]],
  ['values', [ofMap([], (map, _, budget) => listed(map.values(), map.size, budget))]],
]);

type Plain = bigint | number | boolean;
const ofPlain = <const T extends Parameters<typeof method>[0]>(...args: Parameters<typeof method<Plain, T>>) =>
  method<Plain, T>(...args);
/** A number cut to some bits, as Java does: whole numbers wrap, doubles stop at the ends, and what is none is 0. */
function cut(value: Plain, bits: number): bigint {
  if (typeof value !== 'number') return BigInt.asIntN(bits, BigInt(value));
  const end = 2n ** BigInt(bits - 1);
  if (Math.abs(value) < Number(end)) return BigInt(Math.trunc(value));
  return Number.isNaN(value) ? 0n : value > 0 ? end - 1n : -end;
}

/** The methods that numbers and truth values have in Java. */
const plainMethods: Methods<Plain> = new Map<string, readonly Method<Plain>[]>([
  [
    'compareTo',
    [
      ofPlain(['any'], (value, [other]) =>
        typeof other === typeof value && other !== null
          ? BigInt(Number(value > other) - Number(value < other))
          : thrown('compareTo was given another type'),
      ),
    ],
  ],
  ['equals', [ofPlain(['any'], (value, [other]) => Object.is(value, other))]],
  ['toString', [ofPlain([], (value, _, budget) => textOf(value, budget))]],
]);

/** Those of numbers alone. */
export const numberMethods: Methods<Plain> = new Map<string, readonly Method<Plain>[]>([
  ['intValue', [ofPlain([], (value) => cut(value, 32))]],
  ['longValue', [ofPlain([], (value) => cut(value, 64))]],
  ['doubleValue', [ofPlain([], Number)]],
  ...plainMethods,
]);

/** Those of truth values alone. */
export const truthMethods: Methods<Plain> = new Map<string, readonly Method<Plain>[]>([
  ['booleanValue', [ofPlain([], (value) => value)]],
  ...plainMethods,
]);

const entryMembers: ReadonlyMap<string, (entry: Entry) => Value> = new Map([
  ['key', ({ key }: Entry) => key],
  ['value', ({ value }: Entry) => value],
]);

const outermost = (loop: Loop): Loop => (loop.parent ? outermost(loop.parent) : loop);

const loopMembers: ReadonlyMap<string, (loop: Loop) => Value> = new Map<string, (loop: Loop) => Value>([
  ['index', ({ index }) => BigInt(index)],
  ['count', ({ index }) => BigInt(index + 1)],
  ['hasNext', ({ index, size }) => index + 1 < size],
  ['first', ({ index }) => index === 0],
  ['last', ({ index, size }) => index + 1 === size],
  ['parent', ({ parent }) => parent ?? null],
  ['topmost', outermost],
]);

/** A member of a map's entry or of `$foreach`, as property or by its getter; `undefined` where there is none. */
export function memberOf(special: Entry | Loop, name: string, called: boolean): Value | undefined {
  const getter = /^(?:get|is)([A-Z])(\w*)$/.exec(name);
  if (called && !getter && name !== 'hasNext') return undefined;
  const member = called && getter ? `${getter[1]?.toLowerCase()}${getter[2]}` : name;
  return special.kind === 'entry' ? entryMembers.get(member)?.(special) : loopMembers.get(member)?.(special);
}
