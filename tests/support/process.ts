import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real sandbox process. */
export interface SandboxProcess {
  readonly url: string;
  readonly token: string;
  readonly child: ChildProcess;
  /** Everything it wrote to standard output so far. */
  output(): string;
  /** Everything it wrote to standard error so far. */
  errors(): string;
  /** Ends it with this signal and waits for its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The built server. */
export const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname;

/** Starts the built server on a free port and waits for its start block. Rejects with what it wrote when it ends. */
export function startSandbox(
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  /** A program that starts the sandbox, with its own arguments. */
  wrapper: readonly string[] = [],
  main = MAIN,
): Promise<SandboxProcess> {
  const [program = '', ...before] = [...wrapper, process.execPath];
  const child = spawn(program, [...before, main, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: '', ...env },
  });
  let out = '';
  let err = '';
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /OKTA_CLIENT_ORGURL=(\S+)/.exec(out)?.[1];
      const token = /OKTA_CLIENT_TOKEN=(\S+)/.exec(out)?.[1];
      if (url === undefined || token === undefined) return;
      resolve({
        url,
        token,
        child,
        output: () => out,
        errors: () => err,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return exit;
        },
      });
    });
    exit.then((code) => reject(new Error(`the sandbox ended with ${code}: ${err}`)));
  });
}

/** A folder that goes when `remove` is called. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mockta-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
