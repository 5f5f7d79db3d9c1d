/** A value of the expression language. */
export type Value = string | number | boolean | null | readonly Value[];

/** What an expression can ask of a user besides its profile. */
export interface Subject {
  readonly id: string;
  readonly status: string;
  readonly profile: Readonly<Record<string, unknown>>;
  /** The groups that the user is in. */
  groups(): readonly { readonly id: string; readonly name: string }[];
  /** Told what an evaluation cost, in steps. */
  spend?(steps: number): void;
}

/** One evaluation: what is known of the user, and its steps, which end it when they are too many. */
export interface Run extends Subject {
  /** @throws EvaluationError when the expression has cost all that it may */
  spend(steps: number): void;
}

/** The longest text that an expression may make: nested replacements would multiply it without an end. */
const MAX_TEXT = 10_000;

/** An operand or argument is of the wrong kind: the expression is not true of this user. */
export class EvaluationError extends Error {}

/** A text; null is an empty one. @throws EvaluationError for a list */
export const text = (value: Value | undefined): string => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new EvaluationError('a text is expected');
};
/** A whole number. @throws EvaluationError for anything else */
export const whole = (value: Value | undefined): number => {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new EvaluationError('a whole number is expected');
};
/** A list; null is an empty one. @throws EvaluationError for anything else */
export const listOf = (value: Value | undefined): readonly Value[] => {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined) return [];
  throw new EvaluationError('an array is expected');
};

/** The part of a text from `start` up to `end`; outside of the text is an error, as in Java. */
function substring(subject: string, start: number, end: number): string {
  if (start < 0 || end > subject.length || start > end) throw new EvaluationError('out of the text');
  return subject.slice(start, end);
}

const before = (subject: string, mark: string): string => {
  const at = subject.indexOf(mark);
  return at < 0 ? subject : subject.slice(0, at);
};
const after = (subject: string, mark: string): string => {
  const at = subject.indexOf(mark);
  return at < 0 ? '' : subject.slice(at + mark.length);
};

/** A text that an expression made. @throws EvaluationError where it is too long */
export function made(result: string): string {
  if (result.length > MAX_TEXT) throw new EvaluationError('the text is too long');
  return result;
}

/** Its length is looked at before it is made. */
function replaceAll(subject: string, from: string, to: string): string {
  const times = from === '' ? subject.length + 1 : subject.split(from).length - 1;
  if (subject.length + times * to.length > MAX_TEXT) throw new EvaluationError('the text is too long');
  return subject.replaceAll(from, () => to);
}

/** `String.stringSwitch(input, default, key, value, ...)`: the value of the first key that the input contains. */
function stringSwitch(...args: readonly Value[]): Value {
  const [input, otherwise = null, ...pairs] = args;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    if (text(input).includes(text(pairs[i]))) return pairs[i + 1] ?? null;
  }
  return otherwise;
}

/** A function of the language: how many arguments it takes, and what it gives. */
export interface ExpressionFunction {
  readonly least: number;
  readonly most: number;
  call(args: readonly Value[], run: Run): Value;
}

/** A function with so many arguments. */
export const fn = (least: number, most: number, call: ExpressionFunction['call']): ExpressionFunction => ({
  least,
  most,
  call,
});
const inGroup = (
  test: (group: { id: string; name: string }, wanted: readonly Value[]) => boolean,
  most = 1,
): ExpressionFunction =>
  fn(1, most, (args, run) => {
    const groups = run.groups();
    run.spend(groups.length * args.length);
    return groups.some((group) => test(group, args));
  });

/** More arguments than anybody writes. */
export const MANY = 100;

/** Every function that a group rule may call (facts: groups §3). */
export const functions: Readonly<Record<string, ExpressionFunction>> = {
  'String.append': fn(2, 2, ([a, b]) => made(text(a) + text(b))),
  'String.join': fn(2, MANY, ([separator, ...parts]) => made(parts.map(text).join(text(separator)))),
  'String.len': fn(1, 1, ([a]) => text(a).length),
  'String.removeSpaces': fn(1, 1, ([a]) => text(a).replaceAll(' ', '')),
  'String.replace': fn(3, 3, ([a, from, to]) => replaceAll(text(a), text(from), text(to))),
  'String.replaceFirst': fn(3, 3, ([a, from, to]) => made(text(a).replace(text(from), () => text(to)))),
  'String.startsWith': fn(2, 2, ([a, b]) => text(a).startsWith(text(b))),
  'String.stringContains': fn(2, 2, ([a, b]) => text(a).includes(text(b))),
  'String.stringSwitch': fn(2, MANY, (args) => stringSwitch(...args)),
  'String.substring': fn(3, 3, ([a, start, end]) => substring(text(a), whole(start), whole(end))),
  'String.substringAfter': fn(2, 2, ([a, b]) => after(text(a), text(b))),
  'String.substringBefore': fn(2, 2, ([a, b]) => before(text(a), text(b))),
  'String.toUpperCase': fn(1, 1, ([a]) => text(a).toUpperCase()),
  'String.toLowerCase': fn(1, 1, ([a]) => text(a).toLowerCase()),
  toUpperCase: fn(1, 1, ([a]) => text(a).toUpperCase()),
  toLowerCase: fn(1, 1, ([a]) => text(a).toLowerCase()),
  substring: fn(3, 3, ([a, start, end]) => substring(text(a), whole(start), whole(end))),
  substringAfter: fn(2, 2, ([a, b]) => after(text(a), text(b))),
  substringBefore: fn(2, 2, ([a, b]) => before(text(a), text(b))),
  'Arrays.contains': fn(2, 2, ([array, item]) => listOf(array).includes(item ?? null)),
  'Arrays.isEmpty': fn(1, 1, ([array]) => listOf(array).length === 0),
  'Arrays.size': fn(1, 1, ([array]) => listOf(array).length),
  isMemberOfGroup: inGroup((group, [id]) => group.id === id),
  isMemberOfAnyGroup: inGroup((group, ids) => ids.includes(group.id), MANY),
  isMemberOfGroupName: inGroup((group, [name]) => group.name === name),
  isMemberOfGroupNameStartsWith: inGroup((group, [name]) => group.name.startsWith(text(name))),
  isMemberOfGroupNameContains: inGroup((group, [name]) => group.name.includes(text(name))),
  // Its pattern is compiled with the expression, as that of `matches` is.
  isMemberOfGroupNameRegex: fn(1, 1, () => false),
};

/** Functions whose answer depends on the user's groups. */
export const isGroupFunction = (name: string): boolean => name.startsWith('isMemberOf');
