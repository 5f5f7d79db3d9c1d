import type { Path } from './problems.js';

/** The line, counted from 1, that an offset is on. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** The offset of the first character from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** Whether the quote at an offset is one of the string's own: an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** The offset after the string that begins at `at`. */
export function skipString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

/** The offset after the value that begins at `at`. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  let i = at;
  do {
    const char = text[i];
    if (char === '"') i = skipString(text, i);
    else {
      if (char === '{' || char === '[') depth += 1;
      else if (char === '}' || char === ']') depth -= 1;
      i += 1;
      if (depth === 0 && char !== '}' && char !== ']')
        while (i < text.length && !/[\s,}\]]/.test(text[i] ?? '')) i += 1;
    }
  } while (depth > 0 && i < text.length);
  return i;
}

/** Where the member or element of the value at `at` is: its key or itself, and its value. */
function step(
  text: string,
  at: number,
  part: string | number,
): { readonly mark: number; readonly value: number } | undefined {
  const isObject = text[at] === '{';
  if (!isObject && text[at] !== '[') return undefined;
  let i = skipSpace(text, at + 1);
  for (let index = 0; i < text.length && text[i] !== '}' && text[i] !== ']'; index++) {
    const mark = i;
    let key: string | number = index;
    if (isObject) {
      const end = skipString(text, i);
      key = JSON.parse(text.slice(i, end)) as string;
      i = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (String(key) === String(part)) return { mark, value: i };
    i = skipSpace(text, skipValue(text, i));
    if (text[i] === ',') i = skipSpace(text, i + 1);
  }
  return undefined;
}

/**
 * The line of a place in a JSON text that JSON.parse took: of its key, or of the deepest part that is there. It walks
 * the text once and builds nothing, so it does for files of any size.
 */
export function jsonLine(text: string, path: Path): number {
  let value = skipSpace(text, 0);
  let mark = value;
  for (const part of path) {
    const found = step(text, value, part);
    if (!found) break;
    ({ mark, value } = found);
  }
  return lineAt(text, mark);
}

const TOKEN =
  /[ \n\r\t]*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next inside an object or a list, or outside of both. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

const after = (open: readonly string[]): Expected => (open.length > 0 ? 'comma or end' : 'value');

/** What a token makes of what was expected; undefined where it must not stand there. */
function advance(expected: Expected, mark: string | undefined, text: string, open: string[]): Expected | undefined {
  const inObject = open.at(-1) === '{';
  if (mark === undefined) {
    if (expected === 'key' || expected === 'key or end') return text.startsWith('"') ? 'colon' : undefined;
    return expected.startsWith('value') ? after(open) : undefined;
  }
  if (mark === '{' || mark === '[') {
    if (!expected.startsWith('value')) return undefined;
    open.push(mark);
    return mark === '{' ? 'key or end' : 'value or end';
  }
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (mark === ',') return expected === 'comma or end' ? (inObject ? 'key' : 'value') : undefined;
  if (!expected.endsWith('or end') || inObject !== (mark === '}')) return undefined;
  open.pop();
  return after(open);
}

/** The line of the first token that makes a text no JSON. */
export function jsonFaultLine(text: string): number {
  const open: string[] = [];
  let expected: Expected | undefined = 'value';
  TOKEN.lastIndex = 0;
  for (let at = 0; ; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text);
    if (token) expected = advance(expected, token[1], token[2] ?? '', open);
    if (!token || !expected) return lineAt(text, skipSpace(text, at));
  }
}
