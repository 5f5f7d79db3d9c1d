/** Why a pattern is not taken: it goes on "The pattern ...". */
export class PatternError extends Error {}

/** Whether a single character fits. */
export type CharTest = (char: string) => boolean;

/** A condition between two characters. */
export type Place = 'start' | 'end' | 'word edge' | 'inside';

/** How often a part may stand, and whether as seldom as it can. */
export interface Repeat {
  readonly least: number;
  /** Infinity where there is no most. */
  readonly most: number;
  readonly lazy: boolean;
}

/** A pattern as a tree. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly parts: readonly Node[] }
  | ({ readonly kind: 'repeat'; readonly inner: Node } & Repeat)
  /** What is found in it is kept under its number, from 1. */
  | { readonly kind: 'group'; readonly inner: Node; readonly number: number }
  /** The text of a group again. */
  | { readonly kind: 'again'; readonly number: number }
  /** What follows fits, or does not, and is not taken. */
  | { readonly kind: 'ahead'; readonly inner: Node; readonly fits: boolean };

const isWord = (char: string | undefined): boolean => char !== undefined && /^\w$/.test(char);

/** Whether the condition holds before the character at `at`. */
export function holds(place: Place, text: string, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  return (isWord(text[at - 1]) !== isWord(text[at])) === (place === 'word edge');
}
