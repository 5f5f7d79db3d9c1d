import type { Store } from '../store/types.js';

/** The id of the org's default realm, `guo…`: the org's own id with the prefix of realms. */
export const defaultRealmId = (store: Store): string => `guo${store.org.all()[0]?.id.slice(3) ?? ''}`;
