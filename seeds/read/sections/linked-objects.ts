import * as z from 'zod';
import { isPropertyName } from '../../../objects/schemas/definition.js';
import { report } from '../findings.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';
import { userTypes } from './user-types.js';

const end = z.strictObject({ name: text, title: text, description: text.optional() });
const linkedObject = z.strictObject({ id: id('lnk'), primary: end, associated: end });

/** A relation between users, named by its primary end. */
export type SeedLinkedObject = z.infer<typeof linkedObject>;

/** Relations between users. Their names are compared as they are written, as those of properties. */
export const linkedObjects: Section<SeedLinkedObject> = {
  noun: 'linked object',
  shape: linkedObject,
  nameOf: (item) => item.primary.name,
  keyOf: (item) => item.primary.name,
  check(items, checking) {
    const seen = new Set<string>();
    const properties = new Set(checking.items(userTypes).flatMap((type) => Object.keys(type.properties)));
    for (const item of items) {
      for (const at of ['primary', 'associated'] as const) {
        const { name } = item[at];
        if (!isPropertyName(name)) report(checking, item, [at, 'name'], 'cannot be the name of a linked object');
        else if (seen.has(name)) report(checking, item, [at, 'name'], `is taken: "${name}" names another end`);
        else if (properties.has(name)) {
          report(checking, item, [at, 'name'], `is taken: "${name}" is a custom property of users`);
        }
        seen.add(name);
      }
    }
  },
};
