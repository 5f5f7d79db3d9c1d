import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { hosts } from '../../server/hosts.js';

const asked = (host: string | undefined, localAddress?: string): Request =>
  ({ originalUrl: '/', headers: host === undefined ? {} : { host }, socket: { localAddress } }) as unknown as Request;

const plain = { baseUrl: undefined, host: undefined, allowed: [], port: () => 4010 };

describe('who asks', () => {
  const through = (forwarded: string | undefined): Request =>
    ({
      originalUrl: '/',
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress: '::ffff:127.0.0.1' },
    }) as unknown as Request;

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    // What the client sent itself comes before what the proxy adds.
    ['127.0.0.1, 192.0.2.7', '192.0.2.7'],
    ['127.0.0.1, 192.0.2.7:51234', '192.0.2.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['', '127.0.0.1'],
    [undefined, '127.0.0.1'],
  ])('is told by a proxy with %j, where one is trusted', (forwarded, address) => {
    expect(hosts({ ...plain, trustProxy: true }).sender(through(forwarded))).toBe(address);
    expect(hosts(plain).sender(through(forwarded))).toBe('127.0.0.1');
  });
});

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
    const bases = hosts(plain);
    expect(bases.of(asked(host))).toBe(base);
    // A request that names no host is for whoever is here.
    expect(bases.known(asked(host))).toBe(base !== 'http://localhost:4010' || host === 'localhost:4010' || !host);
  });

  test('follows the name or address that the server listens on, and the address that a request came in at', () => {
    expect(hosts({ ...plain, host: 'okta' }).of(asked('okta:4010'))).toBe('http://okta:4010');
    const anywhere = hosts({ ...plain, host: '0.0.0.0' });
    expect(anywhere.of(asked('192.0.2.7:4010', '::ffff:192.0.2.7'))).toBe('http://192.0.2.7:4010');
    expect(anywhere.of(asked('[2001:db8::7]:4010', '2001:db8::7'))).toBe('http://[2001:db8::7]:4010');
    expect(anywhere.of(asked('192.0.2.8:4010', '192.0.2.7'))).toBe('http://localhost:4010');
    expect(anywhere.known(asked('0.0.0.0:4010', '192.0.2.7'))).toBe(false);
  });

  test('is what it is told to be', () => {
    const told = hosts({ ...plain, baseUrl: 'https://acme.test/' });
    expect([told.of(asked('localhost:4010')), told.of(asked('evil.example'))]).toEqual([
      'https://acme.test',
      'https://acme.test',
    ]);
    expect([told.known(asked('acme.test')), told.known(asked('evil.example'))]).toEqual([true, false]);
  });

  test('takes names that it is told to take, and judges an absolute target by the target', () => {
    const told = hosts({ ...plain, allowed: ['okta.test'] });
    expect([told.known(asked('okta.test:4010')), told.known(asked('okta.test:99999'))]).toEqual([true, false]);
    const through = (target: string): Request => Object.assign(asked('proxy.example'), { originalUrl: target });
    expect(told.known(through('http://okta.test:4010/api/v1/users'))).toBe(true);
    expect(told.known(through('http://evil.example/api/v1/users'))).toBe(false);
    expect(told.of(through('http://okta.test:4010/api/v1/users'))).toBe('http://okta.test:4010');
  });
});
