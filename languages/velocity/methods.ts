import type { Budget } from './budget.js';
import { TemplateError } from './error.js';
import type { Value } from './values.js';

/** What a parameter takes, and as what it reaches the method. */
interface Takes {
  text: string;
  int: number;
  list: Value[];
  map: Map<Value, Value>;
  any: Value;
}

type Args<T extends readonly (keyof Takes)[]> = { [K in keyof T]: Takes[T[K]] };

/** One of Java's methods: with other arguments than it takes, it is not there. */
export interface Method<Self> {
  takes: readonly (keyof Takes)[];
  call(self: Self, args: never, budget: Budget): Value;
}

export type Methods<Self> = ReadonlyMap<string, readonly Method<Self>[]>;

/** Declares a method by its parameters. */
export function method<Self, const T extends readonly (keyof Takes)[]>(
  takes: T,
  call: (self: Self, args: Args<T>, budget: Budget) => Value,
): Method<Self> {
  return { takes, call };
}

const MAX_INT = 2n ** 31n;

/** An argument as the parameter takes it; `undefined` where it does not fit. */
function fitted(takes: keyof Takes, arg: Value): unknown {
  if (takes === 'any') return arg;
  if (arg === null) return takes === 'int' ? undefined : null;
  if (takes === 'int') return typeof arg === 'bigint' && arg < MAX_INT && arg >= -MAX_INT ? Number(arg) : undefined;
  if (takes === 'list') return Array.isArray(arg) ? arg : undefined;
  if (takes === 'map') return arg instanceof Map ? arg : undefined;
  return typeof arg === 'string' ? arg : undefined;
}

/** Throws what a Java method throws. */
export function thrown(message: string): never {
  throw new TemplateError('method', message);
}

/**
 * Calls a method. `undefined` where the type has none of that name with such arguments: Velocity prints the reference.
 * @throws TemplateError `method` where Java would throw, as for null in the place of a text
 */
export function callMethod<Self>(
  methods: Methods<Self>,
  self: Self,
  name: string,
  args: readonly Value[],
  budget: Budget,
): Value | undefined {
  for (const { takes, call } of methods.get(name) ?? []) {
    if (takes.length !== args.length) continue;
    const given = takes.map((kind, index) => fitted(kind, args[index] ?? null));
    if (given.includes(undefined)) continue;
    if (given.some((arg, index) => arg === null && takes[index] !== 'any')) thrown(`${name} was given null`);
    for (const arg of args) if (typeof arg === 'string') budget.handle(arg.length);
    return call(self, given as never, budget);
  }
  return undefined;
}

/** Refuses an index outside of `0..end`, the end included where `to` says so. */
export function within(index: number, end: number): number {
  return index >= 0 && index < end ? index : thrown(`Index ${index} is out of bounds for length ${end}`);
}
