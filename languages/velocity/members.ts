import type { Budget } from './budget.js';
import { TemplateError } from './error.js';
import { callMethod } from './methods.js';
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

function indexed(value: Value, at: Value): Value {
  if (value instanceof Map) return value.get(at) ?? null;
  if (!Array.isArray(value) || typeof at !== 'bigint') return null;
  const index = Number(at < 0n ? at + BigInt(value.length) : at);
  if (!(index in value)) throw new TemplateError('method', `Index ${at} is out of bounds for length ${value.length}`);
  return value[index] ?? null;
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
