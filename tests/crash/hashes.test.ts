import { describe, expect, test } from '@jest/globals';
import { hash } from 'bcryptjs';
import { PASSWORD, profile } from '../support/people.js';
import { suiteSandbox } from '../support/suite-sandbox.js';

// The built server compares bcrypt hashes on threads, which the sources alone do not.

const sandbox = suiteSandbox();

const post = (path: string, body: object, signal?: AbortSignal): Promise<Response> =>
  fetch(`${sandbox.url}/api/v1/users${path}`, {
    method: 'POST',
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

/** Creates a user whose password was hashed elsewhere with this work factor; without a hash, none that ends in time. */
async function imported(n: number, workFactor: number, made?: string): Promise<string> {
  const [salt, value] = made ? [made.slice(7, 29), made.slice(29)] : ['abcdefghijklmnopqrstuu', 'a'.repeat(31)];
  const credentials = { password: { hash: { algorithm: 'BCRYPT', workFactor, salt, value } } };
  const answer = await post('', { profile: profile(n), credentials });
  return ((await answer.json()) as { id: string }).id;
}

const change = (id: string, from: string, signal?: AbortSignal): Promise<Response> =>
  post(
    `/${id}/credentials/change_password`,
    { oldPassword: { value: from }, newPassword: { value: 'Green-Lantern-52' } },
    signal,
  );

describe.each([
  ['a short', 8],
  ['a long', 13],
])('a bcrypt hash of %s work', (_, factor) => {
  test('is told from that of another password, by many at once', async () => {
    const made = await hash(PASSWORD, factor);
    const id = await imported(factor, factor, made);
    const wrong = await Promise.all([1, 2].map((n) => change(id, `Wrong-Kettle-${n}`)));
    expect(wrong.map(({ status }) => status)).toEqual([403, 403]);
    expect((await change(id, PASSWORD)).status).toBe(200);
  }, 20_000);
});

test('hashes of the greatest work factor hold up nobody, nor do those whose client left', async () => {
  const made = await hash(PASSWORD, 8);
  const [heavy, light] = [await imported(1, 20), await imported(2, 8, made)];
  const clients = new AbortController();
  const left = Array.from({ length: 10 }, () => change(heavy, PASSWORD, clients.signal).catch(() => 'left'));
  expect((await change(light, PASSWORD)).status).toBe(200);
  const created = await post('', { profile: profile(3), credentials: { password: { value: PASSWORD } } });
  expect(created.status).toBe(200);
  clients.abort();
  expect(new Set(await Promise.all(left))).toEqual(new Set(['left']));
  expect((await fetch(`${sandbox.url}/_sandbox/reset`, { method: 'POST' })).status).toBeLessThan(300);
  expect(sandbox.errors()).toBe('');
});

test('nor do hashes of a million rounds, which Node computes on the threads that all else shares', async () => {
  const [salt, value] = [Buffer.alloc(32, 7), Buffer.alloc(64, 9)].map((bytes) => bytes.toString('base64'));
  const rounds = { algorithm: 'PBKDF2', digestAlgorithm: 'SHA512_HMAC', iterationCount: 1_000_000, keySize: 64 };
  const credentials = { password: { hash: { ...rounds, salt, value } } };
  const made = await post('', { profile: profile(4), credentials });
  const { id } = (await made.json()) as { id: string };
  const clients = new AbortController();
  let done = 0;
  const heavy = Array.from({ length: 40 }, async () => {
    await change(id, PASSWORD, clients.signal).catch(() => 'left');
    done += 1;
  });
  const created = await post('', { profile: profile(5), credentials: { password: { value: PASSWORD } } });
  expect(created.status).toBe(200);
  // It had its turn among them, not behind them.
  expect(done).toBeLessThan(heavy.length / 2);
  clients.abort();
  await Promise.all(heavy);
}, 20_000);
