/** Reads what is at a path of an object. */
export type Getter = (value: unknown) => unknown;

/** One member; what every object inherits is no member. */
function member(name: string): Getter {
  if (name in Object.prototype) {
    return (value) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  }
  return (value) => (isObject(value) ? value[name] : undefined);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The member of each element that has one. */
const ofEach = (list: readonly unknown[], get: Getter): unknown[] =>
  list.flatMap((element) => get(element) ?? []);

/**
 * Reads a dotted path, which is split once. Through a list it goes to every element: the result is then the list of
 * what they have there.
 */
export function pathGetter(path: string): Getter {
  return path
    .split('.')
    .map(member)
    .reduceRight<Getter>(
      (rest, get) => {
        const here: Getter = (value) => {
          const found = get(value);
          return Array.isArray(found) && rest !== whole ? ofEach(found, rest) : rest(found);
        };
        return here;
      },
      whole,
    );
}

const whole: Getter = (value) => value;
