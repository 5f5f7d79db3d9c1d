import * as z from 'zod';
import { isOrigin } from '../../../objects/trusted-origins/origin.js';
import { report } from '../findings.js';
import { id, status, text } from '../parts.js';
import type { Section } from '../section.js';

const trustedOrigin = z.strictObject({
  id: id('tos'),
  name: text.max(255),
  /** Scheme, host and port. */
  origin: text.max(255),
  status,
  scopes: z.array(z.enum(['CORS', 'REDIRECT', 'IFRAME_EMBED'])).min(1),
});

/** A trusted origin, named by its name. */
export type SeedTrustedOrigin = z.infer<typeof trustedOrigin>;

/** Trusted origins. */
export const trustedOrigins: Section<SeedTrustedOrigin> = {
  noun: 'trusted origin',
  shape: trustedOrigin,
  check(items, checking) {
    const known = new Set<string>();
    for (const item of items) {
      const origin = item.origin.toLowerCase();
      if (!isOrigin(item.origin)) report(checking, item, ['origin'], 'is no origin such as https://app.example:8443');
      if (known.has(origin)) report(checking, item, ['origin'], 'is the origin of another trusted origin');
      known.add(origin);
    }
  },
};
