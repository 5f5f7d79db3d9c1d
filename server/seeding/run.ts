import { StateFileError } from '../../store/errors.js';
import { placePattern } from '../../store/state/pattern.js';
import { makePattern } from './make.js';
import type { SeedingEnd, SeedingTask } from './task.js';

/** Does a task, and holds up whoever calls it. Never throws: what failed is told. */
export async function runSeeding(task: SeedingTask): Promise<SeedingEnd> {
  try {
    if ('make' in task) return { tokens: await makePattern(task.make) };
    placePattern(task.place);
    return {};
  } catch (error) {
    return { failed: { message: (error as Error).message, isStateFile: error instanceof StateFileError } };
  }
}
