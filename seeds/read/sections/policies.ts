import * as z from 'zod';
import { policyTypes } from '../../../objects/policies/kinds.js';
import { foldKey } from '../../../store/rows/spec.js';
import { checkNames, report } from '../findings.js';
import { checkLikeness } from '../likeness.js';
import { jsonObject, status, text } from '../parts.js';
import type { Checking, Section } from '../section.js';

const pinnedId = (...prefixes: string[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(?:${prefixes.join('|')})[0-9A-Za-z]{17}$`),
      `must be ${prefixes.join(' or ')} and 17 more letters and digits`,
    )
    .optional();

const names = z.array(text).default([]);

const rule = z.strictObject({
  id: pinnedId('0pr', 'rul'),
  name: text.max(255),
  status,
  system: z.boolean().default(false),
  /** Names of the groups that it is for; everybody without any. */
  groups: names,
  /** Logins of those that it is not for. */
  exclude: names,
  /** Names of the zones that it is for. */
  zones: names,
  /** The rest of its conditions; null for a rule that has none at all. */
  conditions: jsonObject.nullable().default({}),
  actions: jsonObject,
});

/** What stands in place of the same in an org of the Classic engine. */
const classic = z.strictObject({ settings: jsonObject.optional(), rules: z.array(rule).optional() });

const policy = z.strictObject({
  id: pinnedId('00p', 'rst'),
  type: z.enum(policyTypes),
  name: text,
  description: z.string().optional(),
  status,
  priority: z.int().min(0).default(1),
  system: z.boolean().default(false),
  /** Names of the groups that it is for; with them `conditions.people.groups.include` is made. */
  groups: names,
  conditions: jsonObject.nullable().default(null),
  settings: jsonObject.optional(),
  /** In the order in which they are tried; without it one that allows what is usual. */
  rules: z.array(rule).optional(),
  classic: classic.optional(),
});

/** A policy. Policies of two types may have one name. */
export type SeedPolicy = z.infer<typeof policy>;

/** A rule of a policy. */
export type SeedPolicyRule = z.infer<typeof rule>;

function checkRules(checking: Checking, item: SeedPolicy): void {
  const lists = { rules: item.rules ?? [], 'classic rules': item.classic?.rules ?? [] };
  for (const [list, rules] of Object.entries(lists)) {
    const path = list === 'rules' ? ['rules'] : ['classic', 'rules'];
    const seen = new Set<string>();
    for (const [i, one] of rules.entries()) {
      checkNames(checking, item, [...path, i, 'groups'], 'groups', one.groups);
      checkNames(checking, item, [...path, i, 'exclude'], 'users', one.exclude);
      checkNames(checking, item, [...path, i, 'zones'], 'zones', one.zones);
      if (seen.has(foldKey(one.name))) report(checking, item, [...path, i, 'name'], 'is the name of another rule');
      seen.add(foldKey(one.name));
    }
  }
}

/** Reports slips in what is otherwise taken as it is written, by the policies of the type that come with an org. */
function checkFree(checking: Checking, item: SeedPolicy, all: readonly SeedPolicy[]): void {
  const models = all.filter((other) => other !== item && other.system && other.type === item.type);
  const settings = models.flatMap((model) => [model.settings, model.classic?.settings]);
  const actions = models.flatMap(({ rules = [], classic: { rules: more = [] } = {} }) =>
    [...rules, ...more].map((one) => one.actions),
  );
  checkLikeness(checking, item, ['settings'], item.settings, settings);
  for (const [i, one] of (item.rules ?? []).entries())
    checkLikeness(checking, item, ['rules', i, 'actions'], one.actions, actions);
  const { authenticators } = item.settings ?? {};
  for (const [i, one] of (Array.isArray(authenticators) ? authenticators : []).entries()) {
    if (typeof (one as { readonly key?: unknown } | null)?.key === 'string') continue;
    report(checking, item, ['settings', 'authenticators', i], 'is wrong: must be an object with a key');
  }
}

/** Policies. */
export const policies: Section<SeedPolicy> = {
  noun: 'policy',
  shape: policy,
  nameOf: (item) => `${item.type} ${item.name}`,
  keyOf: (item) => `${item.type} ${foldKey(item.name)}`,
  check(items, checking) {
    for (const item of items) {
      checkNames(checking, item, ['groups'], 'groups', item.groups);
      checkRules(checking, item);
      checkFree(checking, item, items);
    }
    if (!items.some((item) => item.type === 'PASSWORD' && item.system)) {
      const message = 'must hold the default policy of type PASSWORD, with system: true';
      checking.problems.push({ path: ['policies'], message });
    }
  },
};
