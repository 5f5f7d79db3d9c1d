import type { ZoneLocation } from '../../store/rows/zones.js';

/** Whether a country is two capital letters, and a region, where there is one, that country's and a code of its own. */
export const isPlace = ({ country, region }: ZoneLocation): boolean =>
  /^[A-Z]{2}$/.test(country) &&
  (region === null || (region.startsWith(`${country}-`) && /^[A-Z0-9]{1,3}$/.test(region.slice(3))));
