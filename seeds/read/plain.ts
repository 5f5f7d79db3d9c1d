import type { Path, Problem } from './problems.js';

/** As deep as nobody writes a seed, and far from the end of the stack. */
const DEEPEST = 100;

/** What is being copied: the values that hold the present one, and what was found wrong. */
interface Copying {
  readonly around: Set<object>;
  readonly problems: Problem[];
}

/** An object that is no more than its members, whichever realm made it. */
function isPlain(value: object): boolean {
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || Object.getPrototypeOf(above) === null;
}

/** Why a value can't be in a seed, as a file could never hold it; undefined where it can. */
function faultOf(value: unknown, { around }: Copying): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `is ${value}, which is no number in JSON`;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value !== 'object')
    return `is ${value === undefined ? '' : 'a '}${typeof value}, which a seed cannot hold`;
  if (around.has(value)) return 'holds itself';
  if (around.size >= DEEPEST) return 'nests too deeply';
  if (Array.isArray(value) || isPlain(value)) return undefined;
  return `is a ${value.constructor?.name || 'object of a class'}, and not a plain object`;
}

function copyOf(given: unknown, path: Path, copying: Copying): unknown {
  const value = hasJson(given) ? given.toJSON() : given;
  const fault = faultOf(value, copying);
  if (fault !== undefined) copying.problems.push({ path, message: fault });
  if (fault !== undefined || typeof value !== 'object' || value === null) return value;
  copying.around.add(value);
  const copy = Array.isArray(value)
    ? Array.from(value, (item: unknown, i) => copyOf(item, [...path, i], copying))
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== undefined)
          .map(([name, member]) => [name, copyOf(member, [...path, name], copying)]),
      );
  copying.around.delete(value);
  return copy;
}

/** Whether a value says itself what JSON holds of it, as a Date does. */
const hasJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';

/**
 * What JSON would hold of an object: members that are undefined are left out, a Date is its text. What JSON would lose
 * or refuse is a problem instead.
 */
export function plainCopy(given: object): { readonly data: unknown; readonly problems: readonly Problem[] } {
  const copying: Copying = { around: new Set(), problems: [] };
  return { data: copyOf(given, [], copying), problems: copying.problems };
}
