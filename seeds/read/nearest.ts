/** How many single-letter edits lead from one word to the other; two letters that changed places are one edit. */
function distance(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (last[j - 2] ?? Number.POSITIVE_INFINITY) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [last, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** Enough for any list that people write by hand. */
const MAX_CANDIDATES = 2000;

/** The known word that a mistyped one most likely means, if one is near enough. */
function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined;
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  let left = MAX_CANDIDATES;
  for (const candidate of known) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const steps = distance(lower, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Fewer letters than these leave too many words that are one letter apart and both meant. */
const LONG_ENOUGH = 4;

/** The known word that differs by one slip of the finger, or in capitals alone. */
export function slipOf(word: string, known: Iterable<string>): string | undefined {
  if (word.length < LONG_ENOUGH || word.length > 100) return undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 1) continue;
    if (distance(word.toLowerCase(), candidate.toLowerCase()) <= 1) return candidate;
  }
  return undefined;
}

/** ` (did you mean x?)`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known);
  return found === undefined ? '' : ` (did you mean ${found}?)`;
}
