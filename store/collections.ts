import * as kinds from './kinds.js';
import type { CollectionSpec } from './rows/spec.js';

type Kinds = typeof kinds;

/** The collections that state files of the first format hold, in their order there; later ones follow by name. */
const first: readonly (keyof Kinds)[] = [
  ...(['org', 'tokens', 'users', 'oneTimeTokens', 'userTypes', 'schemas', 'groups', 'memberships'] as const),
  ...(['groupRules', 'linkedObjects', 'links', 'jobs', 'policies', 'messages', 'logs'] as const),
];

const all: Kinds = { ...kinds };

const later = (Object.keys(all) as (keyof Kinds)[]).filter((name) => !first.includes(name)).sort();

/** Every collection of an org by name, in the order of the state file. */
export const collections = Object.fromEntries([...first, ...later].map((name) => [name, all[name]])) as Kinds;

export type Collections = typeof collections;
export type CollectionName = keyof Collections;

/** The row type of a collection. */
export type RowOf<C extends CollectionName> = Collections[C] extends CollectionSpec<infer R> ? R : never;
