import * as z from 'zod';
import { isColor } from '../../../objects/brands/colors.js';
import { foldKey } from '../../../store/rows/spec.js';
import { report } from '../findings.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const color = z.string().refine(isColor, 'must be a colour such as #1662dd').optional();
const page = z.enum(['OKTA_DEFAULT', 'BACKGROUND_SECONDARY_COLOR', 'BACKGROUND_IMAGE']).optional();
const dashboard = ['OKTA_DEFAULT', 'WHITE_LOGO_BACKGROUND', 'FULL_THEME', 'LOGO_ON_FULL_WHITE_BACKGROUND'] as const;

const theme = z.strictObject({
  id: id('the'),
  primaryColorHex: color,
  primaryColorContrastHex: color,
  secondaryColorHex: color,
  secondaryColorContrastHex: color,
  signInPageTouchPointVariant: page,
  endUserDashboardTouchPointVariant: z.enum(dashboard).optional(),
  errorPageTouchPointVariant: page,
  emailTemplateTouchPointVariant: z.enum(['OKTA_DEFAULT', 'FULL_THEME']).optional(),
  loadingPageTouchPointVariant: z.enum(['OKTA_DEFAULT', 'NONE']).optional(),
});

const brand = z.strictObject({
  id: id('bnd'),
  /** Of the default brand: the org's subdomain where it is left out. */
  name: text.max(255).optional(),
  default: z.boolean().default(false),
  removePoweredByOkta: z.boolean().default(false),
  customPrivacyPolicyUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  locale: text.optional(),
  theme: theme.default({}),
});

/** A brand with its theme. */
export type SeedBrand = z.infer<typeof brand>;

/** What others in a seed call the default brand where it has no name. */
const DEFAULT = 'default';

/** Brands. A default one takes the place of an inherited one, whatever their names. */
export const brands: Section<SeedBrand> = {
  noun: 'brand',
  shape: brand,
  nameOf: ({ name }) => name ?? DEFAULT,
  keyOf: (item) => (item.default ? '(default)' : foldKey(item.name ?? DEFAULT)),
  check(items, checking) {
    const names = new Set<string>();
    for (const item of items) {
      if (item.name === undefined && !item.default)
        report(checking, item, [], 'lacks name: the default brand alone may');
      if (item.name === undefined) continue;
      if (names.has(foldKey(item.name))) report(checking, item, ['name'], 'is the name of another brand');
      names.add(foldKey(item.name));
    }
  },
};
