import * as z from 'zod';
import { foldKey } from '../../../store/rows/spec.js';
import { checkName, checkNames, report } from '../findings.js';
import { id, status, text } from '../parts.js';
import type { Section } from '../section.js';
import { groups } from './groups.js';

const groupRule = z.strictObject({
  id: id('0pr'),
  name: text.max(50),
  status,
  expression: text,
  groups: z.array(text).min(1),
  /** Logins. */
  exclude: z.array(text).default([]),
});

type WrittenGroupRule = z.infer<typeof groupRule>;

/** A group rule, named by its name. */
export interface SeedGroupRule extends Readonly<WrittenGroupRule> {
  /** Logins of the users that the rule puts into its groups; none while it is inactive. */
  readonly members: readonly string[];
}

/** Group rules. Their expressions are read when everything else is known to be good: `../rules.ts`. */
export const groupRules: Section<SeedGroupRule, WrittenGroupRule> = {
  noun: 'group rule',
  shape: groupRule,
  read: (written) => ({ ...written, members: [] }),
  check(items, checking) {
    const assignable = checking.items(groups).filter((group) => group.type === 'OKTA_GROUP');
    const fillable = new Set(assignable.map((group) => foldKey(group.name)));
    for (const item of items) {
      for (const [i, name] of item.groups.entries()) {
        if (checkName(checking, item, ['groups', i], 'groups', name) && !fillable.has(foldKey(name))) {
          report(checking, item, ['groups', i], `names the group "${name}", which rules cannot assign to`);
        }
      }
      checkNames(checking, item, ['exclude'], 'users', item.exclude);
    }
  },
};
