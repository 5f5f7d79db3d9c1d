import { median } from './load.js';

/** How the ratios of one comparison are spread. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** Median and quartiles. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted.slice(sorted.length - half);
  return { median: median(sorted), lower: median(sorted.slice(0, half)), upper: median(upper) };
}

/** What two servers of one build may differ by: the median, and the quartiles' distance as a part of it. */
const MOST_OFF = 0.02;
const MOST_SPREAD = 0.08;

/** Why nothing can be judged on this machine now; undefined where something can. @param same one build against itself */
export function tooNoisy(same: Spread): string | undefined {
  const spread = (same.upper - same.lower) / same.median;
  if (Math.abs(same.median - 1) <= MOST_OFF && spread <= MOST_SPREAD) return undefined;
  return `too noisy: the reference is ${same.median.toFixed(3)} of itself, quartiles ${(spread * 100).toFixed(0)} % apart`;
}

/**
 * Takes turns in slices: in a round all of them again and again in one order, in the next round in the other. What
 * disturbs the machine for longer than a slice meets all of them, and none comes twice in a row, with its caches warm.
 * @returns what each gave in each round, the median of its slices, by place
 */
export async function inRounds(
  { rounds, slices }: { readonly rounds: number; readonly slices: number },
  acts: readonly (() => Promise<number>)[],
): Promise<number[][]> {
  const given: number[][] = acts.map(() => []);
  const order = [...acts.keys()];
  for (let round = 0; round < rounds; round++) {
    const found: number[][] = acts.map(() => []);
    for (let slice = 0; slice < slices; slice++) {
      for (const at of order) found[at]?.push((await acts[at]?.()) ?? Number.NaN);
    }
    for (const [at, each] of found.entries()) given[at]?.push(median(each));
    order.reverse();
  }
  return given;
}
