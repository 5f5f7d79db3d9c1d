import type { Context } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { brandTarget, brandView } from '../../objects/brands/brand-view.js';
import type { BrandRow, DefaultApp } from '../../store/rows/brands.js';
import { readBrand } from './given.js';

/** Brands come by name, whatever their age, as recorded orgs have them. */
const BY_NAME = { by: (row: BrandRow) => row.name.toLowerCase(), descending: false };

const LIMITS = { limit: 20, max: 200 };

export const listBrands: Act<'listBrands'> = ({ query }, ctx) => {
  const request = pageRequest(query, LIMITS);
  return pageReply(brandView, ctx.store.brands.page({ ...request, sort: BY_NAME }), request);
};

export const getBrand: Act<'getBrand'> = ({ params }, ctx) => show(brandView, ctx.store.brands.require(params.brandId));

/** @throws OktaError 400 E0000001 for an application that the org has not (inferred) */
function refuseUnknownApp({ store }: Pick<Context, 'store'>, { appInstanceId: id }: DefaultApp): void {
  const field = 'appInstanceId';
  if (id !== null && !store.apps.get(id)) throw invalid(field, `${field}: '${id}' does not exist.`);
}

export const updateBrand: Act<'updateBrand'> = ({ params, body }, ctx) => {
  const before = ctx.store.brands.require(params.brandId);
  const given = readBrand(body, before);
  if (given.defaultApp.appInstanceId !== before.defaultApp.appInstanceId) refuseUnknownApp(ctx, given.defaultApp);
  const namesake = ctx.store.brands.by('name', given.name);
  if (namesake && namesake.id !== before.id) throw new OktaError('E0000202');
  const brand = ctx.store.brands.replace(before.id, given);
  ctx.log('system.brand.update', [brandTarget(brand)]);
  return show(brandView, brand);
};
