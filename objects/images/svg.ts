/** The tag of an SVG's root stands near its beginning, and is of this size at most. */
const MOST_HEAD = 64 * 1024;
const MOST_TAG = 8 * 1024;

/** What may stand before the root: blanks, a declaration, comments, a document type; and where each of them ends. */
const before: readonly (readonly [begin: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
];

/** Where the first element begins; -1 where something else stands first. */
function rootAt(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const found = before.find(([begin]) => text.startsWith(begin, at));
    if (!found) return text.startsWith('<', at) ? at : -1;
    const [begin, end] = found;
    const subset = begin === '<!DOCTYPE' ? subsetEnd(text, at) : at + begin.length;
    const ended = text.indexOf(end, subset);
    if (ended < 0) return -1;
    at = ended + end.length;
  }
}

/** A document type may hold declarations in brackets, with tags of their own. */
function subsetEnd(text: string, at: number): number {
  const opened = text.indexOf('[', at);
  const closed = text.indexOf('>', at);
  if (opened < 0 || closed < opened) return at;
  const end = text.indexOf(']', opened);
  return end < 0 ? text.length : end;
}

/** The end of a tag, past quoted values; undefined where it does not end in time. */
function tagEnd(text: string, from: number): number | undefined {
  let quote = '';
  for (let at = from; at < Math.min(text.length, from + MOST_TAG); at++) {
    const letter = text.charAt(at);
    if (quote === '' && letter === '>') return at + 1;
    if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === quote) quote = '';
  }
  return undefined;
}

/**
 * The tag of the root element, if that is `svg`. image-size would look for it everywhere, comments included, in a time
 * that grows with the square of the text.
 */
export function svgRoot(data: Uint8Array): string | undefined {
  const text = Buffer.from(data.buffer, data.byteOffset, Math.min(data.length, MOST_HEAD))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const at = rootAt(text);
  if (at < 0 || !/^<svg[\s>/]/.test(text.slice(at, at + 5))) return undefined;
  const end = tagEnd(text, at);
  return end === undefined ? undefined : text.slice(at, end);
}
