import { byCode, classTest, controls, dot, literalTest, namedClass } from './characters.js';
import { type CharTest, type Node, PatternError, type Place, type Repeat } from './tree.js';

const MAX_DEPTH = 32;
const MAX_REPEAT = 1000;

const places: Readonly<Record<string, Place>> = { A: 'start', z: 'end', Z: 'end', b: 'word edge', B: 'inside' };

const none = (): PatternError => new PatternError('is not a regular expression');

/** A pattern that was read. */
export interface Pattern {
  readonly tree: Node;
  /** How many groups it has whose text is kept. */
  readonly groups: number;
}

/** `\Q...\E` takes what stands between as it is. As in Java, what repeats it repeats its last character. */
const unquoted = (source: string): string =>
  source.replace(/\\Q([\s\S]*?)(?:\\E|$)|\\[\s\S]/g, (all, text: string | undefined) =>
    text === undefined ? all : text.replace(/[^0-9A-Za-z]/g, '\\$&'),
  );

/** Reads Java's patterns. */
class Reader {
  #at = 0;
  #depth = 0;
  groups = 0;

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  get ignoreCase(): boolean {
    return this.flags.includes('i');
  }

  read(): Node {
    const node = this.#any();
    if (this.#at < this.source.length) throw none();
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
    while (this.#at < this.source.length && !'|)'.includes(this.source[this.#at] as string)) {
      const inner = this.#atom();
      const repeat = this.#repeat();
      parts.push(repeat ? { kind: 'repeat', inner, ...repeat } : inner);
    }
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'all', parts };
  }

  #repeat(): Repeat | undefined {
    const found = this.#match(/(?:([*+?])|\{(\d{1,4})(,(\d{0,4}))?\})([+?]?)/y);
    if (!found) return undefined;
    const [, sign, from, range, to, kind] = found;
    if (kind === '+') throw new PatternError('has a possessive quantifier');
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
    const open = sign === undefined ? range !== undefined && to === '' : sign !== '?';
    const most = open ? Number.POSITIVE_INFINITY : sign === '?' ? 1 : Number(to ?? from);
    if (least > MAX_REPEAT || (most > MAX_REPEAT && !open)) throw new PatternError('repeats too often');
    if (most < least) throw none();
    return { least, most, lazy: kind === '?' };
  }

  #atom(): Node {
    if (this.#take('(')) return this.#group();
    if (this.#take('^')) return { kind: 'place', place: 'start' };
    if (this.#take('$')) return { kind: 'place', place: 'end' };
    if (this.#take('.')) return { kind: 'char', test: this.flags.includes('s') ? () => true : dot };
    if (this.#take('[')) return { kind: 'char', test: this.#class() };
    if (this.#take('\\')) return this.#escape();
    const char = this.source[this.#at] ?? '';
    if ('*+?{'.includes(char)) throw none();
    this.#at += 1;
    return this.#literal(char);
  }

  #literal(char: string): Node {
    return { kind: 'char', test: literalTest(char, this.ignoreCase) };
  }

  #group(): Node {
    if (this.#match(/\?<[=!]/y)) throw new PatternError('looks behind');
    const look = this.#match(/\?([=!])/y);
    const isPlain = look !== undefined || this.#take('?:');
    if (!isPlain && !this.#match(/\?<[A-Za-z]\w*>/y) && this.#take('?')) throw new PatternError('uses a flag inside');
    const number = isPlain ? 0 : ++this.groups;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new PatternError('is nested too deep');
    const inner = this.#any();
    this.#depth -= 1;
    if (!this.#take(')')) throw none();
    if (look) return { kind: 'ahead', inner, fits: look[1] === '=' };
    return number === 0 ? inner : { kind: 'group', inner, number };
  }

  #escape(): Node {
    const number = this.#match(/[1-9]/y)?.[0];
    if (number !== undefined) return { kind: 'again', number: Number(number) };
    if (this.#take('k<')) throw new PatternError('names a group');
    const char = this.source[this.#at] ?? '';
    const place = Object.hasOwn(places, char) ? places[char] : undefined;
    if (!place) return { kind: 'char', test: classTest(`[${this.#escaped()}]`, this.ignoreCase) };
    this.#at += 1;
    return { kind: 'place', place };
  }

  /** What follows a backslash, as JavaScript writes it inside of a class. */
  #escaped(): string {
    const category = this.#match(/([pP])\{(\w+)\}/y);
    if (category) return namedClass(category[2] ?? '', category[1] === 'P');
    const code = this.#match(/x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})/y);
    if (code) return `\\u${(code[1] ?? code[2] ?? '').padStart(4, '0')}`;
    const char = this.source[this.#at] ?? '';
    this.#at += 1;
    if (/[dDwWsS]/.test(char)) return `\\${char}`;
    const control = Object.hasOwn(controls, char) ? controls[char] : undefined;
    if (control === undefined && !/[^0-9A-Za-z]/.test(char)) throw none();
    return byCode(control ?? char);
  }

  #class(): CharTest {
    let inside = this.#take('^') ? '^' : '';
    for (let first = true, afterSet = false; ; first = false) {
      const char = this.source[this.#at];
      if (char === undefined || char === '[' || this.source.startsWith('&&', this.#at)) throw none();
      this.#at += 1;
      if (char === ']' && !first) return classTest(`[${inside}]`, this.ignoreCase);
      const part = char === '\\' ? this.#escaped() : char;
      // A hyphen after a whole set, as in [\w-.], begins no range.
      const plain = char === '\\' || (/[-A-Za-z0-9]/.test(char) && !(char === '-' && afterSet));
      inside += plain ? part : byCode(char);
      afterSet = char === '\\' && !part.startsWith('\\u');
    }
  }
}

/**
 * Reads a pattern as Java writes them, as far as expressions and mail templates can be thought to use them. It may begin
 * with the flags `(?i)` and `(?s)`.
 * @param longest most characters that it may have
 * @throws PatternError for a pattern that is none, and one that is too large
 */
export function readPattern(source: string, longest: number): Pattern {
  if (source.length > longest) throw new PatternError('is too long');
  const flags = /^\(\?([is]+)\)/.exec(source);
  const reader = new Reader(unquoted(flags ? source.slice(flags[0].length) : source), flags?.[1] ?? '');
  const tree = reader.read();
  return { tree, groups: reader.groups };
}
