import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { type SandboxProcess, startSandbox } from '../support/process.js';

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

/** Asks on a connection that is open; what comes may be a refusal, or its end. */
function askOn(socket: Socket, path: string, token: string): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\r\n')[0] ?? ''));
    closed(socket).then(() => resolve('closed'));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${token}\r\n\r\n`);
  });
}

/** What a sandbox loads when it is first asked for. */
const PATHS = [
  ...['/api/v1/users/me', '/api/v1/groups', '/api/v1/logs', '/api/v1/apps', '/api/v1/zones'],
  ...['/.well-known/okta-organization', '/_sandbox/health', '/_sandbox/facts', '/'],
];

test('more connections than files may be open end nothing, and what could not be loaded is loaded later', async () => {
  // What notes answers for the coverage opens a file for each, and fails in its own way.
  const sandbox = await startSandbox(['--ephemeral'], { MOCKTA_COVERAGE: undefined }, limited);
  const sockets = await crowd(sandbox, OPEN_FILES + 4);
  const under = await Promise.all(PATHS.map((path, i) => askOn(sockets[i] as Socket, path, sandbox.token)));
  // Files were really missing, or nothing was tried.
  expect(under.filter((line) => /^HTTP\/1\.1 50[03] /.test(line)).length).toBeGreaterThan(3);
  expect(under).not.toContain('closed');
  await Promise.all(sockets.map((socket) => socket.closed || closed(socket.destroy())));
  const headers = { authorization: `SSWS ${sandbox.token}` };
  const later = await Promise.all(PATHS.map(async (path) => (await fetch(sandbox.url + path, { headers })).status));
  expect(later).toEqual(PATHS.map(() => 200));
  expect(sandbox.errors()).toMatch(/EMFILE/);
  expect(sandbox.child.exitCode).toBeNull();
  expect(await sandbox.stop()).toBe(0);
});
