import { once } from 'node:events';
import { Duplex, PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createSandbox } from '../../server/sandbox.js';

/** Sends a request over a connection of which nothing is known: so does one look that was reset before it was looked at. */
async function fromNowhere(server: { emit(event: 'connection', stream: Duplex): boolean }, text: string) {
  const [there, back] = [new PassThrough(), new PassThrough()];
  server.emit('connection', Duplex.from({ readable: there, writable: back }));
  there.write(text);
  const [head] = (await once(back, 'data')) as [Buffer];
  there.destroy();
  return head.toString().split('\r\n')[0];
}

test('a connection that is gone before its sender is known is nobody of this machine', async () => {
  const sandbox = await createSandbox();
  try {
    const { server, port } = await sandbox.listen(0);
    const before = sandbox.org.store.hash();
    const reset = 'POST /_sandbox/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n';
    expect(await fromNowhere(server, reset)).toBe('HTTP/1.1 403 Forbidden');
    // Nor is it anybody who may use the token that ships with the product.
    const auth = `Authorization: SSWS ${sandbox.token}`;
    expect(await fromNowhere(server, `GET /api/v1/users/me HTTP/1.1\r\nHost: localhost\r\n${auth}\r\n\r\n`)).toBe(
      'HTTP/1.1 401 Unauthorized',
    );
    expect(sandbox.org.store.hash()).toBe(before);
    const known = await fetch(`http://127.0.0.1:${port}/_sandbox/health`);
    expect(known.status).toBe(200);
  } finally {
    await sandbox.close();
  }
});
