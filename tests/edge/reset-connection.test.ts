import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@jest/globals';
import { createSandbox } from '../../server/sandbox.js';

/** An address of this machine that is not its loopback. */
const address = Object.values(networkInterfaces())
  .flat()
  .find((one) => one !== undefined && !one.internal && one.family === 'IPv4')?.address;

/** Asks for a reset of the org, and resets the connection before anybody can look who it is from. */
async function askAndLeave(port: number, host: string): Promise<void> {
  const socket = connect(port, host).on('error', () => {});
  await once(socket, 'connect');
  socket.write('POST /_sandbox/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n', () =>
    socket.resetAndDestroy(),
  );
  await once(socket, 'close');
}

// Of a machine without a network nobody can ask from elsewhere.
const onNetwork = address === undefined ? test.skip : test;

onNetwork('a connection that is gone before its sender is known is nobody of this machine', async () => {
  const sandbox = await createSandbox({ token: '00a-token-of-our-own-0123' });
  try {
    const { port } = await sandbox.listen(0, '0.0.0.0');
    const asking = { headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' } };
    const url = `http://127.0.0.1:${port}/api/v1/groups`;
    const made = await fetch(url, { ...asking, method: 'POST', body: JSON.stringify({ profile: { name: 'Here' } }) });
    const { id } = (await made.json()) as { id: string };
    for (let n = 0; n < 30; n++) await askAndLeave(port, address ?? '');
    // Comes after all of them, and after what they began.
    expect((await fetch(`${url}/${id}`, asking)).status).toBe(200);
    await sandbox.org.resetting;
    expect((await fetch(`${url}/${id}`, asking)).status).toBe(200);
  } finally {
    await sandbox.close();
  }
});
