/** Four words of 32 bits that depend on every character of the text. Not for secrets: it is here to be cheap. */
function mixed(text: string): readonly [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  let c = 0xc2b2ae35;
  let d = 0x27d4eb2f;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x2c1b3c6d);
    b = Math.imul(b ^ code ^ (a >>> 15), 0x297a2d39);
    c = Math.imul(c ^ code ^ (b >>> 13), 0x85ebca77);
    d = Math.imul(d ^ code ^ (c >>> 16), 0x27d4eb2d);
  }
  a = scattered(a ^ (d >>> 11));
  b = scattered(b + a);
  c = scattered(c + b);
  d = scattered(d + c);
  return [a, b, c, d];
}

/** Every bit of the word reaches every other. */
function scattered(word: number): number {
  let x = word ^ (word >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/** A UUID that is always the same for a text: an event is shown with one, made from its id. */
export function uuidOf(text: string): string {
  const [a, b, c, d] = mixed(text);
  const middle = hex(b);
  const last = hex(((c & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex(a)}-${middle.slice(0, 4)}-1${middle.slice(5)}-${last.slice(0, 4)}-${last.slice(4)}${hex(d)}`;
}

/** 22 characters base64url that are always the same for a text. */
export const tailOf = (text: string): string =>
  Buffer.from(Uint32Array.from(mixed(text)).buffer)
    .toString('base64url')
    .slice(0, 22);
