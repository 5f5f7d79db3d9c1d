import { live } from './marks.js';

/** Text in single quotes, as JavaScript and Python read it. */
export const quote = (text: string): string =>
  `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;

/** The same, marked as the org's own. */
export const liveQuote = (text: string): string => `'${live(quote(text).slice(1, -1))}'`;

/** Text as one word of a shell. */
export const shellWord = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** JSON on one line; what is no JSON as it is. */
export function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/g;
const isWord = /^[A-Za-z_$][\w$]*$/;

/** JSON as a JavaScript literal. */
export function script(json: string): string {
  try {
    const text = JSON.stringify(JSON.parse(json), null, 2);
    return text.replace(/("(?:[^"\\]|\\.)*")(:?)/g, (_, found: string, colon: string) => {
      const value = JSON.parse(found) as string;
      return (colon !== '' && isWord.test(value) ? value : quote(value)) + colon;
    });
  } catch {
    return json;
  }
}

const WORDS: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };

/** JSON as a Python literal. */
export function python(json: string): string {
  try {
    const text = JSON.stringify(JSON.parse(json), null, 4);
    return text.replace(
      new RegExp(`${STRING.source}|\\b(?:true|false|null)\\b`, 'g'),
      (found) => WORDS[found] ?? found,
    );
  } catch {
    return json;
  }
}

export const indent = (text: string, by: string): string => text.replace(/\n/g, `\n${by}`);
