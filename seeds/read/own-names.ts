import type { Path, Problem } from './problems.js';

/** JavaScript's own name for what stands behind an object: what is copied from member to member loses it. */
const RESERVED = '__proto__';

/** Whether a JSON text may hold that name, plainly or by its escapes: most do not, and need no walk. */
export const mayHoldReserved = (text: string): boolean => text.includes(RESERVED) || text.includes('\\u');

/** A value to be looked at, and the way to it. */
interface Place {
  readonly value: object;
  readonly above?: Place;
  readonly part?: string | number;
}

function pathOf(place: Place): Path {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at?.part !== undefined; at = at.above) path.unshift(at.part);
  return path;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Takes members out of a seed's data that are called as nothing can be, wherever they stand, and says where: parsers and
 * copies would pass them over without a word.
 */
export function takeReserved(data: unknown): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<object>();
  const open: Place[] = isObject(data) ? [{ value: data }] : [];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value } = place;
    // Aliases of YAML lead to one value several times, and may lead into it from within.
    if (seen.has(value)) continue;
    seen.add(value);
    if (Object.hasOwn(value, RESERVED)) {
      problems.push({ path: [...pathOf(place), RESERVED], message: 'is not a known key' });
      Reflect.deleteProperty(value, RESERVED);
    }
    const members = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [part, member] of members) if (isObject(member)) open.push({ value: member, above: place, part });
  }
  return problems;
}
