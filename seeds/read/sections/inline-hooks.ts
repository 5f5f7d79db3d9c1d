import * as z from 'zod';
import { inlineHookTypes } from '../../../objects/hooks/inline.js';
import { checkPlace, place } from '../hooks.js';
import { id, status, text } from '../parts.js';
import type { Section } from '../section.js';

const hook = z.strictObject({
  id: id('cal'),
  name: text.max(255),
  type: z.enum(Object.keys(inlineHookTypes)),
  version: z
    .string()
    .regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/)
    .default('1.0.0'),
  status,
  ...place,
});

/** An inline hook, named by its name. */
export type SeedInlineHook = z.infer<typeof hook>;

/** Inline hooks. */
export const inlineHooks: Section<SeedInlineHook> = {
  noun: 'inline hook',
  shape: hook,
  check(items, checking) {
    for (const item of items) checkPlace(checking, item);
  },
};
