import * as z from 'zod';
import { faultOfAddress } from '../../../languages/addresses/addresses.js';
import { isPlace } from '../../../objects/zones/places.js';
import { report } from '../findings.js';
import { id, status, text } from '../parts.js';
import type { Section } from '../section.js';

const addresses = z.array(z.strictObject({ type: z.enum(['CIDR', 'RANGE']), value: text })).nullable();
const location = z
  .strictObject({ country: text, region: text.nullable().default(null) })
  .refine(isPlace, 'must have two capital letters for a country, such as SE, and a region such as SE-AB');

/** What an enhanced dynamic zone holds, and what it does not. */
const choice = <T extends z.ZodType>(item: T) => {
  const list = z.array(item).default([]);
  return z.strictObject({ include: list, exclude: list }).default({ include: [], exclude: [] });
};

const common = {
  id: id('nzo'),
  name: text.max(128),
  status,
  usage: z.enum(['POLICY', 'BLOCKLIST']).default('POLICY'),
  system: z.boolean().default(false),
};

const zone = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('IP'),
    ...common,
    gateways: addresses.default(null),
    proxies: addresses.default(null),
  }),
  z.strictObject({
    type: z.literal('DYNAMIC'),
    ...common,
    locations: z.array(location).nullable().default(null),
    proxyType: z.string().nullable().default(null),
    asns: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('DYNAMIC_V2'),
    ...common,
    locations: choice(location),
    ipServiceCategories: choice(text),
    asns: choice(text),
  }),
]);

/** A network zone, named by its name. */
export type SeedZone = z.infer<typeof zone>;

/** Network zones. */
export const zones: Section<SeedZone> = {
  noun: 'zone',
  shape: zone,
  check(items, checking) {
    for (const item of items) {
      if (item.type !== 'IP') continue;
      for (const list of ['gateways', 'proxies'] as const) {
        for (const [i, address] of (item[list] ?? []).entries()) {
          if (faultOfAddress(address)) report(checking, item, [list, i, 'value'], 'is no address');
        }
      }
    }
  },
};
