import { cpSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newBuild, putInPlace } from '../../scripts/build/place.js';
import { MAIN, type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const scratch = scratchFolder();
const dist = join(scratch.path, 'dist');
const builds = join(scratch.path, 'builds');
/** What no start has loaded: a group, what stands beside the API, pages, the document, and what makes an org anew. */
const LATE = [
  ...['GET /api/v1/zones', 'GET /api/v1/policies?type=PASSWORD', 'GET /api/v1/brands', 'GET /oauth2/v1/keys'],
  ...['GET /.well-known/okta-organization', 'GET /_sandbox/health', 'GET /_sandbox/explorer', 'GET /'],
  ...['GET /_sandbox/openapi.json', 'POST /_sandbox/reset'],
];

let sandbox: SandboxProcess;
/** The folder of the build that it runs from. */
let own = '';
const ask = (request: string): Promise<Response> => {
  const [method = '', path = ''] = request.split(' ');
  return fetch(sandbox.url + path, { method, headers: { authorization: `SSWS ${sandbox.token}` } });
};

/** Puts another build in place, which has no file in common with the one before. */
async function rebuild(): Promise<void> {
  const made = newBuild(builds);
  mkdirSync(join(made, 'server'), { recursive: true });
  writeFileSync(join(made, 'server/main.js'), 'process.exitCode = 1;');
  await putInPlace(dist, made);
}

beforeAll(async () => {
  writeFileSync(join(scratch.path, 'package.json'), '{ "type": "module" }');
  // A folder stands where earlier versions built.
  cpSync(realpathSync(dirname(dirname(MAIN))), dist, { recursive: true });
  const made = newBuild(builds);
  cpSync(dist, made, { recursive: true });
  await putInPlace(dist, made);
  own = basename(made);
  sandbox = await startSandbox(['--ephemeral'], {}, [], join(dist, 'server/main.js'));
});
afterAll(async () => {
  await sandbox.stop();
  scratch.remove();
});

describe('a server whose build is replaced', () => {
  test('goes on to find what it had not loaded', async () => {
    await rebuild();
    expect(basename(realpathSync(dist))).not.toBe(own);
    for (const request of LATE) expect([request, (await ask(request)).status < 300]).toEqual([request, true]);
    expect(sandbox.errors()).toBe('');
  });

  test('says that it has to be started again when its files are gone, and answers what it has loaded', async () => {
    // The folder that was there, its own build, and the one above; a build more is the last that leaves its own.
    await rebuild();
    expect(readdirSync(builds)).toContain(own);
    await rebuild();
    expect([readdirSync(builds).length, readdirSync(builds).includes(own)]).toEqual([4, false]);
    const answer = await ask('POST /api/v1/authn');
    const { errorCode, errorCauses } = (await answer.json()) as { errorCode: string; errorCauses: unknown[] };
    const errorSummary = expect.stringContaining('start it again');
    expect([answer.status, errorCode, errorCauses]).toEqual([503, 'E0000009', [{ errorSummary }]]);
    expect(sandbox.errors()).toMatch(/^mockta: .*POST \/api\/v1\/authn: .*start it again\.\n$/);
    expect((await ask('GET /api/v1/zones')).status).toBe(200);
  });
});
