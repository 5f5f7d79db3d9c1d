import { createHash } from 'node:crypto';
import type { Seed, SeedContent } from './types.js';

/** What a seed says. Sections without items say nothing: a seed is the same whether it holds them or not. */
export const saidBy = (content: SeedContent): readonly (readonly [name: string, value: unknown])[] =>
  Object.entries(content).filter(([, value]) => !(Array.isArray(value) && value.length === 0));

/** A seed from its content, which alone makes its hash. */
export const identified = (name: string, content: SeedContent): Seed => ({
  name,
  hash: createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(saidBy(content))))
    .digest('hex'),
  ...content,
});
