import * as z from 'zod';
import { foldKey } from '../../../store/rows/spec.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const resourceSet = z.strictObject({
  id: id('iam'),
  label: text,
  description: z.string().default(''),
  /** Resource names or URLs. */
  resources: z.array(text).default([]),
});

/** A resource set, named by its label. */
export type SeedResourceSet = z.infer<typeof resourceSet>;

/** Resource sets: what custom roles are about. */
export const resourceSets: Section<SeedResourceSet> = {
  noun: 'resource set',
  shape: resourceSet,
  nameOf: (item) => item.label,
  keyOf: (item) => foldKey(item.label),
};
