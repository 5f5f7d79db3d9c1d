import { Worker } from 'node:worker_threads';
import { StateFileError } from '../../store/errors.js';
import { packageFile } from '../../store/files/package-files.js';
import type { SeedingEnd, SeedingTask } from './task.js';

function inWorker(task: SeedingTask): Promise<SeedingEnd> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(packageFile('server/seeding/worker.js'), { workerData: task });
    let end: SeedingEnd | undefined;
    worker.once('message', (told: SeedingEnd) => {
      end = told;
    });
    worker.once('error', reject);
    // What it took is given back by then.
    worker.once('exit', (code) => {
      if (end) resolve(end);
      else reject(new Error(`the worker that reads seeds ended with ${code}`));
    });
  });
}

/**
 * Does a task beside the event loop; from TypeScript sources, which a worker does not load, on it.
 * @returns what a seed's tokens are, where it was read
 * @throws StateFileError for a seed that cannot be used
 */
export async function seedAside(task: SeedingTask): Promise<readonly string[]> {
  const isSource = import.meta.url.endsWith('.ts');
  const { tokens = [], failed } = isSource ? await (await import('./run.js')).runSeeding(task) : await inWorker(task);
  if (failed) throw failed.isStateFile ? new StateFileError(failed.message) : new Error(failed.message);
  return tokens;
}
