import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LARGE_BYTES } from '../../server/seed-source.js';
import { type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const USERS = 2000;
const MARK = 'mark@example.com';

const person = (login: string) => ({ profile: { login, email: login, firstName: 'A', lastName: 'B' } });

function send(sandbox: SandboxProcess, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
  if (!body) return fetch(sandbox.url + path, { headers });
  return fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Whether the user is there that no seed has, beside all that the seed has. */
async function isMarked(sandbox: SandboxProcess): Promise<boolean> {
  for (const login of ['crew.0@example.com', `crew.${USERS - 1}@example.com`]) {
    expect((await send(sandbox, `/api/v1/users/${login}`)).status).toBe(200);
  }
  const { status } = await send(sandbox, `/api/v1/users/${MARK}`);
  expect([200, 404]).toContain(status);
  return status === 200;
}

/** Ends a process at the n-th thing that happens to the files of a folder. */
function killAt(sandbox: SandboxProcess, data: string, n: number): () => void {
  let seen = 0;
  const watcher = watch(data, (_, name) => {
    if (name?.endsWith('.lock')) return;
    seen += 1;
    if (seen === n) sandbox.child.kill('SIGKILL');
  });
  return () => watcher.close();
}

test('a reset with a large seed that kill -9 cuts off leaves the org as it was, or as the seed makes it', async () => {
  const folder = scratchFolder();
  const [data, seed] = [join(folder.path, 'data'), join(folder.path, 'crew.json')];
  const users = Array.from({ length: USERS }, (_, n) => person(`crew.${n}@example.com`));
  writeFileSync(seed, JSON.stringify({ users }) + ' '.repeat(LARGE_BYTES));
  const args = ['--data', data, '--seed', seed, '--token', 'token-of-the-crash-tests'];
  const ends: string[] = [];
  let sandbox = await startSandbox(args);
  try {
    // What is written is seen in pieces: nearly every moment of a reset is among the first of them.
    for (let n = 1; n < 26; n += 3) {
      await send(sandbox, '/api/v1/users', person(MARK));
      expect(await isMarked(sandbox)).toBe(true);
      const close = killAt(sandbox, data, n);
      const answered = await send(sandbox, '/_sandbox/reset', {}).then(
        ({ status }) => status,
        () => undefined,
      );
      close();
      await sandbox.stop('SIGKILL');
      sandbox = await startSandbox(args);
      const marked = await isMarked(sandbox);
      if (answered !== undefined) expect([answered, marked]).toEqual([204, false]);
      ends.push(marked ? 'before' : 'after');
    }
    expect(new Set(ends)).toEqual(new Set(['before', 'after']));
    expect((await send(sandbox, '/_sandbox/reset', {})).status).toBe(204);
    expect(await isMarked(sandbox)).toBe(false);
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
}, 120_000);
