import * as z from 'zod';
import { groupBase } from '../../../objects/schemas/template.js';
import type { Json } from '../../../store/rows/common.js';
import { checkName, checkProfile, type Definitions, report } from '../findings.js';
import { id, jsonObject, text } from '../parts.js';
import type { Section } from '../section.js';

const group = z.strictObject({
  id: id('00g'),
  name: text,
  type: z.enum(['OKTA_GROUP', 'APP_GROUP', 'BUILT_IN']).default('OKTA_GROUP'),
  description: z.string().nullable().default(null),
  /** Of an app group: the label of the application that it comes from. */
  source: text.optional(),
  /** Custom properties. */
  profile: jsonObject.default({}),
});

/** A group, named by its name. */
export type SeedGroup = z.infer<typeof group>;

/** Groups, Everyone among them. */
export const groups: Section<SeedGroup> = {
  noun: 'group',
  shape: group,
  check(items, checking) {
    const schema: Definitions = { of: 'group', base: groupBase, custom: checking.groupProperties };
    for (const item of items) {
      const profile: Record<string, Json> = { ...item.profile, name: item.name };
      if (item.description !== null) profile.description = item.description;
      checkProfile(checking, item, profile, schema);
      if (item.source === undefined) continue;
      checkName(checking, item, ['source'], 'apps', item.source);
      if (item.type !== 'APP_GROUP') report(checking, item, ['source'], 'is for groups of the type APP_GROUP');
    }
    if (!items.some((item) => item.name === 'Everyone' && item.type === 'BUILT_IN')) {
      checking.problems.push({ path: ['groups'], message: 'must hold the group Everyone, of type BUILT_IN' });
    }
  },
};
