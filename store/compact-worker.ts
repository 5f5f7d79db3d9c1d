import { workerData } from 'node:worker_threads';
import { type CompactionTask, compact } from './compaction.js';

await compact(workerData as CompactionTask);
