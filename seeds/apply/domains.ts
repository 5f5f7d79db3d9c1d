import { createHash } from 'node:crypto';
import { addBrand } from '../../objects/brands/new-brand.js';
import type { Store } from '../../store/types.js';
import type { SeedDomain } from '../read/sections/domains.js';
import { type Kind, pinned } from './applying.js';

/** The brand of a domain that names none: one of its own name. */
const ownBrand = (store: Store, domain: string): string =>
  (store.brands.by('name', domain) ?? addBrand(store, { name: domain })).id;

/** Custom domains. */
export const domains: Kind<SeedDomain> = {
  nameOf: ({ domain }) => domain,
  find: (store, name) => store.domains.by('domain', name.toLowerCase())?.id,
  add(item, { store, ids, idOf }) {
    const { domain, certificateSourceType, status, brand } = item;
    store.domains.insert({
      ...pinned(item),
      ...{ domain, certificateSourceType, validationStatus: status },
      brandId: brand === undefined ? ownBrand(store, domain) : idOf('brands', brand),
      verificationText: createHash('sha256').update(ids.secret(32)).digest('hex').slice(0, 32),
    });
  },
};
