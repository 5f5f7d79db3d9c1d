import { readPattern } from './reader.js';
import { type CharTest, holds, type Node, type Repeat } from './tree.js';

const MAX_PATTERN = 500;
/** Matchers within matchers: each takes some frames of the stack. */
const MAX_DEPTH = 700;

/** What searching is charged to; it stops a search by throwing. */
export interface Charge {
  /** Charges one step. */
  spend(): void;
  /** Charges the handling of a text of this length. */
  handle(length: number): void;
  /** Told that a search goes deeper than the stack would bear; it throws. */
  tooDeep(): never;
}

/** Where a pattern was found; its groups begin with the whole. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (readonly [number, number] | undefined)[];
}

interface State {
  readonly text: string;
  readonly groups: (readonly [number, number] | undefined)[];
  readonly charge: Charge;
  depth: number;
}

type Next = (at: number) => boolean;
type Matcher = (state: State, at: number, next: Next) => boolean;

function deeper(state: State, match: () => boolean): boolean {
  state.charge.spend();
  if (++state.depth > MAX_DEPTH) state.charge.tooDeep();
  const found = match();
  state.depth -= 1;
  return found;
}

const inSequence = (parts: readonly Matcher[]): Matcher =>
  parts.reduceRight<Matcher>(
    (rest, part) => (state, at, next) => deeper(state, () => part(state, at, (to) => rest(state, to, next))),
    (_, at, next) => next(at),
  );

const oneChar =
  (test: CharTest): Matcher =>
  ({ text, charge }, at, next) => {
    charge.spend();
    return at < text.length && test(text[at] as string) && next(at + 1);
  };

/** One character again and again: a loop, so that long texts take no deep stack. */
const charsRepeated =
  (test: CharTest, { least, most, lazy }: Repeat): Matcher =>
  ({ text, charge }, at, next) => {
    let count = 0;
    const more = () => count < most && at + count < text.length && test(text[at + count] as string);
    while (count < (lazy ? least : most) && more()) {
      charge.spend();
      count += 1;
    }
    if (count < least) return false;
    for (;;) {
      charge.spend();
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

/** Keeps what a group found, until another way is tried. */
const keeping =
  (inner: Matcher, number: number): Matcher =>
  (state, at, next) =>
    inner(state, at, (to) => {
      const before = state.groups[number];
      state.groups[number] = [at, to];
      if (next(to)) return true;
      state.groups[number] = before;
      return false;
    });

const again =
  (number: number): Matcher =>
  ({ text, groups, charge }, at, next) => {
    const [start, end] = groups[number] ?? [0, -1];
    charge.handle(Math.max(end - start, 0));
    return end >= start && text.startsWith(text.slice(start, end), at) && next(at + end - start);
  };

function matcherOf(node: Node): Matcher {
  switch (node.kind) {
    case 'empty':
      return (_, at, next) => next(at);
    case 'char':
      return oneChar(node.test);
    case 'place':
      return ({ text }, at, next) => holds(node.place, text, at) && next(at);
    case 'all':
      return inSequence(node.parts.map(matcherOf));
    case 'any': {
      const parts = node.parts.map(matcherOf);
      return (state, at, next) => parts.some((part) => part(state, at, next));
    }
    case 'repeat':
      return node.inner.kind === 'char' ? charsRepeated(node.inner.test, node) : repeated(matcherOf(node.inner), node);
    case 'group':
      return keeping(matcherOf(node.inner), node.number);
    case 'again':
      return again(node.number);
    default: {
      const inner = matcherOf(node.inner);
      return (state, at, next) => inner(state, at, () => true) === node.fits && next(at);
    }
  }
}

/** A pattern that can be looked for. */
export interface Search {
  readonly groups: number;
  /** Looks for it from an offset on; `whole` lets it match the whole text alone. */
  find(text: string, from: number, whole?: boolean): Found | undefined;
}

/**
 * A pattern as Java's `String` methods look for it: one way after the other, with its groups and everything that needs to
 * remember. Reading and searching are charged.
 * @throws PatternError for a pattern that is none, and one that is too large; what `charge` throws
 */
export function searchFor(source: string, charge: Charge): Search {
  charge.handle(source.length * 8);
  const { tree, groups } = readPattern(source, MAX_PATTERN);
  const matcher = matcherOf(tree);
  return {
    groups,
    find(text, from, whole = false) {
      for (let start = from; start <= (whole ? from : text.length); start += 1) {
        const state: State = { text, groups: [], depth: 0, charge };
        let end = -1;
        const fits = matcher(state, start, (at) => {
          end = at;
          return !whole || at === text.length;
        });
        if (fits) return { start, end, groups: [[start, end], ...state.groups.slice(1)] };
        charge.spend();
      }
      return undefined;
    },
  };
}
