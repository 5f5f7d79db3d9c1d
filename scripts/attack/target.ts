import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/run.js';

/** Files that the attacked process may have open: as many as macOS allows where nobody says. */
export const MOST_FILES = 256;
/** Megabytes that it may keep answers in. */
export const MEMORY_MB = 64;

const TOKEN = 'attack-token';

/** What the process took at a moment. */
export interface Use {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Bytes. */
  readonly rss: number;
  /** Milliseconds since its start, of all its threads. */
  readonly cpu: number;
}

/** A gap of its event loop, in milliseconds. */
export interface Gap {
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
  /** How many of them its thread worked: the rest it waited for a processor. NaN where the system does not tell. */
  readonly work: number;
}

/** The sandbox that is attacked. */
export interface Target {
  readonly url: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Everything it wrote to standard error. */
  errors(): string;
  /** Whether the process still runs. */
  alive(): boolean;
  /** What was noted from inside so far. */
  notes(): { readonly gaps: readonly Gap[]; readonly uses: readonly Use[] };
  stop(): Promise<void>;
}

function readNotes(file: string): ReturnType<Target['notes']> {
  const gaps: Gap[] = [];
  const uses: Use[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [kind, at, first, second] = line.split(' ');
    if (kind === 'gap') gaps.push({ at: Number(at), ms: Number(first), work: Number(second) });
    if (kind === 'use') uses.push({ at: Number(at), rss: Number(first), cpu: Number(second) });
  }
  return { gaps, uses };
}

function spawnBounded(main: string, folder: string): ChildProcess {
  const args = ['--import', join(root, 'scripts/attack/probe.mjs'), main];
  const options = ['--port', '0', '--data', join(folder, 'data'), '--token', TOKEN];
  return spawn('sh', ['-c', `ulimit -n ${MOST_FILES}; exec "$0" "$@"`, process.execPath, ...args, ...options], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: '', ATTACK_NOTES: join(folder, 'notes'), MOCKTA_MEMORY: `${MEMORY_MB}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Starts a sandbox that may open few files, with a probe inside.
 * @param main the built command
 * @throws Error with what it wrote where it ends at once
 */
export async function startTarget(main: string): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'mockta-attack-'));
  const child = spawnBounded(main, folder);
  process.once('exit', () => child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /OKTA_CLIENT_ORGURL=(\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    exit.then(() => reject(new Error(`the sandbox ended at once: ${err}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    headers: { authorization: `SSWS ${TOKEN}`, 'content-type': 'application/json' },
    errors: () => err,
    alive: () => child.exitCode === null && child.signalCode === null,
    notes: () => readNotes(join(folder, 'notes')),
    async stop() {
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
