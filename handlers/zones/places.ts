import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, objectOf, oneOf, refuseAll, textOf, textsOf, tooMany } from '../../contract/given.js';
import { isPlace } from '../../objects/zones/places.js';
import type { ZoneChoice, ZoneLocation, ZoneRow } from '../../store/rows/zones.js';

const MAX_ITEMS = 75;

/** What stands between a client and the org (facts: network-zone); empty for nothing in particular. */
const PROXY_TYPES = ['', 'Any', 'Tor', 'NotTorAnonymizer', 'TorAnonymizer'];

/** What is read here of a zone's body: lists of a dynamic zone, choices of an enhanced one. */
export interface GivenPlaces {
  readonly locations?: unknown;
  readonly asns?: unknown;
  readonly ipServiceCategories?: unknown;
  readonly proxyType?: string | null | undefined;
}

/** A list, an empty one where there is none. @throws OktaError 400 E0000003 for anything else */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw unreadable();
  return value;
}

const locationOf = (item: unknown): ZoneLocation => {
  const { country, region } = objectOf(item) ?? {};
  return { country: textOf(country) ?? '', region: textOf(region) ?? null };
};

const place = ({ country, region }: ZoneLocation): string => `${country} ${region ?? ''}`;

const locationsOf = (value: unknown): ZoneLocation[] =>
  listOf(value)
    .map(locationOf)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));

const badLocation = (location: ZoneLocation): Fault[] =>
  isPlace(location)
    ? []
    : [['locations', 'locations: A country is two capital letters, a region the country and its own code']];

const badProxyType = (type: string, [, ...names]: readonly string[]): string =>
  `proxyType: '${type}' is invalid. Valid values: [${names.join(', ')}].`;

const placeFaults = (locations: readonly ZoneLocation[], asns: readonly string[]): Fault[] => [
  ...tooMany('locations', locations, MAX_ITEMS, 'locations may be included in a Location Zone.'),
  ...locations.flatMap(badLocation),
  ...tooMany('asns', asns, MAX_ITEMS, 'asns may be included in a Location Zone.'),
];

/**
 * The places of a dynamic zone.
 * @throws OktaError 400 E0000003 for what is no list, E0000001 with what is missing, too much or no place
 */
export function dynamicParts({ locations: given, proxyType = null, asns: numbers }: GivenPlaces): Partial<ZoneRow> {
  const locations = locationsOf(given);
  const asns = textsOf(listOf(numbers));
  refuseAll([
    ...(locations.length > 0 || asns.length > 0 || proxyType ? [] : absent('locations', null)),
    ...placeFaults(locations, asns),
    ...oneOf('proxyType', proxyType, PROXY_TYPES, (names) => badProxyType(String(proxyType), names)),
  ]);
  return { locations: locations.length > 0 ? locations : null, proxyType, ...(asns.length > 0 ? { asns } : {}) };
}

/** A choice of an enhanced zone. @throws OktaError 400 E0000003 where it is none */
function choiceOf<T>(value: unknown, read: (list: unknown) => T[]): ZoneChoice<T> {
  const given = value === undefined || value === null ? {} : objectOf(value);
  if (!given) throw unreadable();
  return { include: read(given.include), exclude: read(given.exclude) };
}

const wordsOf = (list: unknown): string[] => textsOf(listOf(list));

const all = <T>({ include, exclude }: ZoneChoice<T>): readonly T[] => [...include, ...exclude];

/**
 * What an enhanced dynamic zone holds and what it does not; lists that are not given are shown empty.
 * @param mayBeEmpty of Okta's own, which can be sent back as they are read
 * @throws OktaError 400 E0000003 for what is no choice, E0000001 with what is missing, too much or no place
 */
export function enhancedParts(body: GivenPlaces, mayBeEmpty = false): Partial<ZoneRow> {
  const locations = choiceOf(body.locations, locationsOf);
  const asns = choiceOf(body.asns, wordsOf);
  const ipServiceCategories = choiceOf(body.ipServiceCategories, wordsOf);
  const isEmpty = [locations, asns, ipServiceCategories].every((choice) => all<unknown>(choice).length === 0);
  refuseAll([...(isEmpty && !mayBeEmpty ? absent('locations', null) : []), ...placeFaults(all(locations), all(asns))]);
  return { locations, ipServiceCategories, asns };
}
