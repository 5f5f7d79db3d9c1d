/** Reads something of a value. */
export type Getter = (value: unknown) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const itself: Getter = (value) => value;

/** Reads one member; what every object inherits is no member. */
function member(name: string): Getter {
  if (name in Object.prototype) {
    return (value) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  }
  return (value) => (isObject(value) ? value[name] : undefined);
}

/**
 * Reads on from what `get` finds; from a list, at each element that has something there. Where nothing is found nothing
 * follows either: what a path costs goes by how deep the values are, not by how long it is.
 */
const then =
  (get: Getter, rest: Getter): Getter =>
  (value) => {
    const found = get(value);
    if (!isObject(found)) return undefined;
    return Array.isArray(found) ? found.flatMap((element) => rest(element) ?? []) : rest(found);
  };

/**
 * Reads a dotted path, which is split once. Through a list it goes to every element: the result is then the list of
 * what they have there.
 */
export function pathGetter(path: string): Getter {
  const members = path.split('.').map(member);
  const last = members.pop() ?? itself;
  return members.reduceRight<Getter>((rest, get) => then(get, rest), last);
}
