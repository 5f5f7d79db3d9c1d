import type { Context } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { themeTarget, themeView } from '../../objects/brands/theme-view.js';
import type { BrandRow, ThemeRow } from '../../store/rows/brands.js';
import { readTheme } from './given.js';

/** A brand and its theme. @throws OktaError 404 E0000007 for an unknown brand, or a theme of another one */
export function requireTheme(
  ctx: Pick<Context, 'store'>,
  { brandId, themeId }: { readonly brandId: string; readonly themeId: string },
): { readonly brand: BrandRow; readonly theme: ThemeRow } {
  const brand = ctx.store.brands.require(brandId);
  const theme = ctx.store.themes.require(themeId);
  if (theme.brandId !== brand.id) throw notFound(themeId, 'Theme');
  return { brand, theme };
}

export const listBrandThemes: Act<'listBrandThemes'> = ({ params }, ctx) =>
  list(themeView, ctx.store.themes.where('brand', ctx.store.brands.require(params.brandId).id));

export const getBrandTheme: Act<'getBrandTheme'> = ({ params }, ctx) =>
  show(themeView, requireTheme(ctx, params).theme);

/** Images stay as they are: they have operations of their own. */
export const updateBrandTheme: Act<'updateBrandTheme'> = ({ params, body }, ctx) => {
  const { brand, theme } = requireTheme(ctx, params);
  const next = ctx.store.themes.update(theme.id, readTheme(body));
  ctx.log('system.theme.update', [themeTarget(next, brand)]);
  return show(themeView, next);
};
