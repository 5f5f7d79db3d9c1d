import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, missing, refuseAll, tooLong, tooMany } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { faultOfAddress, normalAddress } from '../../languages/addresses/addresses.js';
import type { ZoneAddress, ZoneRow } from '../../store/rows/zones.js';
import { dynamicParts, enhancedParts } from './places.js';

/** Most addresses of a zone, by what it is for; and of Okta's own for policies (facts: network-zone). */
const MAX_ADDRESSES = { POLICY: 150, BLOCKLIST: 1000 };
const MAX_OF_SYSTEM = 5000;

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

function ipParts(body: Body, usage: ZoneRow['usage'], system = false): Partial<ZoneRow> {
  const most = system && usage === 'POLICY' ? MAX_OF_SYSTEM : MAX_ADDRESSES[usage];
  const [gateways, proxies] = [addressesOf(body.gateways), addressesOf(body.proxies)];
  refuseAll([
    ...(system ? [] : absent('gateways', gateways ?? proxies)),
    ...Object.entries({ gateways, proxies }).flatMap(([list, addresses]) => [
      ...(addresses ?? []).flatMap((address) => badAddress(list, address)),
      ...tooMany(list, addresses, most, 'addresses may be included in an IP Zone.'),
    ]),
  ]);
  const kept = usage === 'BLOCKLIST' ? null : proxies;
  return { gateways: gateways?.map(normalAddress) ?? null, proxies: kept?.map(normalAddress) ?? null };
}

const kinds: Readonly<
  Record<ZoneRow['type'], (body: Body, usage: ZoneRow['usage'], system?: boolean) => Partial<ZoneRow>>
> = {
  IP: ipParts,
  DYNAMIC: dynamicParts,
  DYNAMIC_V2: (body, _, system) => enhancedParts(body, system),
};

const isType = (type: string): type is ZoneRow['type'] => Object.hasOwn(kinds, type);

/**
 * Reads a whole zone. Okta's own need no address: a new org's have none, and what is read can be sent back.
 * @param before the zone as it is, where it is changed
 * @throws OktaError 400 E0000003 for an unknown type or usage, E0000001 with what is missing, too long or no address
 */
export function readZone(body: Body, before?: ZoneRow): Pick<ZoneRow, 'type' | 'name' | 'usage'> & Partial<ZoneRow> {
  const { type, name } = body;
  const usage = body.usage ?? 'POLICY';
  refuseAll([...missing('name', name), ...tooLong('name', name, 128), ...absent('type', type)]);
  if (!type || !isType(type) || !isUsage(usage)) throw unreadable();
  return { type, name: String(name), usage, ...kinds[type](body, usage, before?.system) };
}
