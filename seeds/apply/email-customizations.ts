import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { SeedEmailCustomization } from '../read/sections/email-customizations.js';
import { type Kind, pinned } from './applying.js';
import { brands } from './brands.js';

const nameOf = ({ brand, template, language }: SeedEmailCustomization): string => `${brand} ${template} ${language}`;

function find(store: Store, name: string): string | undefined {
  const parts = name.split(' ');
  const [template = '', language = ''] = parts.slice(-2);
  const brandId = brands.find(store, parts.slice(0, -2).join(' '));
  return store.emailCustomizations
    .all()
    .find(
      (row) =>
        row.brandId === brandId &&
        foldKey(row.template) === foldKey(template) &&
        foldKey(row.language) === foldKey(language),
    )?.id;
}

/** Customized mails. */
export const emailCustomizations: Kind<SeedEmailCustomization> = {
  nameOf,
  find,
  add(item, { store, now, idOf }) {
    const { brand, template, language, default: isDefault, subject, body } = item;
    store.emailCustomizations.insert({
      ...pinned(item),
      ...{ template, language, isDefault, subject, body, created: now, lastUpdated: now },
      brandId: idOf('brands', brand),
    });
  },
};
