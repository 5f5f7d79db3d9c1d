import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../support/run.js';

/** Where the benchmarks keep their data and their peers. */
export const benchFolder = join(root, '.bench');

/** The token that every measured sandbox takes. */
export const TOKEN = 'bench-token-of-the-sandbox';

/** A server in a process of its own. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from spawning to its first good answer. */
  readonly startMs: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** A server to start. */
export interface Launch {
  /** Arguments to node, for this port. */
  args(port: number): readonly string[];
  /** What is asked until it is answered 200. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export const authorization = { authorization: `SSWS ${TOKEN}` };

const GIVE_UP_MS = 180_000;

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks once. @returns the status; undefined where nobody answers */
export function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { headers, agent: false }, (res) => {
      res.resume().once('end', () => resolve(res.statusCode));
    });
    request.once('error', () => resolve(undefined));
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The environment without this project's own variables, so that none of them changes what is measured. */
const cleanEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:MOCKTA_|NODE_)/.test(name)));

const running = new Set<ChildProcess>();
const folders: string[] = [];
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
process.once('SIGINT', () => process.exit(130));

/**
 * Starts a server and waits for its first good answer.
 * @throws Error with what it wrote when it ends before, or answers nothing good for three minutes
 */
export async function start(launch: Launch): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, [...launch.args(port)], {
    cwd: root,
    env: { ...cleanEnv(), ...launch.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => running.delete(child));
  while ((await ask(`${url}${launch.path}`, launch.headers)) !== 200) {
    if (child.exitCode !== null || performance.now() - from > GIVE_UP_MS) {
      child.kill('SIGKILL');
      throw new Error(`${launch.args(port).join(' ')} gave no good answer: ${errors.trim()}`);
    }
    await pause(2);
  }
  const startMs = performance.now() - from;
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    return ended;
  };
  return { url, pid: child.pid ?? 0, startMs, stop };
}

/** How a measured sandbox is started. */
export interface SandboxLaunch {
  readonly data: string;
  readonly seed?: string;
  readonly path?: string;
  /** A file for the gaps of its event loop. */
  readonly gaps?: string;
}

/** The built sandbox, as users run it, with a token of ours besides. */
export const sandbox = ({ data, seed, path, gaps }: SandboxLaunch): Launch => ({
  args: (port) => [
    ...(gaps === undefined ? [] : ['--import', join(root, 'scripts/bench/gap-probe.mjs')]),
    join(root, 'dist/server/main.js'),
    ...['--port', `${port}`, '--data', data, '--token', TOKEN],
    ...(seed === undefined ? [] : ['--seed', seed]),
  ],
  path: path ?? '/api/v1/users/me',
  headers: authorization,
  ...(gaps === undefined ? {} : { env: { BENCH_GAPS: gaps } }),
});

const peer = (name: string): string => join(root, `scripts/bench/peers/${name}.mjs`);

/** A bare Express 5; `list` is a JSON file that it answers /list with. */
export const expressHello = (list?: string): Launch => ({
  args: (port) => [peer('express'), `${port}`, ...(list === undefined ? [] : [list])],
  path: '/',
});

/** A bare node:http server. */
export const nodeHello: Launch = { args: (port) => [peer('node'), `${port}`], path: '/' };

/** Milliseconds that reading and parsing a JSON file takes, in a process of its own. */
export const parseMs = (file: string): number =>
  Number(execFileSync(process.execPath, [peer('parse'), file], { encoding: 'utf8', env: cleanEnv() }));

/** Resident memory of a process in megabytes. */
export const memoryOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1024;

/** An empty folder that goes when the benchmark ends. */
export function scratch(): string {
  mkdirSync(benchFolder, { recursive: true });
  const folder = mkdtempSync(join(benchFolder, 'run-'));
  folders.push(folder);
  return folder;
}
