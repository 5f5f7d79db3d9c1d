import { TemplateError } from './error.js';

export type CharTest = (char: string) => boolean;

const named: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: '\\s',
  L: '\\p{L}',
  Lu: '\\p{Lu}',
  Ll: '\\p{Ll}',
  N: '\\p{N}',
};
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** Refuses a pattern. */
export function refused(why: string): never {
  throw new TemplateError('method', `A pattern ${why}`);
}

/**
 * A class of characters of Java's (`[a-z\\d]`) as a test. JavaScript's own expressions test one character at a time, so
 * that it takes constant time. `flags` may have `i`.
 */
export function charTest(java: string, flags: string): CharTest {
  const source = java
    .replace(/\\[pP]\{(\w+)\}/g, (_, name: string) =>
      Object.hasOwn(named, name) ? (named[name] ?? '') : refused('names an unknown class'),
    )
    .replace(/\\([tnrf])/g, (_, name: string) => controls[name] ?? '')
    .replace(/^(\[\^?)\]/, '$1\\]');
  try {
    const regex = new RegExp(`^${source}$`, flags.includes('i') ? 'is' : 's');
    return (char) => regex.test(char);
  } catch {
    return refused('is none');
  }
}
