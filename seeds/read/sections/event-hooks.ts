import * as z from 'zod';
import { isHookEvent } from '../../../contract/hook-events.js';
import { report } from '../findings.js';
import { checkPlace, place } from '../hooks.js';
import { id, status, text } from '../parts.js';
import type { Section } from '../section.js';

const hook = z.strictObject({
  id: id('who'),
  name: text.max(255),
  description: text.nullable().default(null),
  status,
  /** Whether it has proved itself: only then it is called. */
  verified: z.boolean().default(false),
  events: z.array(text).min(1).max(300),
  ...place,
});

/** An event hook, named by its name. */
export type SeedEventHook = z.infer<typeof hook>;

/** Event hooks. */
export const eventHooks: Section<SeedEventHook> = {
  noun: 'event hook',
  shape: hook,
  check(items, checking) {
    for (const item of items) {
      checkPlace(checking, item);
      for (const [i, name] of item.events.entries()) {
        if (!isHookEvent(name))
          report(checking, item, ['events', i], `"${name}" is no event type that hooks may ask for`);
      }
    }
  },
};
