import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { MemoryBudget } from './memory-budget.js';

// V8 collects while a program allocates. A sandbox that was asked for megabytes and then for nothing would keep what it
// no longer needs until somebody asks again (docs/decisions/0037).

/** How often it is looked whether the process rests, in milliseconds; and for how long it has rested then, at least. */
const LOOK_MS = 5000;
/** The share of those that a resting event loop may work. */
const MOST_AT_WORK = 0.1;
/** Bytes of long texts, lists and buffers that are worth a collection when they came since the last one. */
const WORTH_IT = 16 * 1_048_576;
/** Bytes of small objects that are marked within a slice of 20 ms. Where there are more, V8 marks them in steps, when it must. */
const MOST_MARKED = 32 * 1_048_576;

/** What a collection has to walk through, and what it frees at no cost, in bytes. */
interface Uses {
  readonly small: number;
  readonly large: number;
}

function usesNow(): Uses {
  let small = 0;
  // Not by process.memoryUsage(), which opens a file, and throws where as many are open as may be.
  let large = getHeapStatistics().external_memory;
  for (const { space_name, space_used_size } of getHeapSpaceStatistics()) {
    if (space_name.includes('large_object')) large += space_used_size;
    else if (!/read_only|shared/.test(space_name)) small += space_used_size;
  }
  return { small, large };
}

/**
 * V8's own collection, whole and at once: Node gives it to whom its documented flag `--expose-gc` was set for.
 * @returns undefined where this Node gives it to nobody
 */
export function collector(): (() => void) | undefined {
  try {
    setFlagsFromString('--expose-gc');
    const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
    return typeof found === 'function' ? () => void found() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a collection is short, and may free what it is worth.
 * @param kept what large things took at the least since they were last collected, in bytes
 */
export const isWorthIt = ({ small, large }: Uses, kept: number): boolean =>
  large - kept > WORTH_IT && small <= MOST_MARKED;

/**
 * From now on, lets go of many kept answers whenever the process rests, and of large garbage where a collection is short.
 * It keeps no process alive.
 */
export function tidyAtRest(memory: MemoryBudget): void {
  const collect = collector();
  let kept = Number.POSITIVE_INFINITY;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    const uses = usesNow();
    kept = Math.min(kept, uses.large);
    if (utilization > MOST_AT_WORK) return;
    memory.rest(WORTH_IT);
    if (!collect || !isWorthIt(uses, kept)) return;
    collect();
    kept = usesNow().large;
  }, LOOK_MS).unref();
}
