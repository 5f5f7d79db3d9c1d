import { catchAllOf } from '../../objects/policies/defaults.js';
import { isIdentityEngine, kindOf, kindOfRow, type PolicyKind } from '../../objects/policies/kinds.js';
import { USUAL_RULE, usualActions } from '../../objects/policies/usual.js';
import { inOrder } from '../../objects/priorities.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { PolicyRow } from '../../store/rows/policies.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { SeedPolicy, SeedPolicyRule } from '../read/sections/policies.js';
import { type Applying, type Kind, pinned } from './applying.js';

/** What a rule is made with: less than a whole seed, so that an org of an earlier version can be given one, too. */
export type RuleMaker = Pick<Applying, 'store' | 'ids' | 'now'> & Partial<Pick<Applying, 'idOf'>>;

function conditionsOf(policy: SeedPolicy, idOf: Applying['idOf']): JsonObject | null {
  if (policy.groups.length === 0) return policy.conditions;
  const include = policy.groups.map((group) => idOf('groups', group));
  return { people: { groups: { include } }, ...policy.conditions };
}

function ruleConditions(rule: SeedPolicyRule, kind: PolicyKind, idOf: RuleMaker['idOf']): JsonObject | null {
  if (rule.conditions === null) return null;
  const ids = (section: 'groups' | 'users' | 'zones', names: readonly string[]): string[] =>
    names.map((name) => idOf?.(section, name) ?? '');
  const groups: JsonObject = rule.groups.length > 0 ? { groups: { include: ids('groups', rule.groups) } } : {};
  const people: JsonObject = { users: { exclude: ids('users', rule.exclude) }, ...groups };
  const zones: JsonObject | undefined =
    rule.zones.length > 0 ? { connection: 'ZONE', include: ids('zones', rule.zones) } : undefined;
  return {
    ...(kind.ruleConditions.includes('people') ? { people } : {}),
    network: zones ?? { connection: 'ANYWHERE' },
    ...rule.conditions,
  };
}

const usualRule = (type: string, system: boolean, isEngine: boolean): SeedPolicyRule => ({
  name: USUAL_RULE,
  status: 'ACTIVE',
  system,
  groups: [],
  exclude: [],
  zones: [],
  conditions: type === 'OKTA_SIGN_ON' ? { authContext: { authType: 'ANY' } } : {},
  actions: usualActions(type, isEngine),
});

/** Gives a policy its rules: those that are written, or the usual one. */
export function addRules(policy: PolicyRow, written: readonly SeedPolicyRule[] | undefined, to: RuleMaker): void {
  const { store, ids, now, idOf } = to;
  const kind = kindOfRow(policy);
  const { id: policyId, system } = policy;
  const rules = written ?? (kind.ranked ? [usualRule(policy.type, system, isIdentityEngine({ store }))] : []);
  const first = kind.ranked ? 1 : 0;
  for (const [place, rule] of rules.entries()) {
    store.policyRules.insert({
      id: rule.id ?? ids.next(kind.rulePrefix),
      policyId,
      type: kind.ruleType,
      name: rule.name,
      status: rule.status,
      priority: rule.system && !kind.ranked ? 99 : place + first,
      system: rule.system,
      created: now,
      lastUpdated: now,
      conditions: ruleConditions(rule, kind, idOf),
      actions: rule.actions,
    });
  }
  if (!kind.ranked && !rules.some((rule) => rule.system)) {
    store.policyRules.insert({ ...catchAllOf({ store }, policy, now), id: ids.next(kind.rulePrefix) });
  }
}

/** Gives the policies of each ranked type 1..n, the system's own last. */
export function rankPolicies(store: Store): void {
  const types = new Set(store.policies.all().map(({ type }) => type));
  for (const type of types) {
    const ranked = kindOfRow({ type }).ranked;
    for (const [place, row] of inOrder(store.policies.where('type', type)).entries()) {
      const priority = ranked ? place + 1 : 1;
      if (row.priority !== priority) store.policies.update(row.id, { priority });
    }
  }
}

const nameOf = ({ type, name }: { readonly type: string; readonly name: string }): string => `${type} ${name}`;

/** Policies, each named by its type and name. An org of the Classic engine has none of the types that came later. */
export const policies: Kind<SeedPolicy> = {
  nameOf,
  find: (store, name) => store.policies.all().find((policy) => foldKey(nameOf(policy)) === foldKey(name))?.id,
  add(policy, to) {
    const { store, ids, now, idOf } = to;
    const kind = kindOf({ store }, policy.type);
    if (!kind) return;
    const { groups: _, rules, classic, settings, ...rest } = policy;
    const own = isIdentityEngine({ store }) ? { settings, rules } : { settings, rules, ...classic };
    const row = store.policies.insert({
      ...rest,
      id: pinned(policy).id ?? ids.next(kind.policyPrefix),
      created: now,
      lastUpdated: now,
      conditions: conditionsOf(policy, idOf),
      ...(own.settings ? { settings: own.settings } : {}),
    });
    addRules(row, own.rules, to);
  },
  finish: (_, { store }) => rankPolicies(store),
};
