import * as z from 'zod';
import { catalog, entryOf } from '../../../objects/authenticators/catalog.js';
import { foldKey } from '../../../store/rows/spec.js';
import { report } from '../findings.js';
import { id, jsonObject, status, text } from '../parts.js';
import type { Section } from '../section.js';

const authenticator = z.strictObject({
  id: id('aut'),
  key: z.enum(Object.keys(catalog) as [string, ...string[]]),
  /** What Okta calls it, unless said otherwise. */
  name: text.optional(),
  status,
  settings: jsonObject.optional(),
  provider: jsonObject.optional(),
});

type Written = z.infer<typeof authenticator>;

/** An authenticator, named by its name. */
export interface SeedAuthenticator extends Omit<Written, 'name'> {
  readonly name: string;
}

/** Authenticators. */
export const authenticators: Section<SeedAuthenticator, Written> = {
  noun: 'authenticator',
  shape: authenticator,
  keyOf: (item) => `${item.key} ${entryOf(item.key)?.plural ? foldKey(item.name) : ''}`,
  read: (written) => ({ ...written, name: written.name ?? entryOf(written.key)?.name ?? written.key }),
  check(items, checking) {
    for (const item of items) {
      if (item.key === 'okta_password' && item.status !== 'ACTIVE') {
        report(checking, item, ['status'], 'must be ACTIVE: people sign in with their passwords at least');
      }
    }
  },
};
