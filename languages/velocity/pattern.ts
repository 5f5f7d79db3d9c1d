import type { Budget } from './budget.js';
import { type CharTest, charTest, refused } from './char-test.js';
import { TemplateError } from './error.js';

const MAX_PATTERN = 500;
/** Matchers within matchers: each takes some frames of the stack. */
const MAX_DEPTH = 700;

/** Where a pattern was found; its groups begin with the whole. */
export interface Found {
  start: number;
  end: number;
  groups: readonly (readonly [number, number] | undefined)[];
}

interface State {
  text: string;
  groups: ([number, number] | undefined)[];
  depth: number;
  budget: Budget;
}

type Next = (at: number) => boolean;
type Matcher = (state: State, at: number, next: Next) => boolean;

const isWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);

function deeper(state: State, match: () => boolean): boolean {
  state.budget.spend();
  if (++state.depth > MAX_DEPTH) throw new TemplateError('depth', 'A pattern goes too deep');
  const found = match();
  state.depth -= 1;
  return found;
}

const inSequence = (parts: readonly Matcher[]): Matcher =>
  parts.reduceRight<Matcher>(
    (rest, part) => (state, at, next) => deeper(state, () => part(state, at, (to) => rest(state, to, next))),
    (_, at, next) => next(at),
  );

const oneOf =
  (test: CharTest): Matcher =>
  (state, at, next) => {
    state.budget.spend();
    return at < state.text.length && test(state.text[at] as string) && next(at + 1);
  };

interface Repeat {
  least: number;
  most: number;
  lazy: boolean;
}

/** One character again and again: a loop, so that long texts take no deep stack. */
const charsRepeated =
  (test: CharTest, { least, most, lazy }: Repeat): Matcher =>
  ({ text, budget }, at, next) => {
    let count = 0;
    const more = () => count < most && at + count < text.length && test(text[at + count] as string);
    while (count < (lazy ? least : most) && more()) {
      budget.spend();
      count += 1;
    }
    if (count < least) return false;
    for (;;) {
      budget.spend();
      if (next(at + count)) return true;
      if (lazy ? !more() : count === least) return false;
      count += lazy ? 1 : -1;
    }
  };

const repeated =
  (inner: Matcher, { least, most, lazy }: Repeat): Matcher =>
  (state, start, next) => {
    const from = (at: number, count: number): boolean => {
      const again = () => count < most && inner(state, at, (to) => (to > at || count < least) && from(to, count + 1));
      const done = () => count >= least && next(at);
      return deeper(state, () => (lazy ? done() || again() : again() || done()));
    };
    return from(start, 0);
  };

/** Reads Java's patterns, as far as mail templates can be thought to use them. */
class Reader {
  #at = 0;
  #depth = 0;
  groups = 0;

  constructor(
    readonly source: string,
    readonly flags: string,
  ) {}

  read(): Matcher {
    const matcher = this.#any();
    return this.#at < this.source.length ? refused('has a bracket too many') : matcher;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }

  #any(): Matcher {
    const parts: Matcher[] = [];
    do {
      const all: Matcher[] = [];
      while (this.#at < this.source.length && !/[|)]/.test(this.source[this.#at] as string)) all.push(this.#repeat());
      parts.push(inSequence(all));
    } while (this.#match(/\|/y));
    const [only] = parts;
    return parts.length === 1 && only ? only : (state, at, next) => parts.some((part) => part(state, at, next));
  }

  #repeat(): Matcher {
    const atom = this.#atom();
    const found = this.#match(/(?:([*+?])|\{(\d{1,3})(,(\d{0,3}))?\})([+?]?)/y);
    if (!found) return typeof atom === 'function' ? atom : oneOf(atom.test);
    const [, sign, from, range, to, kind] = found;
    if (kind === '+') refused('has a possessive quantifier');
    const least = sign ? (sign === '+' ? 1 : 0) : Number(from);
    const open = sign ? sign !== '?' : range !== undefined && to === '';
    const repeat = { least, most: open ? Infinity : sign ? 1 : Number(to ?? from), lazy: kind === '?' };
    if (this.#match(/[*+]|\{\d/y) || repeat.most < least) refused('repeats a repetition');
    return typeof atom === 'function' ? repeated(atom, repeat) : charsRepeated(atom.test, repeat);
  }

  #atom(): Matcher | { test: CharTest } {
    if (this.#match(/\(/y)) return this.#group();
    if (this.#match(/\^/y)) return (_, at, next) => at === 0 && next(at);
    if (this.#match(/\$/y)) return ({ text }, at, next) => at === text.length && next(at);
    if (this.#match(/\./y))
      return { test: this.flags.includes('s') ? () => true : (char) => !/[\n\r\u0085\u2028\u2029]/.test(char) };
    const set = this.#match(/\[(?:\^?\]?)(?:[^\]\\[&]|\\[\s\S])*\]/y);
    if (set) return { test: charTest(set[0], this.flags) };
    if (this.#match(/\\Q/y)) return this.#quoted();
    const edge = this.#match(/\\([bB])/y);
    if (edge) {
      return ({ text }, at, next) => (isWord(text[at - 1]) !== isWord(text[at])) === (edge[1] === 'b') && next(at);
    }
    const back = this.#match(/\\([1-9])/y);
    if (back) return this.#back(Number(back[1]));
    const escaped = this.#match(/\\(?:[pP]\{\w+\}|[\s\S])/y);
    if (escaped) return { test: charTest(`[${escaped[0]}]`, this.flags) };
    const char = this.#match(/[^*+?{[\\]/y)?.[0] ?? refused('is none');
    const lower = char.toLowerCase();
    return { test: this.flags.includes('i') ? (other) => other.toLowerCase() === lower : (other) => other === char };
  }

  #quoted(): Matcher {
    const end = this.source.indexOf('\\E', this.#at);
    const text = this.source.slice(this.#at, end < 0 ? undefined : end);
    this.#at += text.length + (end < 0 ? 0 : 2);
    return (state, at, next) => state.text.startsWith(text, at) && next(at + text.length);
  }

  #back(group: number): Matcher {
    return ({ text, groups, budget }, at, next) => {
      const [start, end] = groups[group] ?? [0, -1];
      budget.handle(Math.max(end - start, 0));
      return end >= start && text.startsWith(text.slice(start, end), at) && next(at + end - start);
    };
  }

  #group(): Matcher {
    if (++this.#depth > 20) refused('is nested too deep');
    const look = this.#match(/\?([=!])/y);
    const unnumbered = look ?? this.#match(/\?:/y);
    if (!unnumbered && this.#match(/\?/y)) refused('uses what templates have no need of');
    const group = unnumbered ? 0 : ++this.groups;
    const inner = this.#any();
    this.#depth -= 1;
    if (!this.#match(/\)/y)) refused('has an open bracket');
    if (look) return (state, at, next) => inner(state, at, () => true) === (look[1] === '=') && next(at);
    if (group === 0) return inner;
    return (state, at, next) =>
      inner(state, at, (to) => {
        const before = state.groups[group];
        state.groups[group] = [at, to];
        if (next(to)) return true;
        state.groups[group] = before;
        return false;
      });
  }
}

/** A pattern of Java's `String` methods. */
export interface Pattern {
  groups: number;
  /** Looks for it from an offset on; `whole` lets it match the whole text alone. */
  find(text: string, from: number, whole?: boolean): Found | undefined;
}

/** Reads a pattern. @throws TemplateError `method`, as Java throws for one that is none; searching is charged */
export function patternOf(source: string, budget: Budget): Pattern {
  budget.handle(source.length * 8);
  if (source.length > MAX_PATTERN) refused('is too long');
  const flags = /^\(\?([is]+)\)/.exec(source);
  const reader = new Reader(flags ? source.slice(flags[0].length) : source, flags?.[1] ?? '');
  const matcher = reader.read();
  return {
    groups: reader.groups,
    find(text, from, whole = false) {
      for (let start = from; start <= (whole ? from : text.length); start += 1) {
        const state: State = { text, groups: [], depth: 0, budget };
        let end = -1;
        const fits = matcher(state, start, (at) => {
          end = at;
          return !whole || at === text.length;
        });
        if (fits) return { start, end, groups: [[start, end], ...state.groups.slice(1)] };
        budget.spend();
      }
      return undefined;
    },
  };
}
