import type { Row } from '../rows/common.js';

/** Members of a row, or of a value in it, while it is made. */
type Members = Record<string, unknown>;

/** Shorter texts are shared by V8 itself when it parses. */
const SHORT = 10;

const isHolder = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** So deep values are looked into: what clients send may be nested without end. */
const DEPTH = 8;

/** Has a value hold the parts of another that are equal to its own. @returns whether all are, and there are no more */
function share(from: Members, to: Members, depth = DEPTH): boolean {
  if (depth === 0 || Array.isArray(from) !== Array.isArray(to)) return false;
  let isSame = true;
  let more = 0;
  for (const name in to) {
    const [theirs, own] = [from[name], to[name]];
    more += 1;
    const isEqual = own === theirs || (isHolder(own) && isHolder(theirs) && share(theirs, own, depth - 1));
    if (!isEqual) isSame = false;
    else if (typeof own === 'object' || (typeof own === 'string' && own.length > SHORT)) to[name] = theirs;
  }
  for (const _ in from) more -= 1;
  return isSame && more === 0;
}

/**
 * Rows of one kind have much in common: when they were made, of which type they are, whole parts of them. On disk each
 * has its own; in memory a third of it all is one value that stands in many of them. Gives a function that is told of rows
 * one after the other, as they are parsed, and has each share with the one before what is equal: it must not be frozen yet.
 */
export function valueSharer(): (row: Row) => void {
  let last: Row | undefined;
  return (row) => {
    if (last) share(last as unknown as Members, row as unknown as Members);
    last = row;
  };
}
