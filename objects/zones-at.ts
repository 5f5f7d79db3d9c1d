import { holdsAddress } from '../languages/addresses/addresses.js';
import type { ZoneRow } from '../store/rows/zones.js';
import type { Store } from '../store/types.js';

/** Whether an active zone holds this address. Places and networks of a dynamic zone are not known of an address. */
export const zoneHolds = (zone: ZoneRow | undefined, ip: string): boolean =>
  zone?.status === 'ACTIVE' && holdsAddress([...(zone.gateways ?? []), ...(zone.proxies ?? [])], ip);

/** Addresses that are kept with their zones. */
const MAX_KEPT = 500;

/** What was found, by the zones as they were: a change makes another list of them. */
const found = new WeakMap<readonly ZoneRow[], Map<string, string | undefined>>();

/** Names of the active zones that hold an address, the oldest first; undefined where there is none. */
export function zoneNamesAt({ zones }: Pick<Store, 'zones'>, ip: string): string | undefined {
  const all = zones.all();
  let kept = found.get(all);
  if (!kept || kept.size >= MAX_KEPT) found.set(all, (kept = new Map()));
  if (kept.has(ip)) return kept.get(ip);
  const names = all.filter((zone) => zoneHolds(zone, ip)).map(({ name }) => name);
  const text = names.length === 0 ? undefined : names.join(', ');
  kept.set(ip, text);
  return text;
}
