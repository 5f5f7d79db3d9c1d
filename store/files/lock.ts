import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { StateFileError } from '../errors.js';
import { IdSource } from '../ids.js';
import { PRIVATE_FILE } from './folder.js';

/** What a lock says of who holds it. */
interface Holder {
  readonly pid: number;
  /** When that process started, in the kernel's ticks; pids are used again. */
  readonly started: string;
  /** The start of the machine and the name space in which the pid means something; empty where the system tells none. */
  readonly realm: string;
  /** Random: tells this lock from every other. */
  readonly owner: string;
}

/** A lock that is held. */
export interface Lock {
  /** Frees it, where it is still ours. */
  release(): void;
}

/** The holder says this often, in milliseconds, that it lives. */
const BEAT_MS = 1000;
/** A holder that cannot be asked is taken for dead when it has been still for this long. */
const STILL_MS = 5 * BEAT_MS;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What a read gives; undefined where the file cannot be read. */
function attempt(read: () => string): string | undefined {
  try {
    return read().trim();
  } catch {
    return undefined;
  }
}

/** Containers number their processes anew, so a pid is worth something only beside this. */
function realmOf(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const space = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return boot === undefined || space === undefined ? '' : `${boot} ${space}`;
}

/** States of a process that has ended, and that nobody has asked for its exit code yet. */
const ENDED = /^[ZX]$/;

/** When a process started, or undefined where it is not running. Where there is no /proc, only whether it runs. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return undefined;
  }
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  // After a kill -9 a parent that does not look leaves a name in the table and no process.
  if (ENDED.test(fields?.[0] ?? '')) return undefined;
  return fields?.[19] ?? 'unknown';
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

/** Blocks the start, and nothing else is there yet. */
const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/** The holder's last sign of life. */
const beatOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Whether the lock file is touched, changed or taken away while it is watched. */
function stirs(path: string): boolean {
  const before = beatOf(path);
  for (let waited = 0; waited < STILL_MS; waited += BEAT_MS / 4) {
    pause(BEAT_MS / 4);
    if (beatOf(path) !== before) return true;
  }
  return false;
}

function parsed(text: string): Partial<Holder> | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return typeof value?.pid === 'number' ? value : undefined;
  } catch {
    return undefined; // A lock is made whole or not at all: this one was spoilt by a power loss.
  }
}

/** Who holds a lock, in words; undefined where nobody does any more. */
function liveHolder(path: string, text: string): string | undefined {
  const holder = parsed(text);
  if (!holder) return undefined;
  // Where the holder's pid means the same as ours, the kernel knows at once.
  if (holder.realm === undefined || (holder.realm === realmOf() && holder.realm !== '')) {
    const started = startOf(holder.pid ?? 0);
    return started !== undefined && started === holder.started ? `the running process ${holder.pid}` : undefined;
  }
  return stirs(path) ? 'a running process of another container or machine' : undefined;
}

/** Puts the lock in place with its content, at once and only where there is none. */
function create(path: string, beside: string, text: string): boolean {
  writeFileSync(beside, text, { mode: PRIVATE_FILE });
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
    writeFileSync(path, text, { flag: 'wx', mode: PRIVATE_FILE });
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

function take(path: string, text: string, beside: string): void {
  for (let tried = 0; !create(path, beside, text); tried++) {
    const held = readLock(path);
    const holder = held === undefined ? undefined : liveHolder(path, held);
    if (holder !== undefined || tried === ATTEMPTS) {
      throw new StateFileError(
        (option) =>
          `${path} is held by ${holder ?? 'other processes'}. Stop it, or choose another ${option('data')} folder.`,
      );
    }
    if (held !== undefined) removeStale(path, beside, held);
  }
}

/** Whether a lock is still this one; undefined where that cannot be told now, as while too many files are open. */
function isStill(path: string, text: string): boolean | undefined {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? false : undefined;
  }
}

/** Says from time to time that the holder lives, and hears when it does not hold the lock any more. */
function beat(path: string, text: string, onLost: () => void): NodeJS.Timeout {
  let beats = statSync(path).mtimeMs / 1000;
  const timer = setInterval(() => {
    if (isStill(path, text) === false) {
      clearInterval(timer);
      onLost();
      return;
    }
    beats += 1;
    try {
      utimesSync(path, beats, beats);
    } catch {
      // The next beat sees whether it is gone.
    }
  }, BEAT_MS);
  return timer.unref();
}

/**
 * Takes the lock of a state file: one writer for each. A dead holder's lock is taken over: at once where its pid can be
 * asked for, else when it was still for five seconds.
 * @param onLost told when another process has taken the lock, because this one was stopped for too long
 * @throws StateFileError where a running process holds it
 */
export function takeLock(path: string, onLost: () => void = () => undefined): Lock {
  const owner = new IdSource('').next('');
  const holder: Holder = { pid: process.pid, started: startOf(process.pid) ?? 'unknown', realm: realmOf(), owner };
  const text = JSON.stringify(holder);
  take(path, text, `${path}.${owner}`);
  const timer = beat(path, text, onLost);
  return {
    release: () => {
      clearInterval(timer);
      if (readLock(path) === text) rmSync(path, { force: true });
    },
  };
}
