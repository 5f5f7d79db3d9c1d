import { parentPort, workerData } from 'node:worker_threads';
import { runSeeding } from './run.js';
import type { SeedingTask } from './task.js';

parentPort?.postMessage(await runSeeding(workerData as SeedingTask));
