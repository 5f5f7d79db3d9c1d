import { z } from 'zod';
import { foldKey } from '../../../store/rows/spec.js';
import { checkNames } from '../findings.js';
import { id, jsonObject, status, text } from '../parts.js';
import type { Section } from '../section.js';

const policy = z.strictObject({
  id: id('00p'),
  type: z.enum(['PASSWORD', 'OKTA_SIGN_ON', 'MFA_ENROLL', 'IDP_DISCOVERY', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT']),
  name: text,
  description: z.string().default(''),
  status,
  priority: z.int().min(0).default(1),
  system: z.boolean().default(false),
  /** Names of the groups that it is for; with them `conditions.people.groups.include` is made. */
  groups: z.array(text).default([]),
  conditions: jsonObject.nullable().default(null),
  settings: jsonObject.default({}),
});

/** A policy. Policies of two types may have one name. */
export type SeedPolicy = z.infer<typeof policy>;

/** Policies. */
export const policies: Section<SeedPolicy> = {
  noun: 'policy',
  shape: policy,
  nameOf: (item) => `${item.type} ${item.name}`,
  keyOf: (item) => `${item.type} ${foldKey(item.name)}`,
  check(items, checking) {
    for (const item of items) checkNames(checking, item, ['groups'], 'groups', item.groups);
    if (!items.some((item) => item.type === 'PASSWORD' && item.system)) {
      const message = 'must hold the default policy of type PASSWORD, with system: true';
      checking.problems.push({ path: ['policies'], message });
    }
  },
};
