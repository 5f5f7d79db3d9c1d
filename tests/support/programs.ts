import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxProcess } from './process.js';

/** The project's folder. */
export const root = new URL('../../', import.meta.url).pathname;

/** Runs programs as somebody does who has a shell, a sandbox, and the two variables that it prints. */
export interface Terminal {
  /** @returns what it wrote, rejects with its errors when it fails */
  run(program: string, args: readonly string[], cwd?: string): Promise<string>;
  /** Runs lines of a shell as they are printed, and stops at the first that fails. */
  sh(lines: string): Promise<string>;
}

/** A terminal in this folder, beside this sandbox. */
export function terminal(sandbox: Pick<SandboxProcess, 'url' | 'token'>, folder: string): Terminal {
  const run: Terminal['run'] = (program, args, cwd = folder) => {
    const env = { ...process.env, OKTA_CLIENT_ORGURL: sandbox.url, OKTA_CLIENT_TOKEN: sandbox.token };
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(out) : reject(new Error(`${program} ended with ${code}: ${err}`)),
      );
    });
  };
  return { run, sh: (lines) => run('sh', ['-e', '-c', lines]) };
}

/** A folder in which the official SDK is the one of this name in node_modules, with a sample in it. @returns its path */
export function projectWith(folder: string, name: string, sample: string): string {
  const path = join(folder, name.replaceAll('/', '-'));
  mkdirSync(join(path, 'node_modules/@okta'), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(path, 'node_modules/@okta/okta-sdk-nodejs'));
  writeFileSync(join(path, 'sample.mjs'), sample);
  return path;
}
