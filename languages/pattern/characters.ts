import { type CharTest, PatternError } from './tree.js';

const LINE_END = /[\n\r\u0085\u2028\u2029]/;

/** What `.` stands for. */
export const dot: CharTest = (char) => !LINE_END.test(char);

/** What a letter behind a backslash stands for. */
export const controls: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  e: '\x1b',
  a: '\x07',
};

/** Java's names of classes in JavaScript's words, and in those for all other characters where there are some. */
const named: Readonly<Record<string, readonly [is: string, isNot?: string]>> = {
  Lower: ['a-z'],
  Upper: ['A-Z'],
  Alpha: ['a-zA-Z'],
  Digit: ['0-9', '\\D'],
  Alnum: ['a-zA-Z0-9'],
  Punct: ['!-\\/:-@\\[-`{-~'],
  Space: ['\\s', '\\S'],
  L: ['\\p{L}', '\\P{L}'],
  Lu: ['\\p{Lu}', '\\P{Lu}'],
  Ll: ['\\p{Ll}', '\\P{Ll}'],
  N: ['\\p{N}', '\\P{N}'],
  IsAlphabetic: ['\\p{Alphabetic}', '\\P{Alphabetic}'],
};

/** The class of this name inside of a JavaScript class. @throws PatternError for one that is not known */
export function namedClass(name: string, isNot: boolean): string {
  const words = Object.hasOwn(named, name) ? named[name]?.[isNot ? 1 : 0] : undefined;
  if (words === undefined) throw new PatternError(`names an unknown class ${name}`);
  return words;
}

/** A character as JavaScript writes it by its code. */
export const byCode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A class of characters in JavaScript's words, tested one character at a time: its cost is constant. */
export function classTest(source: string, ignoreCase: boolean): CharTest {
  let regex: RegExp;
  try {
    regex = new RegExp(`^${source}$`, ignoreCase ? 'iu' : 'u');
  } catch {
    throw new PatternError('is not a regular expression');
  }
  const known = new Map<string, boolean>();
  return (char) => {
    let fits = known.get(char);
    if (fits === undefined) {
      fits = regex.test(char);
      if (known.size < 256) known.set(char, fits);
    }
    return fits;
  };
}

/** One character as it stands. */
export function literalTest(char: string, ignoreCase: boolean): CharTest {
  const lower = char.toLowerCase();
  return ignoreCase ? (other) => other.toLowerCase() === lower : (other) => other === char;
}
