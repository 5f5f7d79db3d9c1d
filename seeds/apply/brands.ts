import { contrastOf } from '../../objects/brands/colors.js';
import { addBrand, defaultBrand } from '../../objects/brands/new-brand.js';
import type { SeedBrand } from '../read/sections/brands.js';
import { type Kind, pinned } from './applying.js';

/** Members that are there, with contrasts that fit colours that came without. */
function lookOf({ theme }: SeedBrand) {
  const { primaryColorHex, secondaryColorHex, ...rest } = Object.fromEntries(
    Object.entries(theme).filter(([, value]) => value !== undefined),
  ) as SeedBrand['theme'];
  return {
    ...(primaryColorHex ? { primaryColorHex, primaryColorContrastHex: contrastOf(primaryColorHex) } : {}),
    ...(secondaryColorHex ? { secondaryColorHex, secondaryColorContrastHex: contrastOf(secondaryColorHex) } : {}),
    ...rest,
  };
}

/** Brands and their themes. Every org has a default one. */
export const brands: Kind<SeedBrand> = {
  nameOf: ({ name }) => name ?? 'default',
  find: (store, name) => (store.brands.by('name', name) ?? (name === 'default' ? defaultBrand(store) : undefined))?.id,
  add(brand, { store }) {
    const { name, default: isDefault, removePoweredByOkta, customPrivacyPolicyUrl, locale } = brand;
    addBrand(
      store,
      {
        ...pinned(brand),
        name: name ?? store.org.all()[0]?.subdomain ?? 'default',
        ...{ isDefault, removePoweredByOkta, customPrivacyPolicyUrl },
        agreeToCustomPrivacyPolicy: customPrivacyPolicyUrl !== null,
        ...(locale === undefined ? {} : { locale }),
      },
      lookOf(brand),
    );
  },
  finish(_, { store }) {
    if (!defaultBrand(store)) addBrand(store, { name: store.org.all()[0]?.subdomain ?? 'default', isDefault: true });
  },
};
