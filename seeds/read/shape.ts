import * as z from 'zod';
import { readImage } from '../../objects/images/read-image.js';
import { imageCauses, imageRules } from '../../objects/images/rules.js';
import { inOrder } from '../order.js';
import type { SectionName, WrittenLists } from '../types.js';
import { id, properties, text } from './parts.js';
import type { AnySection } from './section.js';
import * as sections from './sections/index.js';

/** An image that could be uploaded, in base64. */
const logo = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .refine((text) => {
    const image = readImage(Buffer.from(text, 'base64'));
    return !('fault' in image) && imageCauses(image, imageRules.orgLogo).length === 0;
  }, 'must be a PNG, JPG or GIF of at most a megabyte, in base64');

/** What an org may say of itself. */
const orgDetails = {
  website: text.optional(),
  phoneNumber: text.optional(),
  endUserSupportHelpURL: text.optional(),
  supportPhoneNumber: text.optional(),
  address1: text.optional(),
  address2: text.optional(),
  city: text.optional(),
  state: text.optional(),
  country: text.optional(),
  postalCode: text.optional(),
};

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
      ...orgDetails,
      logo: logo.optional(),
    })
    .default({}),
  userProperties: properties,
  groupProperties: properties,
  ...(lists as { [K in SectionName]: z.ZodDefault<z.ZodArray<z.ZodType<WrittenLists[K][number]>>> }),
});

/** A seed file as written, defaults filled in. */
export type SeedFile = z.infer<typeof seedShape>;
