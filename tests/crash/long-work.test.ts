import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const USERS = 5000;

async function ask<T>(sandbox: SandboxProcess, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${sandbox.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
}

const loginOf = (n: number): string => `crew.${n}@example.com`;

/** A seed file with many users, each with these members. */
function seedFile(folder: string, more: object, member: object, profile: object = {}): string {
  const users = Array.from({ length: USERS }, (_, n) => ({
    profile: { login: loginOf(n), email: loginOf(n), firstName: 'Cy', lastName: `N${n}`, ...profile },
    ...member,
  }));
  const file = join(folder, 'crew.json');
  writeFileSync(file, JSON.stringify({ ...more, users }));
  return file;
}

/** How often a text stands in the files of an org. */
function written(data: string, text: string): number {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce(
    (sum, { parentPath, name }) => sum + readFileSync(join(parentPath, name), 'utf8').split(text).length - 1,
    0,
  );
}

const cutOff = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'answered',
    () => 'cut off',
  );

test('ends of lockouts that kill -9 cuts off are carried on by the first request of the next start', async () => {
  const folder = scratchFolder();
  const policies = [
    {
      type: 'PASSWORD',
      name: 'Short',
      groups: ['Everyone'],
      settings: { password: { lockout: { autoUnlockMinutes: 30 } } },
    },
  ];
  const locked = { status: 'LOCKED_OUT', statusChanged: '2026-01-01T00:00:00.000Z' };
  const data = join(folder.path, 'data');
  const seed = seedFile(folder.path, { policies }, locked);
  const args = ['--data', data, '--seed', seed, '--token', 'token-of-the-crash-tests'];
  let sandbox = await startSandbox(args);
  try {
    const first = cutOff(ask(sandbox, '/users/me'));
    let seen = 0;
    while ((seen = written(data, '"user.account.unlock"')) === 0) await new Promise((done) => setImmediate(done));
    await sandbox.stop('SIGKILL');
    expect([seen < USERS, await first]).toEqual([true, 'cut off']);
    sandbox = await startSandbox(args);
    expect(await ask(sandbox, '/users?filter=status eq "LOCKED_OUT"&limit=1')).toEqual([]);
    // Each once: what was done before is not done again.
    let unlocked = 0;
    for (const n of [0, USERS - 1]) {
      const target = encodeURIComponent(`eventType eq "user.account.unlock" and target.alternateId eq "${loginOf(n)}"`);
      unlocked += (await ask<unknown[]>(sandbox, `/logs?filter=${target}`)).length;
    }
    expect(unlocked).toBe(2);
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
}, 60_000);

test('the removal of a property that kill -9 cuts off is carried on by the next start', async () => {
  const folder = scratchFolder();
  const seed = seedFile(folder.path, { userProperties: { nick: {} } }, {}, { nick: 'Cy' });
  const args = ['--data', join(folder.path, 'data'), '--seed', seed, '--token', 'token-of-the-crash-tests'];
  let sandbox = await startSandbox(args);
  const hasNick = async (n: number): Promise<boolean> =>
    'nick' in (await ask<{ profile: object }>(sandbox, `/users/${loginOf(n)}`)).profile;
  try {
    expect(await hasNick(0)).toBe(true);
    const custom = { id: '#custom', type: 'object', properties: { nick: null } };
    const removal = cutOff(ask(sandbox, '/meta/schemas/user/default', { definitions: { custom } }));
    while (await hasNick(0));
    const left = await hasNick(USERS - 1);
    await sandbox.stop('SIGKILL');
    expect([left, await removal]).toEqual([true, 'cut off']);
    sandbox = await startSandbox(args);
    while (await hasNick(USERS - 1));
    expect(await ask(sandbox, '/users?search=profile.nick pr&limit=1')).toEqual([]);
    const shown = await ask<{ definitions: { custom: { properties: object } } }>(sandbox, '/meta/schemas/user/default');
    expect('nick' in shown.definitions.custom.properties).toBe(false);
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
}, 60_000);
