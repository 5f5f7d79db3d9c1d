import * as z from 'zod';
import { circleOf } from '../../../objects/features/circle.js';
import { foldKey } from '../../../store/rows/spec.js';
import { checkNames, report } from '../findings.js';
import { id, text } from '../parts.js';
import type { Checking, Section } from '../section.js';

const feature = z.strictObject({
  id: id('ftr'),
  name: text,
  description: z.string().default(''),
  enabled: z.boolean().default(false),
  /** Early access, or a beta that is open to all or closed. */
  stage: z.enum(['EA', 'OPEN_BETA', 'CLOSED_BETA']).default('EA'),
  /** Names of the features that it needs. */
  needs: z.array(text).default([]),
  helpDoc: text.optional(),
  devDoc: text.optional(),
  survey: text.optional(),
});

/** A feature, named by its name. */
export type SeedFeature = z.infer<typeof feature>;

function checkCircle(items: readonly SeedFeature[], checking: Checking): void {
  const byName = new Map(items.map((item) => [foldKey(item.name), item]));
  const circle = circleOf(new Map(items.map((item) => [foldKey(item.name), item.needs.map(foldKey)])));
  const first = byName.get(circle?.[0] ?? '');
  if (!circle || !first) return;
  const names = circle.map((name) => byName.get(name)?.name ?? name);
  report(checking, first, ['needs'], `leads round in a circle: ${names.join(' -> ')}`);
}

/** Features. */
export const features: Section<SeedFeature> = {
  noun: 'feature',
  shape: feature,
  check(items, checking) {
    for (const item of items) checkNames(checking, item, ['needs'], 'features', item.needs);
    checkCircle(items, checking);
    const off = new Set(items.filter(({ enabled }) => !enabled).map(({ name }) => foldKey(name)));
    for (const item of items) {
      const missing = item.enabled ? item.needs.findIndex((name) => off.has(foldKey(name))) : -1;
      if (missing >= 0) report(checking, item, ['needs', missing], 'names a feature that is not enabled');
    }
  },
};
