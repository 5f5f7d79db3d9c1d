import { BlockList, isIP } from 'node:net';

/** Some addresses, as zones list them and as policies ask of them: a network in CIDR notation, or a range `a-b`. */
export interface Addresses {
  readonly type: 'CIDR' | 'RANGE';
  readonly value: string;
}

/** 4 or 6; 0 for what is no address, and for one that names a link of some machine (`fe80::1%eth0`): elsewhere it is none. */
const versionOf = (ip: string): number => (ip.includes('%') ? 0 : isIP(ip));

const familyOf = (ip: string): 'ipv4' | 'ipv6' => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');

/** The two ends of a range; a bare address is a range of one. */
const endsOf = (value: string): readonly [string, string] => {
  const [from = '', to = from, ...rest] = value.split('-').map((part) => part.trim());
  return [from, rest.length === 0 ? to : ''];
};

/** A range that names its two ends; networks are kept as given, bits beyond the mask included. */
export const normalAddress = ({ type, value }: Addresses): Addresses =>
  type === 'RANGE' ? { type, value: endsOf(value).join('-') } : { type, value };

function addTo(list: BlockList, { type, value }: Addresses): void {
  if (type === 'RANGE') {
    const [from, to] = endsOf(value);
    list.addRange(from, to, familyOf(from));
    return;
  }
  const [network = '', bits] = value.split('/');
  list.addSubnet(network, Number(bits), familyOf(network));
}

/** A network is written out whole: `10/8` is none, whatever others read into it. */
const faultOfNetwork = (value: string): string | undefined => {
  const [network = '', bits = '', ...rest] = value.split('/');
  const family = versionOf(network);
  if (family === 0) return network;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32) && rest.length === 0 ? undefined : value;
};

const faultOfRange = (value: string): string | undefined => {
  const [from, to] = endsOf(value);
  if (versionOf(from) === 0) return from;
  if (versionOf(to) !== versionOf(from)) return to;
  try {
    addTo(new BlockList(), { type: 'RANGE', value });
  } catch {
    // The end comes before the beginning.
    return value;
  }
  return undefined;
};

/** The part of an address that cannot be used; undefined for a usable one. IPv4 and IPv6 are taken. */
export const faultOfAddress = ({ type, value }: Addresses): string | undefined =>
  type === 'CIDR' ? faultOfNetwork(value) : faultOfRange(value);

/**
 * A test whether one of the addresses holds another; an IPv4 address that is mapped into IPv6 is the IPv4 address. The
 * link that an address of this machine is met on does not count.
 */
export function addressTest(addresses: readonly Addresses[]): (ip: string) => boolean {
  const list = new BlockList();
  for (const address of addresses) addTo(list, address);
  return (ip) => {
    const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
  };
}
