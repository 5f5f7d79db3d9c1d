import { StateFileError } from '../../store/errors.js';

/** A place in a seed: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** Where each item of a file stands in it; undefined for what is none of its items. */
export type Places = Pick<ReadonlyMap<object, Path>, 'get'>;

/** The places of lists of items, of which each stands at its own: looked up when something is wrong, which it rarely is. */
export function placesIn(lists: readonly (readonly [name: string, items: readonly (object | undefined)[]])[]): Places {
  let made: Map<object, Path> | undefined;
  const make = (): Map<object, Path> => {
    const places = new Map<object, Path>();
    for (const [name, items] of lists) {
      for (const [index, item] of items.entries()) if (item) places.set(item, [name, index]);
    }
    return places;
  };
  return {
    get(item) {
      made ??= make();
      return made.get(item);
    },
  };
}

/** One thing that is wrong with a seed. */
export interface Problem {
  readonly path: Path;
  /** A sentence without a full stop; the place is put before it. */
  readonly message: string;
  /** The line, where it is known already. */
  readonly line?: number;
}

/** Where a place is in the file, as a line counted from 1; undefined in a seed that is no text. */
export type Locate = (path: Path) => number | undefined;

/** What the text of a seed file says, and where it says it. */
export interface SeedText {
  readonly data: unknown;
  readonly locate: Locate;
  /** What is wrong with the text though the rest of it can be read. */
  readonly problems?: readonly Problem[];
}

/** More would only scroll the first ones away. */
const SHOWN = 20;

/** Finding a line may walk the whole text: it is done for so many problems, which are sorted by it. */
const LOCATED = 200;

/** `users[3].profile.login` */
export const placeOf = (path: Path): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** Of a file that is no text a parser quotes what would garble a terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\ufffd]+/gu, ' ');

/** The error that stops a start: the file, or what else the seed is called, and each problem with its line. */
export function seedError(file: string, problems: readonly Problem[], locate: Locate = () => 1): StateFileError {
  const located = problems
    .slice(0, LOCATED)
    .map((problem) => ({ ...problem, line: problem.line ?? locate(problem.path) }));
  located.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lines = located.slice(0, SHOWN).map(({ path, message, line }) => {
    const place = placeOf(path);
    return `  ${line === undefined ? '' : `${file}:${line}: `}${place === '' ? '' : `${place} `}${printable(message)}`;
  });
  if (problems.length > SHOWN) lines.push(`  and ${problems.length - SHOWN} more`);
  return new StateFileError(`The seed ${file} cannot be used; nothing was changed.\n${lines.join('\n')}`);
}
