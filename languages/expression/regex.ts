import { type CharTest, type Matcher, matcherOf, type Node, PatternError, type Place } from './nfa.js';

export { type Matcher, PatternError } from './nfa.js';

const MAX_PATTERN = 1000;
const MAX_DEPTH = 32;
const MAX_REPEAT = 1000;

const LINE_END = /[\n\r\u0085\u2028\u2029]/;
const dot: CharTest = (char) => !LINE_END.test(char);

const places: Readonly<Record<string, Place>> = { A: 'start', z: 'end', Z: 'end', b: 'word edge', B: 'inside' };
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', e: '\x1b', a: '\x07' };

/** Java's names of classes in JavaScript's words. */
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
  IsAlphabetic: '\\p{Alphabetic}',
};

/** A class of characters, tested one character at a time: its cost is constant. */
function classTest(source: string, ignoreCase: boolean): CharTest {
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

const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Reads the part of Java's patterns that needs no memory of what was matched. */
class Reader {
  #at = 0;
  #depth = 0;

  constructor(
    readonly source: string,
    readonly ignoreCase: boolean,
  ) {}

  read(): Node {
    const node = this.#any();
    if (this.#at < this.source.length) throw new PatternError('is not a regular expression');
    return node;
  }

  #take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #any(): Node {
    const parts = [this.#all()];
    while (this.#take('|')) parts.push(this.#all());
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'any', parts };
  }

  #all(): Node {
    const parts: Node[] = [];
    while (this.#at < this.source.length && !'|)'.includes(this.source[this.#at] as string))
      parts.push(this.#repeated());
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'all', parts };
  }

  #repeated(): Node {
    let node = this.#atom();
    for (;;) {
      const found = this.#match(/(?:([*+?])|\{(\d{1,4})(,(\d{0,4}))?\})([+?]?)/y);
      if (!found) return node;
      const [, sign, from, range, to, kind] = found;
      if (kind === '+') throw new PatternError('has a possessive quantifier');
      const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
      const open = sign === undefined ? range !== undefined && to === '' : sign !== '?';
      const most = open ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(to ?? from);
      if (least > MAX_REPEAT || (most > MAX_REPEAT && !open)) throw new PatternError('repeats too often');
      if (most < least) throw new PatternError('is not a regular expression');
      node = { kind: 'repeat', inner: node, least, most };
    }
  }

  #atom(): Node {
    if (this.#take('(')) return this.#group();
    if (this.#take('^')) return { kind: 'place', place: 'start' };
    if (this.#take('$')) return { kind: 'place', place: 'end' };
    if (this.#take('.')) return { kind: 'char', test: dot };
    if (this.#take('[')) return { kind: 'char', test: this.#class() };
    if (this.#take('\\')) return this.#escape();
    const char = this.source[this.#at] ?? '';
    if ('*+?{'.includes(char)) throw new PatternError('is not a regular expression');
    this.#at += 1;
    return this.#literal(char);
  }

  #literal(char: string): Node {
    const lower = char.toLowerCase();
    const test: CharTest = this.ignoreCase ? (other) => other.toLowerCase() === lower : (other) => other === char;
    return { kind: 'char', test };
  }

  #group(): Node {
    if (this.#match(/\?<?[=!]/y)) throw new PatternError('uses look-around');
    if (!this.#match(/\?:|\?<[A-Za-z]\w*>/y) && this.#take('?')) throw new PatternError('uses a flag inside');
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new PatternError('is nested too deep');
    const node = this.#any();
    this.#depth -= 1;
    if (!this.#take(')')) throw new PatternError('is not a regular expression');
    return node;
  }

  #escape(): Node {
    if (this.#match(/[1-9]|k</y)) throw new PatternError('uses a back reference');
    if (this.#take('Q')) return this.#quoted();
    const char = this.source[this.#at] ?? '';
    const place = Object.hasOwn(places, char) ? places[char] : undefined;
    if (!place) return { kind: 'char', test: classTest(`[${this.#escaped()}]`, this.ignoreCase) };
    this.#at += 1;
    return { kind: 'place', place };
  }

  /** `\Q...\E`: what stands between is taken as it is. */
  #quoted(): Node {
    const end = this.source.indexOf('\\E', this.#at);
    const text = this.source.slice(this.#at, end < 0 ? undefined : end);
    this.#at += text.length + (end < 0 ? 0 : 2);
    return { kind: 'all', parts: [...text].map((char) => this.#literal(char)) };
  }

  /** What follows a backslash, as JavaScript writes it inside of a class. */
  #escaped(): string {
    const category = this.#match(/p\{(\w+)\}/y)?.[1];
    if (category !== undefined) {
      const words = Object.hasOwn(named, category) ? named[category] : undefined;
      if (words === undefined) throw new PatternError(`names an unknown class ${category}`);
      return words;
    }
    const code = this.#match(/x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})/y);
    if (code) return `\\u${(code[1] ?? code[2] ?? '').padStart(4, '0')}`;
    const char = this.source[this.#at] ?? '';
    this.#at += 1;
    if (/[dDwWsS]/.test(char)) return `\\${char}`;
    const control = Object.hasOwn(controls, char) ? controls[char] : undefined;
    if (control === undefined && !/[^0-9A-Za-z]/.test(char)) throw new PatternError('is not a regular expression');
    return unicode(control ?? char);
  }

  #class(): CharTest {
    let inside = this.#take('^') ? '^' : '';
    for (let first = true, afterSet = false; ; first = false) {
      const char = this.source[this.#at];
      if (char === undefined || char === '[' || this.source.startsWith('&&', this.#at)) {
        throw new PatternError('is not a regular expression');
      }
      this.#at += 1;
      if (char === ']' && !first) return classTest(`[${inside}]`, this.ignoreCase);
      const part = char === '\\' ? this.#escaped() : char;
      // A hyphen after a whole set, as in [\w-.], begins no range.
      const plain = char === '\\' || (/[-A-Za-z0-9]/.test(char) && !(char === '-' && afterSet));
      inside += plain ? part : unicode(char);
      afterSet = char === '\\' && !part.startsWith('\\u');
    }
  }
}

const MAX_KEPT = 256;
const kept = new Map<string, Matcher>();

/**
 * A pattern of the expression language as a test of the whole text, in steps that are counted. It may begin with `(?i)`.
 * @throws PatternError for a pattern that is none, one that is too large, and what needs to remember (back references,
 *   look-around)
 */
export function safePattern(pattern: string): Matcher {
  const known = kept.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_PATTERN) throw new PatternError('is too long');
  const ignoreCase = pattern.startsWith('(?i)');
  const matcher = matcherOf(new Reader(ignoreCase ? pattern.slice(4) : pattern, ignoreCase).read());
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(pattern, matcher);
  return matcher;
}
