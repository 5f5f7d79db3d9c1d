import type { Budget } from './budget.js';
import { callMethod, within } from './methods.js';
import type { Step } from './nodes.js';
import { listMethods, mapMethods, memberOf, numberMethods, truthMethods } from './other-methods.js';
import { textMethods } from './text-methods.js';
import { fromPlain, type Plain, toPlain, type Value } from './values.js';

/** The tools of a caller: `$tool.name(...)` calls `functions.tool.name` with its arguments as JSON. */
export type Functions = Readonly<Record<string, Readonly<Record<string, (args: readonly Plain[]) => Plain>>>>;

function callTool(functions: Functions, tool: string, name: string, args: readonly Value[], budget: Budget): Value {
  const methods = Object.hasOwn(functions, tool) ? functions[tool] : undefined;
  const found = methods && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!found) return null;
  const result = fromPlain(found(args.map((arg) => toPlain(arg, budget))), budget);
  return typeof result === 'string' ? budget.text(result) : result;
}

function called(value: Value, name: string, args: readonly Value[], functions: Functions, budget: Budget): Value {
  if (typeof value === 'string') {
    budget.handle(value.length);
    return callMethod(textMethods, value, name, args, budget) ?? null;
  }
  if (typeof value === 'bigint' || typeof value === 'number')
    return callMethod(numberMethods, value, name, args, budget) ?? null;
  if (typeof value === 'boolean') return callMethod(truthMethods, value, name, args, budget) ?? null;
  if (Array.isArray(value)) return callMethod(listMethods, value, name, args, budget) ?? null;
  if (value instanceof Map) return callMethod(mapMethods, value, name, args, budget) ?? null;
  if (value?.kind === 'tool') return callTool(functions, value.name, name, args, budget);
  if (value?.kind !== 'entry' && value?.kind !== 'loop') return null;
  return args.length === 0 ? (memberOf(value, name, true) ?? null) : null;
}

/** `.name`: a map's own entry, or one of the few getters that Java's other types have. */
function property(value: Value, name: string): Value {
  if (value instanceof Map) return value.get(name) ?? null;
  if (Array.isArray(value)) return name === 'empty' ? value.length === 0 : null;
  if (typeof value === 'string') return name === 'empty' ? value === '' : null;
  if (typeof value !== 'object' || value === null) return null;
  return value.kind === 'entry' || value.kind === 'loop' ? (memberOf(value, name, false) ?? null) : null;
}

/** A place in a list; from its end, if negative. @throws TemplateError `method` outside of the list */
function placeOf(list: readonly Value[], at: bigint): number {
  const place = Number(at < 0n ? at + BigInt(list.length) : at);
  return within(place, list.length);
}

function indexed(value: Value, at: Value): Value {
  if (value instanceof Map) return value.get(at) ?? null;
  return Array.isArray(value) && typeof at === 'bigint' ? (value[placeOf(value, at)] ?? null) : null;
}

/** Sets a map's entry or a list's item; in anything else there is nothing to set. */
export function putMember(holder: Value, key: Value, value: Value): void {
  if (holder instanceof Map) holder.set(key, value);
  else if (Array.isArray(holder) && typeof key === 'bigint') holder[placeOf(holder, key)] = value;
}

/** Takes one step into a value: null where there is nothing, and nothing of JavaScript's own is ever there. */
export function member(
  value: Value,
  step: Step,
  args: readonly Value[],
  at: Value,
  functions: Functions,
  budget: Budget,
): Value {
  if (step.kind === 'method') return called(value, step.name, args, functions, budget);
  return step.kind === 'property' ? property(value, step.name) : indexed(value, at);
}
