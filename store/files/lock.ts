import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StateFileError } from '../errors.js';

interface Holder {
  readonly pid: number;
  /** When that process started, in the kernel's ticks; pids are used again. */
  readonly started: string;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** When a process started, or undefined where it is not running. Where there is no /proc, only whether it runs. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** The text of a lock file; undefined where there is none. */
function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The pid of the running process that a lock names; undefined where nobody holds it any more. */
function liveHolder(text: string): number | undefined {
  let holder: Partial<Holder> | null;
  try {
    holder = JSON.parse(text) as Partial<Holder> | null;
  } catch {
    return undefined; // A lock is made whole or not at all: this one was spoilt by a power loss.
  }
  if (typeof holder?.pid !== 'number') return undefined;
  const started = startOf(holder.pid);
  return started !== undefined && started === holder.started ? holder.pid : undefined;
}

/** Puts the lock in place with its content, at once and only where there is none. */
function create(path: string, beside: string, text: string): boolean {
  writeFileSync(beside, text);
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // No hard links on this file system: the next best, which is not whole at once.
    return createPlain(path, text);
  } finally {
    rmSync(beside, { force: true });
  }
}

function createPlain(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead holder's lock away. Only one of several processes that try gets it: a rename moves a file once. */
function removeStale(path: string, beside: string, text: string): void {
  try {
    renameSync(path, beside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Somebody was faster, and this is the new holder's lock: it goes back.
  if (readLock(beside) !== text) create(path, `${beside}.back`, readLock(beside) ?? '');
  rmSync(beside, { force: true });
}

const ATTEMPTS = 5;

/**
 * Takes the lock of a state file: one writer for each. A dead holder's lock is taken over.
 * @returns frees it
 * @throws StateFileError where a running process holds it
 */
export function takeLock(path: string): () => void {
  const text = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? 'unknown' } satisfies Holder);
  const beside = `${path}.${process.pid}`;
  for (let attempt = 0; !create(path, beside, text); attempt++) {
    const held = readLock(path);
    const holder = held === undefined ? undefined : liveHolder(held);
    if (holder !== undefined || attempt === ATTEMPTS) {
      const who = holder === undefined ? 'other processes' : `the running process ${holder}`;
      throw new StateFileError(`${path} is held by ${who}. Stop it, or choose another --data folder.`);
    }
    if (held !== undefined) removeStale(path, beside, held);
  }
  return () => {
    if (readLock(path) === text) rmSync(path, { force: true });
  };
}
