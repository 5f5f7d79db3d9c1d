import type { BrandRow, ThemeRow } from '../../store/rows/brands.js';
import type { Draft } from '../../store/rows/common.js';
import type { Store } from '../../store/types.js';

type Look = Omit<Draft<ThemeRow>, 'id' | 'brandId'>;

/** How a theme looks that nobody changed (facts: brand-theme-email, Theme). */
const defaultLook: Look = {
  primaryColorHex: '#1662dd',
  primaryColorContrastHex: '#ffffff',
  secondaryColorHex: '#ebebed',
  secondaryColorContrastHex: '#000000',
  signInPageTouchPointVariant: 'OKTA_DEFAULT',
  endUserDashboardTouchPointVariant: 'OKTA_DEFAULT',
  errorPageTouchPointVariant: 'OKTA_DEFAULT',
  emailTemplateTouchPointVariant: 'OKTA_DEFAULT',
  loadingPageTouchPointVariant: 'OKTA_DEFAULT',
};

/** What a brand has that nothing was said of. */
const plainBrand: Omit<BrandRow, 'id' | 'seq' | 'name'> = {
  isDefault: false,
  removePoweredByOkta: false,
  customPrivacyPolicyUrl: null,
  agreeToCustomPrivacyPolicy: false,
  defaultApp: { appInstanceId: null, appLinkName: null, classicApplicationUri: null },
};

/** Makes a brand and the theme that it has. */
export function addBrand(
  store: Pick<Store, 'brands' | 'themes'>,
  brand: Pick<Draft<BrandRow>, 'name'> & Partial<Draft<BrandRow>>,
  look: Partial<Look> = {},
): BrandRow {
  const row = store.brands.insert({ ...plainBrand, ...brand });
  store.themes.insert({ ...defaultLook, ...look, brandId: row.id });
  return row;
}

/** The brand of all that has none of its own; every org has one. */
export const defaultBrand = ({ brands }: Pick<Store, 'brands'>): BrandRow | undefined =>
  brands.where('isDefault', 'true')[0];

/** The theme of a brand. */
export const themeOf = ({ themes }: Pick<Store, 'themes'>, brandId: string): ThemeRow | undefined =>
  themes.where('brand', brandId)[0];
