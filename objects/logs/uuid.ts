/** Four words of 32 bits that depend on every character of the text. Not for secrets: it is here to be cheap. */
function mixed(text: string): readonly [number, number, number, number] {
  let a = 0x1e3779b9;
  let b = 0x05ebca6b;
  let c = 0x42b2ae35;
  let d = 0x27d4eb2f;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x2c1b3c6d);
    b = Math.imul(b ^ code ^ (a >>> 15), 0x297a2d39);
    c = Math.imul(c ^ code ^ (b >>> 13), 0x85ebca77);
    d = Math.imul(d ^ code ^ (c >>> 16), 0x27d4eb2d);
  }
  a = scattered(a ^ (d >>> 11));
  b = scattered((b + a) | 0);
  c = scattered((c + b) | 0);
  d = scattered((d + c) | 0);
  return [a, b, c, d];
}

/** Every bit of the word reaches every other. */
function scattered(word: number): number {
  let x = word ^ (word >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** Half a word as four hexadecimal digits, all of them: made with the first event that is shown. */
let halves: readonly string[] = [];
const high = (word: number): string => halves[word >>> 16] as string;
const low = (word: number): string => halves[word & 0xffff] as string;

/** A UUID that is always the same for a text: an event is shown with one, made from its id. */
export function uuidOf(text: string): string {
  if (halves.length === 0) halves = Array.from({ length: 0x10000 }, (_, half) => half.toString(16).padStart(4, '0'));
  const [a, b, c, d] = mixed(text);
  // The version and the variant of a UUID stand at fixed places.
  const version = (b & ~0xf000) | 0x1000;
  const variant = (c & 0x3fffffff) | 0x80000000;
  return `${high(a)}${low(a)}-${high(b)}-${low(version)}-${high(variant)}-${low(c)}${high(d)}${low(d)}`;
}

const MAX_KEPT = 500;
const tails = new Map<string, string>();

/** 22 characters base64url that are always the same for a text; kept, since few texts are asked for often. */
export function tailOf(text: string): string {
  let tail = tails.get(text);
  if (tail === undefined) {
    if (tails.size >= MAX_KEPT) tails.clear();
    tail = Buffer.from(Int32Array.from(mixed(text)).buffer)
      .toString('base64url')
      .slice(0, 22);
    tails.set(text, tail);
  }
  return tail;
}
