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

/** Takes turns: all of them in each round, in the other order each time. @returns what each gave, by place */
export async function inRounds(rounds: number, acts: readonly (() => Promise<number>)[]): Promise<number[][]> {
  const given: number[][] = acts.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = [...acts.keys()];
    for (const at of round % 2 === 0 ? order : order.reverse()) given[at]?.push((await acts[at]?.()) ?? Number.NaN);
  }
  return given;
}
