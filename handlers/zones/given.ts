import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, missing, refuseAll, textsOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { faultOfAddress, normalAddress } from '../../objects/zones/addresses.js';
import type { ZoneAddress, ZoneLocation, ZoneRow } from '../../store/rows/zones.js';

/** Most addresses of a zone, by what it is for (facts: network-zone). */
const MAX_ADDRESSES = { POLICY: 150, BLOCKLIST: 1000 };
const MAX_ITEMS = 75;

type Body = Given<Schemas['NetworkZone']>;
type List = 'gateways' | 'proxies';

const isUsage = (value: unknown): value is ZoneRow['usage'] => value === 'POLICY' || value === 'BLOCKLIST';

/** @throws OktaError 400 E0000003 for an address of an unknown type */
function addressesOf(list: Body[List]): ZoneAddress[] | null {
  if (!list || list.length === 0) return null;
  return list.map((item) => {
    const { type, value } = item ?? {};
    if (type !== 'CIDR' && type !== 'RANGE') throw unreadable();
    return { type, value: value ?? '' };
  });
}

const badAddresses = (list: List, addresses: readonly ZoneAddress[] | null): Fault[] =>
  (addresses ?? []).flatMap((address): Fault[] => {
    const part = faultOfAddress(address);
    const where = `in the ${address.type}: ${address.value} is invalid. Make sure it is a valid IPV4.`;
    return part === undefined ? [] : [[list, `${list}: The IP: ${part} ${where}`]];
  });

function ipParts(body: Body, usage: ZoneRow['usage'], mayBeEmpty: boolean): Pick<ZoneRow, List> {
  const parts = { gateways: addressesOf(body.gateways), proxies: addressesOf(body.proxies) };
  const lists = ['gateways', 'proxies'] as const;
  refuseAll([
    ...(parts.gateways || parts.proxies || mayBeEmpty ? [] : absent('gateways', null)),
    ...lists.flatMap((list) => badAddresses(list, parts[list])),
    ...lists.flatMap((list): Fault[] =>
      (parts[list]?.length ?? 0) > MAX_ADDRESSES[usage]
        ? [[list, `${list}: No more than ${MAX_ADDRESSES[usage]} addresses may be included in an IP Zone.`]]
        : [],
    ),
  ]);
  const normal = (list: ZoneAddress[] | null): ZoneAddress[] | null => list?.map(normalAddress) ?? null;
  return { gateways: normal(parts.gateways), proxies: usage === 'BLOCKLIST' ? null : normal(parts.proxies) };
}

const locationOf = (
  item: { readonly country?: string | null; readonly region?: string | null } | null,
): ZoneLocation => ({
  country: item?.country ?? '',
  region: item?.region ?? null,
});

const badLocation = ({ country, region }: ZoneLocation): Fault[] =>
  /^[A-Z]{2}$/.test(country) && (region === null || /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region))
    ? []
    : [['locations', 'locations: A country is two capital letters, a region the country and its own code']];

const tooMany = (field: string, items: readonly unknown[], what: string): Fault[] =>
  items.length > MAX_ITEMS
    ? [[field, `${field}: No more than ${MAX_ITEMS} ${what} may be included in a Location Zone.`]]
    : [];

/** What stands between a client and the org (facts: network-zone); empty for nothing in particular. */
const PROXY_TYPES = ['', 'Any', 'Tor', 'NotTorAnonymizer', 'TorAnonymizer'];

const badProxyType = (type: string): Fault[] =>
  PROXY_TYPES.includes(type)
    ? []
    : [['proxyType', `proxyType: '${type}' is invalid. Valid values: [${PROXY_TYPES.slice(1).join(', ')}].`]];

function dynamicParts(body: Body): Pick<ZoneRow, 'locations' | 'proxyType' | 'asns'> {
  const locations = (body.locations ?? []).map(locationOf);
  const asns = textsOf(body.asns);
  refuseAll([
    ...(locations.length > 0 || asns.length > 0 || body.proxyType ? [] : absent('locations', null)),
    ...tooMany('locations', locations, 'locations'),
    ...locations.flatMap(badLocation),
    ...tooMany('asns', asns, 'asns'),
    ...badProxyType(body.proxyType ?? ''),
  ]);
  const place = ({ country, region }: ZoneLocation): string => `${country} ${region ?? ''}`;
  return {
    locations: locations.length > 0 ? locations.sort((a, b) => (place(a) < place(b) ? -1 : 1)) : null,
    proxyType: body.proxyType ?? null,
    ...(asns.length > 0 ? { asns } : {}),
  };
}

/** What a client may say of a zone. */
export type GivenZone = Pick<ZoneRow, 'type' | 'name' | 'usage'> & Partial<ZoneRow>;

/**
 * Reads a whole zone. Okta's own need no address: a new org's have none, and what is read can be sent back.
 * @param before the zone as it is, where it is changed
 * @throws OktaError 400 E0000003 for an unknown type or usage, E0000001 with what is missing, too long or no address
 */
export function readZone(body: Body, before?: ZoneRow): GivenZone {
  const { type, usage = 'POLICY', name } = body;
  refuseAll([...missing('name', name), ...tooLong('name', name, 128), ...absent('type', type)]);
  if ((type !== 'IP' && type !== 'DYNAMIC') || !isUsage(usage ?? 'POLICY')) throw unreadable();
  const purpose = isUsage(usage) ? usage : 'POLICY';
  return {
    type,
    name: String(name),
    usage: purpose,
    ...(type === 'IP' ? ipParts(body, purpose, before?.system === true) : dynamicParts(body)),
  };
}
