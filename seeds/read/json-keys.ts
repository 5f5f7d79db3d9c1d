import { lineAt, skipSpace, skipString } from './json-lines.js';
import type { Path, Problem } from './problems.js';

/** How many members a JSON text writes: what is followed by a colon. */
function writtenMembers(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; ) {
    const end = skipSpace(text, skipString(text, at));
    if (text[end] === ':') count += 1;
    at = text.indexOf('"', end);
  }
  return count;
}

/** How many members a value has, those of all values inside it among them. Any depth will do. */
function membersOf(data: unknown): number {
  let count = 0;
  const open: unknown[] = [data];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const members: unknown[] = Array.isArray(value) ? value : Object.values(value);
    if (!Array.isArray(value)) count += members.length;
    for (const member of members) if (typeof member === 'object') open.push(member);
  }
  return count;
}

/** An object or a list that has begun and not ended: what is being read of it, and the keys of an object so far. */
interface Open {
  part: string | number;
  readonly keys?: Set<string>;
}

/** Every key that its object has already. */
function repeats(text: string): Problem[] {
  const found: Problem[] = [];
  const open: Open[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    const inner = open.at(-1);
    if (char === '{') open.push({ part: '', keys: new Set() });
    else if (char === '[') open.push({ part: 0 });
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',' && typeof inner?.part === 'number') inner.part += 1;
    else if (char === '"') {
      const end = skipString(text, i);
      if (inner?.keys && text[skipSpace(text, end)] === ':') {
        inner.part = JSON.parse(text.slice(i, end)) as string;
        const path: Path = open.map(({ part }) => part);
        if (inner.keys.has(inner.part)) found.push({ path, message: 'is there already', line: lineAt(text, i) });
        inner.keys.add(inner.part);
      }
      i = end - 1;
    }
  }
  return found;
}

/**
 * The keys that stand twice in an object of a JSON text: JSON.parse takes the last one without a word. Members are
 * counted first, which takes a fraction of the parsing; the text is walked where some are missing.
 * @param data what JSON.parse made of the text
 */
export const repeatedKeys = (text: string, data: unknown): readonly Problem[] =>
  writtenMembers(text) === membersOf(data) ? [] : repeats(text);
