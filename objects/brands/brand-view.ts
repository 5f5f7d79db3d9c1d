import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { BrandRow } from '../../store/rows/brands.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';

/** A brand (facts: brand-theme-email, Brand). */
export const brandView: View<BrandRow, Schemas['Brand']> = ({ seq: _, id: brandId, ...brand }, links) => ({
  id: brandId,
  ...brand,
  _links: {
    themes: links.allow('listBrandThemes', { brandId }, 'GET'),
    self: links.allow('getBrand', { brandId }, 'GET', 'PUT', 'DELETE'),
  },
});

/** A brand as events name it. */
export const brandTarget = ({ id, name }: Pick<BrandRow, 'id' | 'name'>): LogTarget =>
  target(id, 'Brand', 'unknown', name);
