import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { baseUrls } from '../../server/hosts.js';

const asked = (host: string | undefined, localAddress?: string): Request =>
  ({ headers: host === undefined ? {} : { host }, socket: { localAddress } }) as unknown as Request;

const plain = { baseUrl: undefined, host: undefined, port: () => 4010 };

describe('the base URL of links', () => {
  test.each([
    ['localhost:4010', 'http://localhost:4010'],
    ['LOCALHOST:8080', 'http://LOCALHOST:8080'],
    ['127.0.0.1', 'http://127.0.0.1'],
    ['[::1]:4010', 'http://[::1]:4010'],
    ['evil.example:4010', 'http://localhost:4010'],
    ['localhost.evil.example', 'http://localhost:4010'],
    ['localhost:4010@evil.example', 'http://localhost:4010'],
    ['localhost:4010:evil', 'http://localhost:4010'],
    ['', 'http://localhost:4010'],
    [undefined, 'http://localhost:4010'],
  ])('of a request to %s', (host, base) => {
    const bases = baseUrls(plain);
    expect(bases.of(asked(host))).toBe(base);
    expect(bases.known(asked(host))).toBe(base !== 'http://localhost:4010' || host === 'localhost:4010');
  });

  test('follows the name or address that the server listens on, and the address that a request came in at', () => {
    expect(baseUrls({ ...plain, host: 'okta' }).of(asked('okta:4010'))).toBe('http://okta:4010');
    const anywhere = baseUrls({ ...plain, host: '0.0.0.0' });
    expect(anywhere.of(asked('192.0.2.7:4010', '::ffff:192.0.2.7'))).toBe('http://192.0.2.7:4010');
    expect(anywhere.of(asked('[2001:db8::7]:4010', '2001:db8::7'))).toBe('http://[2001:db8::7]:4010');
    expect(anywhere.of(asked('192.0.2.8:4010', '192.0.2.7'))).toBe('http://localhost:4010');
    expect(anywhere.known(asked('0.0.0.0:4010', '192.0.2.7'))).toBe(false);
  });

  test('is what it is told to be', () => {
    const told = baseUrls({ ...plain, baseUrl: 'https://acme.test/' });
    expect([told.of(asked('localhost:4010')), told.of(asked('evil.example'))]).toEqual([
      'https://acme.test',
      'https://acme.test',
    ]);
    expect([told.known(asked('acme.test')), told.known(asked('evil.example'))]).toEqual([true, false]);
  });
});
