import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

// Asked for once: who is pinned is told of one core.
const cores = availableParallelism();

/**
 * Keeps what is measured on the last core and this process, which asks, on the first: a thread that moves finds its
 * caches cold. Nothing happens on one core, or where a system has no taskset.
 * @returns what lets this process go again
 */
export function pinApart(pids: readonly number[]): () => void {
  const taskset = (allowed: string, pid: number): void => {
    spawnSync('taskset', ['-acp', allowed, `${pid}`], { stdio: 'ignore' });
  };
  if (cores < 2) return () => {};
  for (const pid of pids) taskset(`${cores - 1}`, pid);
  taskset('0', process.pid);
  return () => taskset(`0-${cores - 1}`, process.pid);
}
