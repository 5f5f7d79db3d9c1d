import type { Store } from '../store/types.js';

let lastOrgId = '';
let lastRealmId = 'guo';

/** The id of the org's default realm, `guo…`: the org's own id with the prefix of realms. */
export function defaultRealmId(store: Store): string {
  const orgId = store.org.all()[0]?.id ?? '';
  // All users name it: one text in memory for them.
  if (orgId !== lastOrgId) [lastOrgId, lastRealmId] = [orgId, `guo${orgId.slice(3)}`];
  return lastRealmId;
}
