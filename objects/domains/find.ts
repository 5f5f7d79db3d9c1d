import type { Context } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import type { BrandRow } from '../../store/rows/brands.js';
import type { DomainRow } from '../../store/rows/domains.js';
import { DEFAULT_ID } from './view.js';

type Looking = Pick<Context, 'store'>;

/** @throws OktaError 404 E0000163 */
export function requireDomain({ store }: Looking, id: string): DomainRow {
  const row = store.domains.get(id);
  if (!row) throw new OktaError('E0000163', { causes: ['Could not find custom domain with the given id.'] });
  return row;
}

/** @throws OktaError 400 E0000001: the org's own name stays as it is (facts: domain) */
export function refuseDefaultDomain(id: string): void {
  if (id === DEFAULT_ID) throw invalid('id', 'This operation is not supported for this domain');
}

/**
 * The brand that a domain is to have, by its id.
 * @param domainId the domain, where it is one already: its own brand is not taken
 * @throws OktaError 409 E0000203 for a brand that is not there, or that another domain has
 */
export function brandToHave({ store }: Looking, brandId: string, domainId?: string): BrandRow {
  const wanted = store.brands.get(brandId);
  const isTaken = store.domains.where('brand', brandId).some(({ id }) => id !== domainId);
  if (!wanted || isTaken) throw new OktaError('E0000203');
  return wanted;
}
