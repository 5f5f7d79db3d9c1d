import { z } from 'zod';
import { inOrder } from '../order.js';
import type { SectionName, WrittenLists } from '../types.js';
import { id, properties, text } from './parts.js';
import type { AnySection } from './section.js';
import * as sections from './sections/index.js';

const table: Readonly<Record<SectionName, unknown>> = { ...sections };

/** Every section by name, in the order in which seeds hold them. */
export const allSections: readonly (readonly [name: SectionName, section: AnySection])[] = inOrder(
  Object.keys(table) as SectionName[],
).map((name) => [name, table[name] as AnySection]);

const lists = Object.fromEntries(allSections.map(([name, { shape }]) => [name, z.array(shape).default([])]));

/** What may be written in a seed file. Unknown keys are faults. */
export const seedShape = z.strictObject({
  extends: text.default('default'),
  org: z
    .strictObject({
      id: id('00o'),
      subdomain: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and "-"')
        .optional(),
      companyName: text.optional(),
      pipeline: z.enum(['idx', 'v1']).optional(),
    })
    .default({}),
  userProperties: properties,
  groupProperties: properties,
  ...(lists as { [K in SectionName]: z.ZodDefault<z.ZodArray<z.ZodType<WrittenLists[K][number]>>> }),
});

/** A seed file as written, defaults filled in. */
export type SeedFile = z.infer<typeof seedShape>;
