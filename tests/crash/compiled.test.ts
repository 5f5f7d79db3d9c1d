import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CompiledCode } from '../../server/compiled-code.js';
import { MAIN, type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

/** The build itself: `dist` is a link to it, and a copy of that would be another. */
const DIST = realpathSync(fileURLToPath(new URL('../../dist', import.meta.url)));
const scratch = scratchFolder();
const built = join(scratch.path, 'dist');
const made = (): CompiledCode => JSON.parse(readFileSync(join(built, 'cjs/start.json'), 'utf8')) as CompiledCode;

beforeAll(() => {
  writeFileSync(join(scratch.path, 'package.json'), '{ "type": "module" }');
});
afterAll(() => scratch.remove());

/** Has a sandbox of a copy of the build answer once. @returns what it said on standard error */
async function start(env: NodeJS.ProcessEnv = {}): Promise<string> {
  const sandbox: SandboxProcess = await startSandbox(['--ephemeral', '--log'], env, [], join(built, 'server/main.js'));
  const headers = { authorization: `SSWS ${sandbox.token}` };
  const answer = await fetch(`${sandbox.url}/api/v1/users/me`, { headers });
  expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([200, 'ACTIVE']);
  // A group that is loaded after the start finds the same modules as the start.
  expect((await fetch(`${sandbox.url}/api/v1/zones`, { headers })).status).toBe(200);
  expect(await sandbox.stop()).toBe(0);
  return sandbox.errors();
}

/** Changes a byte in the middle of a file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] as number) ^ 0x20;
  writeFileSync(file, bytes);
}

describe('a start', () => {
  beforeAll(() => cpSync(DIST, built, { recursive: true }));
  afterAll(() => rmSync(built, { recursive: true }));

  test('is from compiled code, which V8 takes', async () => {
    expect(await start()).toBe('');
  });

  test('is without it where V8 has other flags', async () => {
    const errors = await start({ NODE_OPTIONS: '--stack-trace-limit=20' });
    expect(errors).toMatch(/^mockta: this start took longer: V8 takes no code that was compiled with other flags$/m);
  });
});

describe('compiled code that does not fit is left alone, and the start is as ever', () => {
  const code = join(built, 'cjs/start.v8');
  const description = join(built, 'cjs/start.json');
  const source = (): string => join(built, 'cjs', made().file);
  const describeAs = (changes: Partial<CompiledCode>): void =>
    writeFileSync(description, JSON.stringify({ ...made(), ...changes }));
  const cases: readonly [string, () => void, RegExp][] = [
    ['of another Node', () => describeAs({ node: 'v20.19.0' }), /compiled by Node v20\.19\.0 on .*, and this is v/],
    ['of another processor', () => describeAs({ arch: 'other' }), /compiled by Node .* on other/],
    ['a byte is another', () => damage(code), /is damaged/],
    ['half of it is gone', () => writeFileSync(code, readFileSync(code).subarray(0, 1000)), /is damaged/],
    ['its source is another', () => appendFileSync(source(), '// changed'), /is damaged/],
    ['it is missing', () => rmSync(code), /cannot be read \(ENOENT\)/],
    ['nothing describes it', () => rmSync(description), /cannot be read \(ENOENT\)/],
    ['no JSON describes it', () => writeFileSync(description, '{'), /cannot be read/],
  ];
  beforeAll(() => cpSync(DIST, built, { recursive: true }));

  test.each(cases)('%s', async (_, spoil, said) => {
    cpSync(join(DIST, 'cjs'), join(built, 'cjs'), { recursive: true });
    spoil();
    const errors = await start();
    expect(errors).toMatch(/^mockta: this start took longer: /);
    expect(errors).toMatch(said);
  });

  test('nothing is said of it where nobody asked for a log', () => {
    rmSync(description, { force: true });
    const { stderr, stdout } = spawnSync(process.execPath, [join(built, 'server/main.js'), '--version'], {
      encoding: 'utf8',
    });
    expect([stderr, stdout]).toEqual([
      '',
      spawnSync(process.execPath, [MAIN, '--version'], { encoding: 'utf8' }).stdout,
    ]);
  });
});
