import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { testOrg } from '../support/org.js';
import { profile } from '../support/people.js';

test('a reset waits for a half-sent upload no longer than a second, ends it, and says so', async () => {
  const told: string[] = [];
  const org = await testOrg({ idSeed: 'half-sent', warn: (message) => told.push(message) });
  const before = org.hash();
  const socket = connect(Number(new URL(org.url).port), '127.0.0.1');
  socket.on('error', () => {});
  const head = `Host: localhost\r\nAuthorization: SSWS ${org.sandbox.token}\r\nContent-Type: application/json\r\n`;
  socket.write(`POST /api/v1/groups HTTP/1.1\r\n${head}Content-Length: 900\r\nExpect: 100-continue\r\n\r\n`);
  await once(socket, 'data');
  socket.write('{"profile":{"name":"Ha');
  const gone = once(socket.resume(), 'close');
  await org.post('/_sandbox/reset');
  await gone;
  expect(told).toEqual(['the reset ended 1 request that was not answered in time']);
  expect(org.hash()).toBe(before);
  expect((await org.get('/api/v1/groups?q=Ha')).body).toEqual([]);
  await org.close();
});

test('a reset waits no longer for who does not read what was asked for', async () => {
  const told: string[] = [];
  const org = await testOrg({ warn: (message) => told.push(message) });
  const before = org.store.users.count();
  // More than what the system takes over for a client that reads nothing.
  for (let n = 0; n < 20; n++) {
    const body = { profile: { ...profile(n), title: 'x'.repeat(900_000) } };
    expect((await org.post('/api/v1/users?activate=false', body)).status).toBe(200);
  }
  const socket = connect(Number(new URL(org.url).port), '127.0.0.1').pause();
  socket.on('error', () => {});
  socket.write(`GET /api/v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${org.sandbox.token}\r\n\r\n`);
  while (org.sandbox.org.inFlight.size === 0) await new Promise((resolve) => setImmediate(resolve));
  expect((await org.post('/_sandbox/reset')).status).toBe(204);
  expect(told).toEqual(['the reset ended 1 request that was not answered in time']);
  expect([org.store.users.count(), org.sandbox.org.inFlight.size]).toEqual([before, 0]);
  socket.destroy();
  await org.close();
});
