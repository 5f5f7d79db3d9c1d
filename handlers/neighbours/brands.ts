import type { Context } from '../../contract/context.js';
import { OktaError, unreadable } from '../../contract/errors.js';
import { missing, objectOf, refuseAll, textOf, tooLong } from '../../contract/given.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { show } from '../../contract/reply.js';
import { brandTarget, brandView } from '../../objects/brands/brand-view.js';
import { addBrand } from '../../objects/brands/new-brand.js';
import { releaseFile } from '../../objects/files/keep.js';
import { removeWithReferences } from '../../objects/removal.js';

/**
 * Makes a brand beside the default one; newer than the contract.
 * @throws OktaError 400 E0000001 for a name that is missing or too long, 409 E0000202 for one that is taken
 */
export function createBrand({ body }: NeighbourCall, ctx: Context): unknown {
  const given = objectOf(body)?.name;
  const name = textOf(given)?.trim() ?? '';
  if (objectOf(body) === undefined || (given !== undefined && given !== null && textOf(given) === undefined)) {
    throw unreadable();
  }
  refuseAll([...missing('name', name), ...tooLong('name', name)]);
  if (ctx.store.brands.by('name', name)) throw new OktaError('E0000202');
  const brand = addBrand(ctx.store, { name });
  ctx.log('system.brand.create', [brandTarget(brand)]);
  return show(brandView, brand);
}

/**
 * Deletes a brand with its theme and what its mails say; brands' own links tell of it.
 * @throws OktaError 404 E0000007, 409 E0000200 for the default one, E0000201 for one that a domain has
 */
export function deleteBrand({ params }: NeighbourCall, ctx: Context): void {
  const brand = ctx.store.brands.require(params.brandId ?? '');
  if (brand.isDefault) throw new OktaError('E0000200');
  if (ctx.store.domains.count('brand', brand.id) > 0) throw new OktaError('E0000201');
  for (const { id, seq: _, logo, favicon, backgroundImage, ...rest } of [
    ...ctx.store.themes.where('brand', brand.id),
  ]) {
    ctx.store.themes.replace(id, rest);
    for (const file of [logo, favicon, backgroundImage]) releaseFile(ctx, file);
  }
  removeWithReferences(ctx, 'brands', brand.id);
  ctx.log('system.brand.delete', [brandTarget(brand)]);
}
