import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const root = new URL('../../', import.meta.url).pathname;
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const samples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, text]) => text ?? '');
const folder = scratchFolder();
let sandbox: SandboxProcess;

/** Runs a program with the two variables that the sandbox prints. @returns what it wrote, rejects when it fails */
function run(program: string, args: readonly string[], cwd = folder.path): Promise<string> {
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
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${code}: ${err}`))));
  });
}

/** A folder in which the official SDK is the one of this name in node_modules, with a sample in it. @returns its path */
function projectWith(name: string, sample: string): string {
  const path = join(folder.path, name.replaceAll('/', '-'));
  mkdirSync(join(path, 'node_modules/@okta'), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(path, 'node_modules/@okta/okta-sdk-nodejs'));
  writeFileSync(join(path, 'sample.mjs'), sample);
  return path;
}

/** Asks as the administrator. */
async function userOf(login: string): Promise<{ status: string }> {
  const headers = { authorization: `SSWS ${sandbox.token}` };
  const answer = await fetch(`${sandbox.url}/api/v1/users/${login}`, { headers });
  return (await answer.json()) as { status: string };
}

beforeAll(async () => {
  sandbox = await startSandbox(['--ephemeral']);
});

afterAll(async () => {
  await sandbox.stop();
  folder.remove();
});

describe("the README's samples, as they are printed", () => {
  test('print the token that a sandbox has', () => {
    expect(readme).toContain(`export OKTA_CLIENT_TOKEN=${sandbox.token}\n`);
    expect(samples).toHaveLength(2);
  });

  test.each([
    ['okta-sdk-nodejs-8', 0, 'kim@example.com'],
    ['@okta/okta-sdk-nodejs', 1, 'lee@example.com'],
  ])('run with %s', async (name, at, login) => {
    await run(process.execPath, ['sample.mjs'], projectWith(name, samples[at] ?? ''));
    expect((await userOf(login)).status).toBe('SUSPENDED');
  });

  test('list people with curl', async () => {
    const line = /^ {4}(curl .*api\/v1\/users.*)$/m.exec(readme)?.[1] ?? '';
    const people = JSON.parse(await run('sh', ['-c', line])) as { id: string }[];
    expect(people.length).toBeGreaterThan(0);
  });
});
