import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isLoopback, isLoopbackName } from '../../server/hosts.js';
import { ownToken } from '../../server/own-token.js';

const data = mkdtempSync(join(tmpdir(), 'mockta-token-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('the token of a sandbox that other machines can reach', () => {
  test('is made once, kept for its owner alone, and read again', () => {
    const token = ownToken(data);
    expect(token).toMatch(/^00[\w-]{40}$/);
    expect(ownToken(data)).toBe(token);
    expect([readFileSync(join(data, 'token'), 'utf8'), statSync(join(data, 'token')).mode & 0o777]).toEqual([
      `${token}\n`,
      0o600,
    ]);
    expect(ownToken(undefined)).not.toBe(token);
  });

  test('is not made up where the file holds something else', () => {
    writeFileSync(join(data, 'token'), 'mine');
    expect(() => ownToken(data)).toThrow(/token holds no API token/);
  });
});

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['okta.test', false],
])('who listens on %s is reached by this machine alone: %s', (host, is) => {
  expect(isLoopbackName(host)).toBe(is);
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.2', true],
  ['::1', true],
  ['192.0.2.1', false],
  ['::ffff:192.0.2.1', false],
  // The connection is gone already: nobody knows where it came from.
  ['', false],
])('a request from %s is from this machine: %s', (remoteAddress, is) => {
  expect(isLoopback(remoteAddress)).toBe(is);
});
