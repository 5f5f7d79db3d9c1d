import { cpSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashSync } from 'bcryptjs';
import { MAIN, type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

/** As many as macOS lets a process open. The shell's limit is a hard one, which Node cannot raise. */
const OPEN_FILES = 256;
const limited = ['sh', '-c', `ulimit -n ${OPEN_FILES}; exec "$@"`, 'sh'];

const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

/** Opens so many connections that the last of them are closed: then no file can be opened any more. */
async function crowd({ url }: SandboxProcess, count: number): Promise<Socket[]> {
  const port = Number(new URL(url).port);
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await Promise.race(sockets.map((socket) => closed(socket.resume())));
  return sockets;
}

/** What came on a connection that was open: status and body, or that it was closed. */
type Came = readonly [status: number, body: string] | 'closed';

/** Asks on a connection that is open; what comes may be a refusal, or its end. */
function askOn(socket: Socket, [method, path, body = '']: Asked, token: string): Promise<Came> {
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json', connection: 'keep-alive' };
  return new Promise((resolve) => {
    const asked = request({ method, path, headers, createConnection: () => socket }, (answer) => {
      text(answer).then((body) => resolve([answer.statusCode ?? 0, body]));
    });
    asked.once('error', () => resolve('closed')).end(body);
  });
}

type Asked = readonly [method: string, path: string, body?: string];

/** What a sandbox loads when it is first asked for: Okta's own paths, and those beside. */
const OKTA: readonly Asked[] = [
  ...['/api/v1/users/me', '/api/v1/groups', '/api/v1/logs', '/api/v1/apps', '/api/v1/zones'].map(get),
  ...['/.well-known/okta-organization', '/oauth2/v1/keys'].map(get),
  ['POST', '/api/v1/users/me/lifecycle/expire_password', '{}'],
];
const CONTROLS = ['/_sandbox/health', '/_sandbox/facts', '/_sandbox/explorer', '/'].map(get);

function get(path: string): Asked {
  return ['GET', path];
}

const REASON = expect.stringMatching(/^This sandbox can open no more files: .* and try again \(EMFILE\)\.$/);

/** What is answered where nothing can be loaded: in Okta's form, or that of the control routes. */
const refusals = (answers: readonly Came[]): unknown[] =>
  answers.filter((came) => came[0] !== 200).map((came) => (came === 'closed' ? came : [came[0], JSON.parse(came[1])]));

const scratch = scratchFolder();
const copy = join(scratch.path, 'dist');
beforeAll(() => {
  writeFileSync(join(scratch.path, 'package.json'), '{ "type": "module" }');
  cpSync(realpathSync(dirname(dirname(MAIN))), copy, { recursive: true });
  rmSync(join(copy, 'cjs/start.json'));
});
afterAll(() => scratch.remove());

test.each([
  ['from compiled code', MAIN],
  ['as it is installed, without compiled code', join(copy, 'server/main.js')],
])(
  'a start %s: more connections than files may be open end nothing, and what cannot be loaded is loaded later',
  async (_, main) => {
    // What notes answers for the coverage opens a file for each, and fails in its own way.
    const sandbox = await startSandbox(['--ephemeral'], { MOCKTA_COVERAGE: undefined }, limited, main);
    const sockets = await crowd(sandbox, OPEN_FILES + 4);
    const ask = (asked: readonly Asked[], from: number): Promise<Came[]> =>
      Promise.all(asked.map((one, i) => askOn(sockets[from + i] as Socket, one, sandbox.token)));
    const [okta, controls] = [refusals(await ask(OKTA, 0)), refusals(await ask(CONTROLS, OKTA.length))];
    // Files were really missing, or nothing was tried.
    expect(Math.min(okta.length, controls.length)).toBeGreaterThan(2);
    const said = { errorCode: 'E0000009', errorCauses: [{ errorSummary: REASON }] };
    expect(okta).toEqual(okta.map(() => [503, expect.objectContaining(said)]));
    expect(controls).toEqual(controls.map(() => [503, { error: REASON }]));
    await Promise.all(sockets.map((socket) => socket.closed || closed(socket.destroy())));
    const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
    for (const [method, path, body] of [...OKTA, ...CONTROLS]) {
      const { status } = await fetch(sandbox.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
      expect([path, status]).toEqual([path, 200]);
    }
    expect(sandbox.errors()).toMatch(/EMFILE/);
    expect(sandbox.child.exitCode).toBeNull();
    expect(await sandbox.stop()).toBe(0);
  },
);

test('a thread that cannot begin is told in the same way, and begins when it can', async () => {
  const [, cost, salt, value] = /^\$2[aby]\$(\d\d)\$(.{22})(.{31})$/.exec(hashSync('Harbour-View-9', 4)) ?? [];
  const profile = { login: 'kim@b.example', firstName: 'Kim', lastName: 'Low' };
  const password = { algorithm: 'BCRYPT', workFactor: Number(cost), salt, value };
  const seed = join(scratch.path, 'kim.json');
  writeFileSync(seed, JSON.stringify({ users: [{ profile, password }] }));
  const sandbox = await startSandbox(['--ephemeral', '--seed', seed], { MOCKTA_COVERAGE: undefined }, limited);
  const signIn = (username: string): Asked => {
    return ['POST', '/api/v1/authn', JSON.stringify({ username, password: 'Harbour-View-9' })];
  };
  const ask = async ([method, path, body = '']: Asked): Promise<number> => {
    return (await fetch(sandbox.url + path, { method, body, headers: { 'content-type': 'application/json' } })).status;
  };
  // All that a sign-in needs but the thread is loaded by one of nobody.
  expect(await ask(signIn('nobody@b.example'))).toBe(401);
  const sockets = await crowd(sandbox, OPEN_FILES + 4);
  const refused = refusals([await askOn(sockets[0] as Socket, signIn(profile.login), sandbox.token)]);
  expect(refused).toEqual([[503, expect.objectContaining({ errorCauses: [{ errorSummary: REASON }] })]]);
  await Promise.all(sockets.map((socket) => socket.closed || closed(socket.destroy())));
  expect(await ask(signIn(profile.login))).toBe(200);
  expect(await sandbox.stop()).toBe(0);
});
