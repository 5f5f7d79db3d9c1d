import * as z from 'zod';
import { foldKey } from '../../../store/rows/spec.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const customRole = z.strictObject({
  id: id('cr0'),
  label: text,
  description: z.string().default(''),
  /** Such as `okta.users.read`. */
  permissions: z.array(text).default([]),
});

/** A custom role, named by its label. */
export type SeedCustomRole = z.infer<typeof customRole>;

/** Custom roles. */
export const customRoles: Section<SeedCustomRole> = {
  noun: 'custom role',
  shape: customRole,
  nameOf: (item) => item.label,
  keyOf: (item) => foldKey(item.label),
};
