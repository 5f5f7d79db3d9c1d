import { createHash } from 'node:crypto';
import type { Seed, SeedContent } from './types.js';

/** What a seed says. Sections without items say nothing: a seed is the same whether it holds them or not. */
export const saidBy = (content: SeedContent): readonly (readonly [name: string, value: unknown])[] =>
  Object.entries(content).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));

/** Items that are made text at once: the text of a whole large seed would be as large as its file. */
const BATCH = 1000;

/** The JSON of what a seed says, in pieces. */
function* jsonOf(content: SeedContent): Generator<string> {
  let comma = '{';
  for (const [name, value] of saidBy(content)) {
    yield `${comma}${JSON.stringify(name)}:`;
    comma = ',';
    if (!Array.isArray(value)) yield JSON.stringify(value);
    else {
      for (let at = 0; at < value.length; at += BATCH) {
        yield (at === 0 ? '[' : ',') + JSON.stringify(value.slice(at, at + BATCH)).slice(1, -1);
      }
      yield ']';
    }
  }
  yield '}';
}

/** A seed from its content, which alone makes its hash. */
export function identified(name: string, content: SeedContent): Seed {
  const hash = createHash('sha256');
  for (const text of jsonOf(content)) hash.update(text);
  return { name, hash: hash.digest('hex'), ...content };
}
