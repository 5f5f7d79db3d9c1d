import type { Effort } from './load.js';

/** What a benchmark found: a figure, and what it was made of. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** At least (`>=`) or at most (`<=`) this; without it the figure is told, not judged. */
  readonly floor?: readonly ['>=' | '<=', number];
  readonly unit: 'x' | 'ms' | 'MB';
  readonly note: string;
}

/** A benchmark; it starts what it needs and stops it again. */
export interface Benchmark {
  readonly name: string;
  measure(effort: Effort): Promise<readonly Figure[]>;
}

/** Whether a figure keeps its floor; one without a floor does. */
export function keeps({ value, floor }: Figure): boolean {
  if (!floor) return true;
  const [sense, limit] = floor;
  return sense === '>=' ? value >= limit : value <= limit;
}
