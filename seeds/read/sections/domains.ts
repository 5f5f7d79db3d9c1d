import * as z from 'zod';
import { isOktaName, isSubdomain } from '../../../objects/domains/names.js';
import { checkName } from '../findings.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const states = ['NOT_STARTED', 'VERIFIED', 'COMPLETED', 'FAILED_TO_VERIFY', 'DOMAIN_TAKEN'] as const;

const domain = z.strictObject({
  id: id('OcD'),
  domain: z
    .string()
    .refine((name) => isSubdomain(name) && !isOktaName(name), 'must be a name in lower case such as login.acme.com'),
  certificateSourceType: z.enum(['MANUAL', 'OKTA_MANAGED']).default('MANUAL'),
  status: z.enum(states).default('NOT_STARTED'),
  /** The name of a brand; without it one of the domain's name is made. */
  brand: text.optional(),
});

/** A custom domain. */
export type SeedDomain = z.infer<typeof domain>;

/** Custom domains. */
export const domains: Section<SeedDomain> = {
  noun: 'domain',
  shape: domain,
  nameOf: (item) => item.domain,
  check(items, checking) {
    for (const item of items) if (item.brand !== undefined) checkName(checking, item, ['brand'], 'brands', item.brand);
  },
};
