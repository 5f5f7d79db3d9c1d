import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, missing, oneOf, refuseAll, textsOf, tooLong, tooMany } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { faultOfAddress, normalAddress } from '../../languages/addresses/addresses.js';
import type { ZoneAddress, ZoneLocation, ZoneRow } from '../../store/rows/zones.js';

/** Most addresses of a zone, by what it is for (facts: network-zone). */
const MAX_ADDRESSES = { POLICY: 150, BLOCKLIST: 1000 };
const MAX_ITEMS = 75;

/** What stands between a client and the org (facts: network-zone); empty for nothing in particular. */
const PROXY_TYPES = ['', 'Any', 'Tor', 'NotTorAnonymizer', 'TorAnonymizer'];

type Body = Given<Schemas['NetworkZone']>;

const isUsage = (value: string): value is ZoneRow['usage'] => Object.hasOwn(MAX_ADDRESSES, value);

/** @throws OktaError 400 E0000003 for an address of an unknown type */
function addressesOf(list: Body['gateways']): ZoneAddress[] | null {
  if (!list || list.length === 0) return null;
  return list.map((item) => {
    const { type, value } = item ?? {};
    if (type !== 'CIDR' && type !== 'RANGE') throw unreadable();
    return { type, value: value ?? '' };
  });
}

const badAddress = (list: string, address: ZoneAddress): Fault[] => {
  const part = faultOfAddress(address);
  const where = `in the ${address.type}: ${address.value} is invalid. Make sure it is a valid IPV4.`;
  return part === undefined ? [] : [[list, `${list}: The IP: ${part} ${where}`]];
};

function ipParts(body: Body, usage: ZoneRow['usage'], mayBeEmpty = false): Partial<ZoneRow> {
  const [gateways, proxies] = [addressesOf(body.gateways), addressesOf(body.proxies)];
  refuseAll([
    ...(mayBeEmpty ? [] : absent('gateways', gateways ?? proxies)),
    ...Object.entries({ gateways, proxies }).flatMap(([list, addresses]) => [
      ...(addresses ?? []).flatMap((address) => badAddress(list, address)),
      ...tooMany(list, addresses, MAX_ADDRESSES[usage], 'addresses may be included in an IP Zone.'),
    ]),
  ]);
  const kept = usage === 'BLOCKLIST' ? null : proxies;
  return { gateways: gateways?.map(normalAddress) ?? null, proxies: kept?.map(normalAddress) ?? null };
}

const badLocation = ({ country, region }: ZoneLocation): Fault[] =>
  /^[A-Z]{2}$/.test(country) && (region === null || /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region))
    ? []
    : [['locations', 'locations: A country is two capital letters, a region the country and its own code']];

const badProxyType = (type: string, [, ...names]: readonly string[]): string =>
  `proxyType: '${type}' is invalid. Valid values: [${names.join(', ')}].`;

function dynamicParts({ locations: given, proxyType = null, asns: numbers }: Body): Partial<ZoneRow> {
  const locations = (given ?? []).map((item) => ({ country: item?.country ?? '', region: item?.region ?? null }));
  const asns = textsOf(numbers);
  refuseAll([
    ...(locations.length > 0 || asns.length > 0 || proxyType ? [] : absent('locations', null)),
    ...tooMany('locations', locations, MAX_ITEMS, 'locations may be included in a Location Zone.'),
    ...locations.flatMap(badLocation),
    ...tooMany('asns', asns, MAX_ITEMS, 'asns may be included in a Location Zone.'),
    ...oneOf('proxyType', proxyType, PROXY_TYPES, (names) => badProxyType(String(proxyType), names)),
  ]);
  locations.sort((a, b) => (`${a.country} ${a.region ?? ''}` < `${b.country} ${b.region ?? ''}` ? -1 : 1));
  return { locations: locations.length > 0 ? locations : null, proxyType, ...(asns.length > 0 ? { asns } : {}) };
}

/**
 * Reads a whole zone. Okta's own need no address: a new org's have none, and what is read can be sent back.
 * @param before the zone as it is, where it is changed
 * @throws OktaError 400 E0000003 for an unknown type or usage, E0000001 with what is missing, too long or no address
 */
export function readZone(body: Body, before?: ZoneRow): Pick<ZoneRow, 'type' | 'name' | 'usage'> & Partial<ZoneRow> {
  const { type, name } = body;
  const usage = body.usage ?? 'POLICY';
  refuseAll([...missing('name', name), ...tooLong('name', name, 128), ...absent('type', type)]);
  if ((type !== 'IP' && type !== 'DYNAMIC') || !isUsage(usage)) throw unreadable();
  const parts = type === 'IP' ? ipParts(body, usage, before?.system) : dynamicParts(body);
  return { type, name: String(name), usage, ...parts };
}
