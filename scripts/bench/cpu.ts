import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Running } from './servers.js';

/** Whether this system's kernel counts the time that each thread ran. */
export const countsThreads = existsSync('/proc/self/schedstat');

const ranMs = (file: string): number => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;

/** Whose time counts: that of the thread that answers, or of all the process has. */
export type Threads = 'main' | 'all';

/** Milliseconds for which a server's threads ran so far. Where the kernel counts no threads, all of them count. */
export async function cpuMs(server: Running, threads: Threads): Promise<number> {
  if (!countsThreads) return server.cpuUsage();
  const tasks = `/proc/${server.pid}/task`;
  if (threads === 'main') return ranMs(`${tasks}/${server.pid}/schedstat`);
  return readdirSync(tasks).reduce((sum, task) => sum + ranMs(`${tasks}/${task}/schedstat`), 0);
}
