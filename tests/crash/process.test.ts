import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SandboxProcess, startSandbox } from '../support/process.js';

const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-process-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command to its end. */
function run(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const env = { ...process.env, NODE_ENV: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env,
    timeout: 20_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Starts the command, and ends it. */
async function stoppedAtOnce(args: readonly string[]): Promise<SandboxProcess> {
  const sandbox = await startSandbox(args);
  expect(await sandbox.stop()).toBe(0);
  return sandbox;
}

/** Opens a connection and sends what is given; resolves when it is sent. */
function open(sandbox: SandboxProcess, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1', () => {
      if (text === '') resolve(socket);
      else socket.write(text, () => resolve(socket));
    });
    socket.on('error', () => {});
  });
}

const headers = (token: string): string => `Host: localhost\r\nAuthorization: SSWS ${token}\r\n`;

describe('a stop', () => {
  test('says that it stops, what is waited for, and where the org is; a start over says where that one is kept', async () => {
    const data = join(folder, 'words');
    const sandbox = await startSandbox(['--data', data]);
    expect(await sandbox.stop('SIGINT')).toBe(0);
    expect(sandbox.output()).toContain('stopping, when what was begun is answered; once more stops at once');
    expect(sandbox.output()).toContain(`stopped; the org is in ${join(data, 'default.json')}`);
    const anew = await startSandbox(['--data', data, '--fresh']);
    expect(await anew.stop()).toBe(0);
    const kept = readdirSync(data).find((name) => name.startsWith('default.json.') && name.endsWith('.bak'));
    expect(kept).toBeDefined();
    expect(anew.errors()).toContain(`the org that was there is kept as ${join(data, kept ?? '')}`);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s answers what was asked, writes it and ends', async (signal) => {
    const data = join(folder, signal);
    const sandbox = await startSandbox(['--data', data]);
    const socket = await open(
      sandbox,
      `POST /api/v1/groups HTTP/1.1\r\n${headers(sandbox.token)}Content-Type: application/json\r\nContent-Length: 31\r\nExpect: 100-continue\r\n\r\n`,
    );
    // The server has begun the request when it asks for the body.
    await new Promise((resolve) => socket.once('data', resolve));
    const rest: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => rest.push(chunk));
    const ended = sandbox.stop(signal);
    socket.write('{"profile":{"name":"Last one"}}');
    await new Promise((resolve) => socket.once('close', resolve));
    expect(Buffer.concat(rest).toString()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"name":"Last one"/);
    expect(await ended).toBe(0);
    expect(readdirSync(data).filter((file) => file.includes('lock'))).toEqual([]);
    const again = await startSandbox(['--data', data]);
    const authorization = `SSWS ${again.token}`;
    const found = await fetch(`${again.url}/api/v1/groups?q=Last`, { headers: { authorization } });
    expect(((await found.json()) as unknown[]).length).toBe(1);
    expect(await again.stop()).toBe(0);
  });

  test('closes a connection when it was answered, and still answers the others', async () => {
    const sandbox = await startSandbox(['--ephemeral']);
    const body = '{"profile":{"name":"Crew one"}}';
    const head = `POST /api/v1/groups HTTP/1.1\r\n${headers(sandbox.token)}Content-Type: application/json\r\n`;
    const sockets = await Promise.all(
      [1, 2].map(() => open(sandbox, `${head}Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`)),
    );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
    const [one, two] = sockets as [Socket, Socket];
    const said = new Promise((resolve) => sandbox.child.stdout?.once('data', resolve));
    const ended = sandbox.stop();
    await said;
    one.resume().write(body);
    await new Promise((resolve) => one.once('close', resolve));
    const answer = new Promise((resolve) => {
      two.once('data', (chunk: Buffer) => resolve(chunk.toString().slice(0, 15)));
      two.once('close', () => resolve('closed'));
    });
    two.write(body.replace('one', 'two'));
    expect(await answer).toBe('HTTP/1.1 200 OK');
    expect(await ended).toBe(0);
  });

  test('does not wait for ever for clients that say no more', async () => {
    const half = [
      '',
      'GET /api/v1/users HTTP/1.1\r\n',
      'POST /api/v1/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ];
    const sandboxes = await Promise.all(half.map(() => startSandbox(['--ephemeral'])));
    const sockets = await Promise.all(sandboxes.map((sandbox, i) => open(sandbox, half[i] ?? '')));
    expect(await Promise.all(sandboxes.map((sandbox) => sandbox.stop()))).toEqual([0, 0, 0]);
    for (const socket of sockets) socket.destroy();
  });
});

describe('the command', () => {
  test('prints help and version and ends', () => {
    expect(run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
    expect(run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('usage: mockta'), err: '' });
  });

  test('says in one sentence why it does not start, and leaves nothing behind', async () => {
    const busy = await startSandbox(['--ephemeral']);
    const { port } = new URL(busy.url);
    const data = join(folder, 'never');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const seed = join(folder, 'bad.yaml');
    writeFileSync(seed, 'uzers: []\n');
    const cases: readonly (readonly [args: string[], sentence: RegExp])[] = [
      [['--ephemeral', '--port', port], /^mockta: 127\.0\.0\.1:\d+ is in use; choose another --port\.\n$/],
      [['--ephemeral', '--host', 'nobody.invalid'], /^mockta: cannot listen on nobody\.invalid:4010: .+\n$/],
      [['--port', '0', '--data', file], /^mockta: .+file cannot be used: EEXIST.+\n$/],
      [['--port', '0', '--data', '/proc/mockta/data'], /^mockta: \/proc\S* cannot be used: .+\n$/],
      [['--port', '0', '--data', data, '--seed', 'nobody'], /^mockta: There is no seed "nobody"\..+\n$/],
      [
        ['--port', '0', '--data', data, '--seed', seed],
        /^mockta: The seed .+\n {2}.+bad\.yaml:1: uzers is not a known key/,
      ],
    ];
    for (const [args, sentence] of cases) {
      const { code, out, err } = run(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(sentence);
    }
    expect(existsSync(data)).toBe(false);
    expect(await busy.stop()).toBe(0);
  });

  test('that speaks https prints how Node trusts it, and Node does', async () => {
    const sandbox = await startSandbox(['--data', join(folder, "Kim's data"), '--https']);
    const [, line = ''] = /^ *(export NODE_EXTRA_CA_CERTS=.*)$/m.exec(sandbox.output()) ?? [];
    const ask = `fetch('${sandbox.url}/_sandbox/health').then(({ status }) => console.log(status))`;
    const { stdout } = spawnSync('sh', ['-c', `${line}; exec "$0" -e "$1"`, process.execPath, ask], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('200\n');
    await sandbox.stop();
    const memory = await startSandbox(['--ephemeral', '--https']);
    expect(memory.output()).toContain(`curl -sk ${memory.url}/_sandbox/ca.pem -o mockta-ca.pem`);
    await memory.stop();
    const behind = await startSandbox(['--ephemeral', '--base-url', 'https://okta.test']);
    expect(behind.output()).toContain('where its certificate is of a private authority: export NODE_EXTRA_CA_CERTS=');
    await behind.stop();
  });

  test('that others can reach has a token of its own, unless one was given to it', async () => {
    const data = join(folder, 'reached');
    const published = (await stoppedAtOnce(['--ephemeral'])).token;
    const { token } = await stoppedAtOnce(['--data', data, '--host', '0.0.0.0']);
    expect([token === published, readFileSync(join(data, 'token'), 'utf8')]).toEqual([false, `${token}\n`]);
    expect((await stoppedAtOnce(['--data', data, '--host', '0.0.0.0'])).token).toBe(token);
    const given = '00given-given-given-given';
    expect((await stoppedAtOnce(['--ephemeral', '--host', '0.0.0.0', '--token', given])).token).toBe(given);
    const seed = join(folder, 'named.yaml');
    writeFileSync(seed, `tokens:\n  - { name: own, value: ${given}, user: admin@mockta.example }\n`);
    const named = join(folder, 'named');
    expect((await stoppedAtOnce(['--data', named, '--host', '0.0.0.0', '--seed', seed])).token).toBe(given);
    expect(existsSync(join(named, 'token'))).toBe(false);
    // Nobody reads the seed of an org that is there: the token is the org's, and is not known here.
    expect((await stoppedAtOnce(['--data', named, '--host', '0.0.0.0'])).output()).toContain('one that the org holds');
  });

  test('starts over with --fresh, and keeps what was there', async () => {
    const data = join(folder, 'fresh');
    const first = await startSandbox(['--data', data, '--seed', 'acme']);
    await first.stop();
    const files = readdirSync(data);
    const second = await startSandbox(['--data', data, '--fresh']);
    const health = (await (await fetch(`${second.url}/_sandbox/health`)).json()) as { users: number };
    expect(health.users).toBe(1);
    await second.stop();
    expect(readdirSync(data).length).toBeGreaterThan(files.length);
  });

  test('tells no secret of a seed of its own', async () => {
    const seed = join(folder, 'own.yaml');
    const value = '00own-own-own-own-own-own';
    writeFileSync(
      seed,
      `users:\n  - {profile: {login: kim@own.example, firstName: Kim, lastName: Low}, password: Harbour-View-9}\n` +
        `tokens:\n  - {name: own, value: ${value}, user: kim@own.example}\n`,
    );
    const data = join(folder, 'own');
    const sandbox = await startSandbox(['--data', data, '--seed', seed, '--strict']);
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${sandbox.url}${path}`, {
        ...init,
        headers: { authorization: `SSWS ${value}`, 'content-type': 'application/json' },
      });
    const wrong = { oldPassword: { value: 'Wrong-Guess-1' }, newPassword: { value: 'Other-Guess-2' } };
    const changed = await ask('/api/v1/users/kim@own.example/credentials/change_password', {
      method: 'POST',
      body: JSON.stringify(wrong),
    });
    expect(changed.status).toBe(403);
    await ask('/api/v1/users/%zz');
    const log = await (await ask('/api/v1/logs')).text();
    await sandbox.stop();
    for (const secret of [value, 'Harbour-View-9', 'Wrong-Guess-1', 'Other-Guess-2']) {
      expect([secret, sandbox.errors().includes(secret), log.includes(secret)]).toEqual([secret, false, false]);
    }
  });
});
