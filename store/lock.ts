import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { StateFileError } from './errors.js';

interface Holder {
  readonly pid: number;
  /** When that process started, in the kernel's ticks; pids are used again. */
  readonly started: string;
}

/** When a process started, or undefined where it is not running. Where there is no /proc, only whether it runs. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function create(path: string): boolean {
  let fd: number;
  try {
    fd = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeSync(fd, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? 'unknown' }));
  closeSync(fd);
  return true;
}

/**
 * Takes the lock of a state file: one writer for each. A dead holder's lock is taken over.
 * @returns frees it
 * @throws StateFileError where a running process holds it
 */
export function takeLock(path: string): () => void {
  if (!create(path)) {
    const holder = holderOf(path);
    const started = holder && startOf(holder.pid);
    if (holder && started !== undefined && started === holder.started) {
      throw new StateFileError(
        `${path} is held by the running process ${holder.pid}. Stop it, or choose another --data folder.`,
      );
    }
    unlinkSync(path);
    if (!create(path)) throw new StateFileError(`${path} was taken by another process at this moment. Try again.`);
  }
  return () => {
    try {
      unlinkSync(path);
    } catch {
      // Somebody removed the folder: there is nothing left to free.
    }
  };
}
