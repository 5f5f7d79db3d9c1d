import type { Json } from '../../store/rows/common.js';
import { foldKey } from '../../store/rows/spec.js';
import type { SeedPolicy } from '../read/sections/policies.js';
import { type Applying, type Kind, pinned } from './applying.js';

function conditionsOf(policy: SeedPolicy, idOf: Applying['idOf']): Json {
  if (policy.groups.length === 0) return policy.conditions;
  const include = policy.groups.map((group) => idOf('groups', group));
  return { people: { groups: { include } }, ...policy.conditions };
}

const nameOf = ({ type, name }: { readonly type: string; readonly name: string }): string => `${type} ${name}`;

/** Policies, each named by its type and name. */
export const policies: Kind<SeedPolicy> = {
  nameOf,
  find: (store, name) => store.policies.all().find((policy) => foldKey(nameOf(policy)) === foldKey(name))?.id,
  add(policy, { store, now, idOf }) {
    const { groups: _, id: __, ...rest } = policy;
    const conditions = conditionsOf(policy, idOf);
    store.policies.insert({ ...pinned(policy), ...rest, created: now, lastUpdated: now, conditions });
  },
};
