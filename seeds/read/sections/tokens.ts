import * as z from 'zod';
import { TOKEN_FORM, TOKEN_RULE } from '../../../objects/secrets/token-rule.js';
import { checkName, report } from '../findings.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const token = z.strictObject({
  id: id('00T'),
  name: text,
  /** The token itself: it can be shown at start, and is stored as a hash only. */
  value: z.string().regex(TOKEN_FORM, TOKEN_RULE),
  /** The owner's login. */
  user: text,
});

/** An API token. */
export type SeedToken = z.infer<typeof token>;

/** API tokens. */
export const tokens: Section<SeedToken> = {
  noun: 'token',
  shape: token,
  check(items, checking) {
    const values = new Set<string>();
    for (const item of items) {
      checkName(checking, item, ['user'], 'users', item.user);
      if (values.has(item.value)) report(checking, item, ['value'], 'is the value of another token');
      values.add(item.value);
    }
  },
};
