import { BlockList } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressTest, faultOfAddress, normalAddress } from '../../languages/addresses/addresses.js';
import type { ZoneAddress } from '../../store/rows/zones.js';

const cidr = (value: string): ZoneAddress => ({ type: 'CIDR', value });
const range = (value: string): ZoneAddress => ({ type: 'RANGE', value });

/** What node makes of it: the second opinion. */
function blockList({ type, value }: ZoneAddress): BlockList {
  const list = new BlockList();
  const [from = '', to = ''] = value.split(type === 'CIDR' ? '/' : '-');
  const family = from.includes(':') ? 'ipv6' : 'ipv4';
  if (type === 'CIDR') list.addSubnet(from, Number(to), family);
  else list.addRange(from, to === '' ? from : to, family);
  return list;
}

const byNode = (address: ZoneAddress, ip: string): boolean =>
  blockList(address).check(ip, ip.includes(':') ? 'ipv6' : 'ipv4');

/** An address, those that it holds, and those that it does not. */
const verdicts: readonly [ZoneAddress, readonly string[], readonly string[]][] = [
  [cidr('10.0.0.0/8'), ['10.0.0.0', '10.255.255.255', '::ffff:10.1.2.3', '::ffff:a01:203'], ['0.0.0.10', '11.0.0.0']],
  [cidr('1.2.3.4/24'), ['1.2.3.0', '1.2.3.255'], ['1.2.2.255', '1.2.4.0', '::1.2.3.4']],
  [cidr('1.2.3.4/32'), ['1.2.3.4'], ['1.2.3.5', '1.2.3.3']],
  [cidr('0.0.0.0/0'), ['0.0.0.0', '255.255.255.255', '::ffff:9.9.9.9'], ['::1', '2001:db8::1']],
  [cidr('192.168.0.0/31'), ['192.168.0.0', '192.168.0.1'], ['192.168.0.2']],
  [cidr('2001:db8::/32'), ['2001:db8::', '2001:db8:ffff::1', '2001:DB8::A'], ['2001:db9::', '1.2.3.4']],
  [cidr('2001:db8::1/128'), ['2001:db8::1', '2001:db8:0:0:0:0:0:1'], ['2001:db8::2']],
  [cidr('::ffff:10.0.0.0/104'), ['10.9.9.9', '::ffff:10.9.9.9'], ['11.0.0.0', '::10.9.9.9']],
  [cidr('::/0'), ['::1', 'fe80::1'], []],
  [range('10.0.0.5-10.0.1.4'), ['10.0.0.5', '10.0.0.255', '10.0.1.4', '::ffff:10.0.0.9'], ['10.0.0.4', '10.0.1.5']],
  [range('10.0.0.9-10.0.0.10'), ['10.0.0.9', '10.0.0.10'], ['10.0.0.1', '10.0.0.90', '10.0.0.100']],
  [range('10.0.0.7'), ['10.0.0.7'], ['10.0.0.6', '10.0.0.8', '0.0.0.7']],
  [range('2001:db8::1-2001:db8::ff'), ['2001:db8::1', '2001:db8::80'], ['2001:db8::', '2001:db8::100', '10.0.0.1']],
  [range('::ffff:10.0.0.1-::ffff:10.0.0.9'), ['10.0.0.5', '::ffff:10.0.0.5'], ['10.0.0.10']],
];

const cases = verdicts.flatMap(([address, inside, outside]) => [
  ...inside.map((ip) => [address.value, ip, true, address] as const),
  ...outside.map((ip) => [address.value, ip, false, address] as const),
]);

describe('addresses of zones', () => {
  test.each(cases)('%s and %s: %s', (_value, ip, held, address) => {
    expect(faultOfAddress(address)).toBeUndefined();
    expect(addressTest([address])(ip)).toBe(held);
    expect(byNode(address, ip)).toBe(held);
    // A list holds what one of its addresses does.
    expect(addressTest([cidr('198.51.100.0/24'), address])(ip)).toBe(held);
  });

  // Nothing is filled up: what `10/8` or `10.1` would be to other readers is no address here.
  test.each([
    [cidr('10/8'), '10'],
    [cidr('10.0/8'), '10.0'],
    [cidr('10.1.2/24'), '10.1.2'],
    [cidr('167772160/8'), '167772160'],
    [cidr('0x0a.0.0.0/8'), '0x0a.0.0.0'],
    [cidr('010.0.0.0/8'), '010.0.0.0'],
    [cidr('10.0.0.0/33'), '10.0.0.0/33'],
    [cidr('10.0.0.0/-1'), '10.0.0.0/-1'],
    [cidr('10.0.0.0/8/8'), '10.0.0.0/8/8'],
    [cidr('10.0.0.0/255.0.0.0'), '10.0.0.0/255.0.0.0'],
    [cidr('10.0.0.0/'), '10.0.0.0/'],
    [cidr('10.0.0.0'), '10.0.0.0'],
    [cidr(' 10.0.0.0/8'), ' 10.0.0.0'],
    [cidr('256.0.0.0/8'), '256.0.0.0'],
    [cidr('2001:db8::/129'), '2001:db8::/129'],
    [cidr('2001:db8/32'), '2001:db8'],
    [cidr('fe80::1%eth0/64'), 'fe80::1%eth0'],
    [cidr(''), ''],
    [range('10-10.0.0.9'), '10'],
    [range('10.0.0.9-10.0.0.1'), '10.0.0.9-10.0.0.1'],
    [range('10.0.0.1-10.0.0.2-10.0.0.3'), ''],
    [range('10.0.0.1-::1'), '::1'],
    [range('10.0.0.1-::ffff:10.0.0.9'), '::ffff:10.0.0.9'],
    [range('fe80::1%lo-fe80::2%lo'), 'fe80::1%lo'],
    [range('10.0.0.0/8'), '10.0.0.0/8'],
    [range(''), ''],
  ])('%j is none', (address, part) => {
    expect(faultOfAddress(address)).toBe(part);
  });

  test('hold nothing that is no address, and do not look at the link of one', () => {
    for (const ip of ['', '10', '10.0.0', 'localhost', '10.0.0.1/8', '::ffff:300.0.0.1']) {
      expect([ip, addressTest([cidr('0.0.0.0/0'), cidr('::/0')])(ip)]).toEqual([ip, false]);
    }
    expect(addressTest([cidr('fe80::/10')])('fe80::1%eth0')).toBe(true);
    expect(addressTest([])('10.0.0.1')).toBe(false);
  });
});

const number = fc.nat({ max: 2 ** 32 - 1 });
const dotted = (n: number): string => [24, 16, 8, 0].map((bits) => Math.floor(n / 2 ** bits) % 256).join('.');

describe('any addresses', () => {
  test('of a network agree with arithmetic and with node', () => {
    fc.assert(
      fc.property(number, fc.nat({ max: 32 }), number, fc.boolean(), (network, bits, ip, near) => {
        const size = 2 ** (32 - bits);
        const asked = near ? (Math.floor(network / size) * size + (ip % (2 * size))) % 2 ** 32 : ip;
        const address = cidr(`${dotted(network)}/${bits}`);
        const held = Math.floor(network / size) === Math.floor(asked / size);
        expect(addressTest([address])(dotted(asked))).toBe(held);
        expect(addressTest([address])(`::ffff:${dotted(asked)}`)).toBe(held);
        expect(byNode(address, dotted(asked))).toBe(held);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a range agree with arithmetic and with node; its ends stand in order', () => {
    fc.assert(
      fc.property(number, number, number, (from, to, ip) => {
        const address = range(`${dotted(from)}-${dotted(to)}`);
        if (from > to) return expect(faultOfAddress(address)).toBe(address.value);
        const held = from <= ip && ip <= to;
        expect(normalAddress(address)).toEqual(address);
        expect(addressTest([address])(dotted(ip))).toBe(held);
        return expect(byNode(address, dotted(ip))).toBe(held);
      }),
      { numRuns: 1000 },
    );
  });

  test('of IPv6 networks agree with arithmetic and with node', () => {
    const wide = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
    const colons = (n: bigint): string =>
      Array.from({ length: 8 }, (_, i) => ((n >> BigInt(16 * (7 - i))) & 0xffffn).toString(16)).join(':');
    fc.assert(
      fc.property(wide, fc.nat({ max: 128 }), wide, fc.boolean(), (network, bits, other, near) => {
        const shift = BigInt(128 - bits);
        const ip = near ? ((network >> shift) << shift) + (other >> BigInt(bits)) : other;
        const address = cidr(`${colons(network)}/${bits}`);
        const held = network >> shift === ip >> shift;
        expect(addressTest([address])(colons(ip))).toBe(held);
        expect(byNode(address, colons(ip))).toBe(held);
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever text is no address does not throw', () => {
    fc.assert(
      fc.property(fc.constantFrom('CIDR' as const, 'RANGE' as const), fc.string(), (type, value) => {
        const fault = faultOfAddress({ type, value });
        if (fault === undefined) addressTest([{ type, value }])('10.0.0.1');
      }),
      { numRuns: 1000 },
    );
  });
});
