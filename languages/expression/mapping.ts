import { PatternError } from '../pattern/tree.js';
import { Compiler, type Dialect, type Evaluate } from './compiler.js';
import { EvaluationError, fn, functions, listOf, MANY, made, type Run, text, type Value, whole } from './functions.js';
import { parse } from './syntax.js';

/** A compiled expression that gives a value. */
export interface Mapping {
  /** Its value for this profile; null where it cannot be evaluated, or costs too much. */
  valueFor(profile: Readonly<Record<string, unknown>>): Value;
  /** Attributes that it names of the profile that it reads. */
  readonly attributes: ReadonlySet<string>;
  /** Attributes that it names of the profile that is made. */
  readonly kept: ReadonlySet<string>;
}

/** What one evaluation may cost, in steps. */
const MAX_STEPS = 20_000;
const MAX_KEPT = 1024;

const list = (items: readonly Value[]): readonly Value[] => {
  if (items.length > MANY * MANY) throw new EvaluationError('the list is too long');
  return items;
};

function numberOf(value: Value | undefined): number {
  const number = typeof value === 'number' ? value : Number(text(value).trim() || Number.NaN);
  if (!Number.isFinite(number)) throw new EvaluationError('a number is expected');
  return number;
}

/** What mappings and usernames may call beyond group rules: they make lists and numbers, too. */
const moreFunctions = {
  'Arrays.add': fn(2, 2, ([array, item]) => list([...listOf(array), item ?? null])),
  'Arrays.remove': fn(2, 2, ([array, item]) => listOf(array).filter((one) => one !== (item ?? null))),
  'Arrays.clear': fn(1, 1, () => []),
  'Arrays.get': fn(2, 2, ([array, at]) => listOf(array)[whole(at)] ?? null),
  'Arrays.flatten': fn(1, MANY, (items) => list(items.flatMap((item) => (Array.isArray(item) ? item : [item])))),
  'Arrays.toCsvString': fn(1, 1, ([array]) => made(listOf(array).map(text).join(','))),
  'Convert.toInt': fn(1, 1, ([value]) => Math.round(numberOf(value))),
  'Convert.toNum': fn(1, 1, ([value]) => numberOf(value)),
  // As the templates of usernames write them.
  'fn.substringBefore': functions.substringBefore,
  'fn.substringAfter': functions.substringAfter,
  'fn.toLowerCase': functions.toLowerCase,
  'fn.toUpperCase': functions.toUpperCase,
};

const library = Object.fromEntries(
  [...Object.entries(functions), ...Object.entries(moreFunctions)].filter(([name]) => !name.startsWith('isMemberOf')),
) as Dialect['functions'];

/** Who an expression speaks of, by the side that its profile is on. */
const dialects = {
  user: { roots: ['user', 'source'], functions: library, place: 'profile mappings' },
  app: { roots: ['appuser', 'source', 'idpuser', 'user'], made: 'user', functions: library, place: 'profile mappings' },
} as const satisfies Record<string, Dialect>;

function evaluate(expression: Evaluate, profile: Readonly<Record<string, unknown>>): Value {
  let left = MAX_STEPS;
  const run: Run = {
    id: '',
    status: '',
    profile,
    groups: () => [],
    spend(steps) {
      left -= steps;
      if (left < 0) throw new EvaluationError('the expression costs too much');
    },
  };
  try {
    return expression(run);
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof PatternError) return null;
    throw error;
  }
}

/**
 * Compiles an expression of a profile mapping (facts: profile-mapping).
 * @param side whose profile it reads
 * @param known whether that profile has this attribute
 * @param knownMade the same of the profile that is made, which an expression toward users may keep a value of
 * @throws ExpressionError for what is outside of the language, or not bounded in cost
 */
export function compileMapping(
  side: 'user' | 'app',
  source: string,
  known: (attribute: string) => boolean,
  knownMade = known,
): Mapping {
  const dialect: Dialect = dialects[side];
  const kept = new Set<string>();
  const isKnown = (name: string, root: string): boolean => {
    if (root !== dialect.made) return known(name);
    kept.add(name);
    return knownMade(name);
  };
  const compiler = new Compiler(isKnown, dialect);
  const expression = compiler.compile(parse(source));
  return { attributes: compiler.attributes, kept, valueFor: (profile) => evaluate(expression, profile) };
}

const compiled = new Map<string, Mapping>();

/** A stored expression: it was checked when it was made, and attributes that are gone since are simply unset. */
export function storedMapping(side: 'user' | 'app', source: string): Mapping {
  const key = `${side} ${source}`;
  let mapping = compiled.get(key);
  if (!mapping) {
    mapping = compileMapping(side, source, () => true);
    if (compiled.size >= MAX_KEPT) compiled.clear();
    compiled.set(key, mapping);
  }
  return mapping;
}
