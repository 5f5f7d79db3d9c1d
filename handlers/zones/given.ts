import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { faultOfAddress, normalAddress } from '../../objects/zones/addresses.js';
import type { ZoneAddress, ZoneRow } from '../../store/rows/zones.js';
import { dynamicParts, enhancedParts } from './places.js';

/** Most addresses of a zone, by what it is for (facts: network-zone). */
const MAX_ADDRESSES = { POLICY: 150, BLOCKLIST: 1000 };

type Body = Given<Schemas['NetworkZone']>;
type List = 'gateways' | 'proxies';

const isType = (value: unknown): value is ZoneRow['type'] =>
  value === 'IP' || value === 'DYNAMIC' || value === 'DYNAMIC_V2';

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

/** What a client may say of a zone. */
export type GivenZone = Pick<ZoneRow, 'type' | 'name' | 'usage'> & Partial<ZoneRow>;

function parts(type: ZoneRow['type'], body: Body, purpose: ZoneRow['usage'], mayBeEmpty: boolean): Partial<ZoneRow> {
  if (type === 'IP') return ipParts(body, purpose, mayBeEmpty);
  return type === 'DYNAMIC' ? dynamicParts(body) : enhancedParts(body, mayBeEmpty);
}

/**
 * Reads a whole zone. Okta's own need no address: a new org's have none, and what is read can be sent back.
 * @param before the zone as it is, where it is changed
 * @throws OktaError 400 E0000003 for an unknown type or usage, E0000001 with what is missing, too long or no address
 */
export function readZone(body: Body, before?: ZoneRow): GivenZone {
  const { type, usage = 'POLICY', name } = body;
  refuseAll([...missing('name', name), ...tooLong('name', name, 128), ...absent('type', type)]);
  if (!isType(type) || !isUsage(usage ?? 'POLICY')) throw unreadable();
  const purpose = isUsage(usage) ? usage : 'POLICY';
  return {
    type,
    name: String(name),
    usage: purpose,
    ...parts(type, body, purpose, before?.system === true),
  };
}
