import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OutgoingCall } from '../../contract/outgoing.js';
import { type Address, allowedAddresses, type HostRules } from '../../server/outgoing/addresses.js';
import { attempt } from '../../server/outgoing/attempt.js';
import { asFlag } from '../../store/option-words.js';
import { type HookServer, hookServer, json, willing } from '../support/hook-server.js';

const never = new AbortController().signal;
const V4 = (address: string): Address => ({ address, family: 4 });

/** Rules under which every name leads to these addresses; the names that were looked up come with them. */
function leading(addresses: readonly Address[], allowed: readonly string[] = []) {
  const asked: string[] = [];
  const rules: HostRules = {
    allowed,
    ownPort: () => 4010,
    option: asFlag,
    async lookup(host) {
      asked.push(host);
      return addresses;
    },
  };
  return { rules, asked };
}

const check = (url: string, addresses: readonly Address[], allowed: readonly string[] = []) =>
  allowedAddresses(new URL(url), leading(addresses, allowed).rules);

describe('a host', () => {
  test.each(['127.0.0.1', '127.8.8.8', '[::1]', '[::ffff:127.0.0.1]'])(
    'of loopback, %s, may be called',
    async (host) => {
      expect(await check(`http://${host}:9/`, [])).toHaveLength(1);
    },
  );

  test.each([
    ['10.0.0.1'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['0.0.0.0'],
    ['8.8.8.8'],
    ['[fe80::1]'],
    ['[::]'],
    ['[::ffff:10.0.0.1]'],
    // The same addresses in other words: a URL brings them into the usual form.
    ['0x08080808'],
    ['134744072'],
  ])('elsewhere, %s, may not, unless it is allowed', async (host) => {
    const { hostname } = new URL(`http://${host}/`);
    const plain = hostname.replace(/^\[|\]$/g, '');
    await expect(check(`http://${host}/`, [])).rejects.toThrow('is not this machine; --allow-hook-host');
    expect(await check(`http://${host}/`, [], [plain])).toHaveLength(1);
  });

  test('is judged by what its name leads to, by all of it', async () => {
    expect(await check('http://hooks.test/', [V4('127.0.0.1')])).toEqual([V4('127.0.0.1')]);
    await expect(check('http://hooks.test/', [V4('10.1.2.3')])).rejects.toThrow(
      'hooks.test (10.1.2.3) is not this machine',
    );
    await expect(check('http://hooks.test/', [V4('127.0.0.1'), V4('10.1.2.3')])).rejects.toThrow('10.1.2.3');
    expect(await check('http://hooks.test/', [V4('10.1.2.3')], ['hooks.test'])).toEqual([V4('10.1.2.3')]);
    await expect(check('http://a.hooks.test/', [V4('10.1.2.3')], ['hooks.test'])).rejects.toThrow('not this machine');
    await expect(check('http://hooks.test/', [])).rejects.toThrow('hooks.test has no address');
  });

  test('whose name leads nowhere is told what it needs besides, once', async () => {
    const unknown = async (): Promise<never> => {
      throw new Error('getaddrinfo ENOTFOUND hooks.test');
    };
    const rules = (allowed: readonly string[]): HostRules => ({ ...leading([], allowed).rules, lookup: unknown });
    const url = new URL('http://hooks.test/');
    await expect(allowedAddresses(url, rules([]))).rejects.toThrow(
      'ENOTFOUND hooks.test; where it is not this machine, --allow-hook-host hooks.test allows it',
    );
    await expect(allowedAddresses(url, rules(['hooks.test']))).rejects.toThrow(/ENOTFOUND hooks\.test$/);
  });

  test('that is allowed by name is no way to an address that no host has', async () => {
    for (const address of ['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255']) {
      await expect(check('http://hooks.test/', [V4(address)], ['hooks.test'])).rejects.toThrow('no single host');
    }
  });

  test('is not the sandbox itself', async () => {
    await expect(check('http://localhost:4010/_sandbox/reset', [V4('127.0.0.1')])).rejects.toThrow('sandbox itself');
    await expect(check('http://[::1]:4010/', [])).rejects.toThrow('the sandbox itself');
  });
});

describe('a call', () => {
  let server: HookServer;
  beforeAll(async () => {
    server = await hookServer();
  });
  beforeEach(() => {
    server.answer = willing;
  });
  afterAll(() => server.close());

  const get = (url: string): OutgoingCall => ({ method: 'GET', url, headers: {} });

  test('goes to the address that was looked at, under the name it was given', async () => {
    const { rules, asked } = leading([V4('127.0.0.1')]);
    const tried = await attempt(get(`http://hooks.test:${server.port}/a?b=c`), rules, never);
    expect([tried.outcome, tried.status, asked]).toEqual(['ANSWERED', 200, ['hooks.test']]);
    const call = server.got.at(-1);
    expect([call?.path, call?.headers.host, call?.headers.connection]).toEqual([
      '/a?b=c',
      `hooks.test:${server.port}`,
      'close',
    ]);
  });

  test('does not follow a redirect', async () => {
    const from = server.got.length;
    server.answer = (_, res) => res.writeHead(302, { location: `${server.url}/other` }).end();
    const tried = await attempt(get(server.url), leading([V4('127.0.0.1')]).rules, never);
    expect([tried.status, server.got.length]).toEqual([302, from + 1]);
  });

  test('that is not allowed reaches nobody', async () => {
    const from = server.got.length;
    const tried = await attempt(get(`http://hooks.test:${server.port}/`), leading([V4('10.1.2.3')]).rules, never);
    expect([tried.outcome, tried.status]).toEqual(['REFUSED', 0]);
    expect(tried.error).toContain('--allow-hook-host hooks.test allows it');
    expect(server.got.length).toBe(from);
  });

  test('waits no longer than allowed, for a name either', async () => {
    const rules: HostRules = {
      allowed: [],
      ownPort: () => undefined,
      option: asFlag,
      lookup: () => new Promise(() => {}),
    };
    expect((await attempt(get('http://hooks.test/'), rules, never, 20)).outcome).toBe('TIMEOUT');
    const trickle = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n1');
    });
    await new Promise<void>((resolve) => trickle.listen(0, '127.0.0.1', resolve));
    const { port } = trickle.address() as { port: number };
    const { rules: own } = leading([]);
    expect((await attempt(get(`http://127.0.0.1:${port}/`), own, never, 100)).outcome).toBe('TIMEOUT');
    trickle.close();
  });

  test('that meets nobody, or no HTTP, fails; a stop ends it', async () => {
    const { rules } = leading([]);
    expect(await attempt(get('http://127.0.0.1:1/'), rules, never)).toMatchObject({
      outcome: 'FAILED',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    server.answer = (_, res) => void res.socket?.end('hello');
    expect((await attempt(get(server.url), leading([V4('127.0.0.1')]).rules, never)).outcome).toBe('FAILED');
    const stop = new AbortController();
    server.answer = () => stop.abort();
    const tried = await attempt(get(server.url), leading([V4('127.0.0.1')]).rules, stop.signal);
    expect([tried.outcome, tried.error]).toEqual(['FAILED', 'The sandbox was stopped']);
    server.answer = json(200);
  });
});
