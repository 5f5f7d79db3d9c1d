import { readPattern } from './reader.js';
import { type CharTest, holds, type Node, PatternError, type Place, type Repeat } from './tree.js';

/** One state: takes a character, holds at a place, or goes on to several states. No `to` at all is the end. */
interface State {
  test?: CharTest;
  place?: Place;
  to: number[];
}

/** More states than these are refused: with the length of a text they bound the steps of a match. */
const MAX_STATES = 256;

/** Makes states from the end to the beginning: each part is built in front of what follows it. */
class Builder {
  readonly states: State[] = [{ to: [] }];

  add(state: State): number {
    if (this.states.length >= MAX_STATES) throw new PatternError('is too large');
    return this.states.push(state) - 1;
  }

  /** @returns the first state of `node`, after which `next` follows */
  build(node: Node, next: number): number {
    switch (node.kind) {
      case 'empty':
        return next;
      case 'char':
        return this.add({ test: node.test, to: [next] });
      case 'place':
        return this.add({ place: node.place, to: [next] });
      case 'all':
        return node.parts.reduceRight((after, part) => this.build(part, after), next);
      case 'any':
        return this.add({ to: node.parts.map((part) => this.build(part, next)) });
      case 'repeat':
        return this.#repeat(node.inner, node, next);
      // Whether a text fits is all that is asked: what a group found is not kept.
      case 'group':
        return this.build(node.inner, next);
      case 'again':
        throw new PatternError('uses a back reference');
      default:
        throw new PatternError('looks ahead');
    }
  }

  #repeat(inner: Node, { least, most }: Repeat, next: number): number {
    let first = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop: State = { to: [next] };
      first = this.add(loop);
      loop.to.unshift(this.build(inner, first));
    } else {
      for (let i = least; i < most; i++) first = this.add({ to: [this.build(inner, first), next] });
    }
    for (let i = 0; i < least; i++) {
      const size = this.states.length;
      first = this.build(inner, first);
      // Nothing, however often, is nothing: nested counts of it must not be counted out.
      if (this.states.length === size) break;
    }
    return first;
  }
}

/** A pattern as a test of the whole text; `spend` is told of the steps, and may stop the match by throwing. */
export type Matcher = (text: string, spend: (steps: number) => void) => boolean;

/**
 * Makes a matcher that walks all ways through the pattern at once: a character costs at most one step for each state, so
 * that no pattern and no text take longer than the product of their sizes.
 * @throws PatternError for a pattern with too many states
 */
function matcherOf(node: Node): Matcher {
  const builder = new Builder();
  const first = builder.build(node, 0);
  const { states } = builder;
  return (text, spend) => {
    let marks = new Uint8Array(states.length);
    /** Adds a state and those that are reached from it without a character. @returns steps */
    const enter = (into: number[], from: number, at: number): number => {
      const open = [from];
      let steps = 0;
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (marks[id] === 1) continue;
        marks[id] = 1;
        steps += 1;
        const state = states[id] as State;
        if (state.test || state.to.length === 0) into.push(id);
        else if (!state.place || holds(state.place, text, at)) open.push(...state.to);
      }
      return steps;
    };
    let active: number[] = [];
    spend(enter(active, first, 0));
    for (let at = 0; at < text.length && active.length > 0; at++) {
      const next: number[] = [];
      let steps = active.length;
      marks = marks.fill(0);
      for (const id of active) {
        const { test, to } = states[id] as State;
        if (test?.(text[at] as string)) steps += enter(next, to[0] ?? 0, at + 1);
      }
      spend(steps);
      active = next;
    }
    return active.includes(0);
  };
}

const MAX_PATTERN = 1000;
const MAX_KEPT = 256;
const kept = new Map<string, Matcher>();

/**
 * A pattern of the expression language as a test of the whole text, in steps that are counted. It may begin with `(?i)`.
 * @throws PatternError for a pattern that is none, one that is too large, and what needs to remember (back references,
 *   looks ahead)
 */
export function safePattern(pattern: string): Matcher {
  const known = kept.get(pattern);
  if (known) return known;
  const matcher = matcherOf(readPattern(pattern, MAX_PATTERN).tree);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(pattern, matcher);
  return matcher;
}
