import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, type Members, objectOf, refuseAll, textOf, textsOf } from '../../contract/given.js';
import type { ZoneChoice, ZoneLocation, ZoneRow } from '../../store/rows/zones.js';

const MAX_ITEMS = 75;

/** What is read here of a zone's body: lists of a dynamic zone, choices of an enhanced one. */
export interface GivenPlaces {
  readonly locations?: unknown;
  readonly asns?: unknown;
  readonly ipServiceCategories?: unknown;
  readonly proxyType?: string | null | undefined;
}

const locationOf = (item: unknown): ZoneLocation => {
  const { country, region } = objectOf(item) ?? {};
  return { country: textOf(country) ?? '', region: textOf(region) ?? null };
};

/** A list, none where there is none. @throws OktaError 400 E0000003 for anything else */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw unreadable();
  return value;
}

/** A choice of an enhanced zone. @throws OktaError 400 E0000003 where it is none */
function choiceOf<T>(value: unknown, read: (list: readonly unknown[]) => T[]): ZoneChoice<T> {
  const given: Members | undefined = value === undefined || value === null ? {} : objectOf(value);
  if (!given) throw unreadable();
  return { include: read(listOf(given.include)), exclude: read(listOf(given.exclude)) };
}

const place = ({ country, region }: ZoneLocation): string => `${country} ${region ?? ''}`;

const locationsOf = (list: readonly unknown[]): ZoneLocation[] =>
  list.map(locationOf).sort((a, b) => (place(a) < place(b) ? -1 : 1));

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

/**
 * The places of a dynamic zone.
 * @throws OktaError 400 E0000003 for what is no list, E0000001 with what is missing, too much or no place
 */
export function dynamicParts(body: GivenPlaces): Pick<ZoneRow, 'locations' | 'proxyType' | 'asns'> {
  const locations = locationsOf(listOf(body.locations));
  const asns = textsOf(listOf(body.asns));
  refuseAll([
    ...(locations.length > 0 || asns.length > 0 || body.proxyType ? [] : absent('locations', null)),
    ...tooMany('locations', locations, 'locations'),
    ...locations.flatMap(badLocation),
    ...tooMany('asns', asns, 'asns'),
    ...badProxyType(body.proxyType ?? ''),
  ]);
  return {
    locations: locations.length > 0 ? locations : null,
    proxyType: body.proxyType ?? null,
    ...(asns.length > 0 ? { asns } : {}),
  };
}

const all = <T>({ include, exclude }: ZoneChoice<T>): readonly T[] => [...include, ...exclude];

/**
 * What an enhanced dynamic zone holds and what it does not; lists that are not given are shown empty.
 * @param mayBeEmpty of Okta's own, which can be sent back as they are read
 * @throws OktaError 400 E0000003 for what is no choice, E0000001 with what is missing, too much or no place
 */
export function enhancedParts(
  body: GivenPlaces,
  mayBeEmpty: boolean,
): Pick<ZoneRow, 'locations' | 'asns' | 'ipServiceCategories'> {
  const locations = choiceOf(body.locations, locationsOf);
  const asns = choiceOf(body.asns, textsOf);
  const ipServiceCategories = choiceOf(body.ipServiceCategories, textsOf);
  const lists = [...all(locations), ...all(asns), ...all(ipServiceCategories)];
  refuseAll([
    ...(lists.length > 0 || mayBeEmpty ? [] : absent('locations', null)),
    ...tooMany('locations', all(locations), 'locations'),
    ...all(locations).flatMap(badLocation),
    ...tooMany('asns', all(asns), 'asns'),
  ]);
  return { locations, ipServiceCategories, asns };
}
