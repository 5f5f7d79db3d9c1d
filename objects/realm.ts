import { forLast } from '../store/for-last.js';
import type { Store } from '../store/types.js';

/** All users name it: one text in memory for them. */
const realmIdOf = forLast((orgId: string) => `guo${orgId.slice(3)}`);

/** The id of the org's default realm, `guo…`: the org's own id with the prefix of realms. */
export const defaultRealmId = (store: Store): string => realmIdOf(store.org.all()[0]?.id ?? '');
