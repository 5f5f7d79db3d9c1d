import { workerData } from 'node:worker_threads';
import { type CompactionTask, compact } from './compaction.js';

compact(workerData as CompactionTask);
