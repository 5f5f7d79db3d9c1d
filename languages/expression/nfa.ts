/** Why a pattern is not taken. */
export class PatternError extends Error {}

/** Whether a single character fits. */
export type CharTest = (char: string) => boolean;

/** A condition between two characters. */
export type Place = 'start' | 'end' | 'word edge' | 'inside';

/** A pattern as a tree. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly inner: Node; readonly least: number; readonly most: number };

/** One state: takes a character, holds at a place, or goes on to several states. No `to` at all is the end. */
interface State {
  test?: CharTest;
  place?: Place;
  to: number[];
}

/** More states than these are refused: with the length of a text they bound the steps of a match. */
const MAX_STATES = 256;

const isWord = (char: string | undefined): boolean => char !== undefined && /^\w$/.test(char);

function holds(place: Place, text: string, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  return (isWord(text[at - 1]) !== isWord(text[at])) === (place === 'word edge');
}

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
      default:
        return this.#repeat(node.inner, node.least, node.most, next);
    }
  }

  #repeat(inner: Node, least: number, most: number, next: number): number {
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
export function matcherOf(node: Node): Matcher {
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
