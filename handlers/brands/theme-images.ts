import type { Upload } from '../../contract/bodies.js';
import type { Context } from '../../contract/context.js';
import { blank, invalid } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { reply } from '../../contract/reply.js';
import { themeTarget } from '../../objects/brands/theme-view.js';
import { keepFile, releaseFile } from '../../objects/files/keep.js';
import { imageMediaTypes } from '../../objects/files/media-types.js';
import { fileUrl } from '../../objects/files/urls.js';
import { readImage } from '../../objects/images/read-image.js';
import { type ImageRule, imageCauses, imageRules } from '../../objects/images/rules.js';
import type { ThemeRow } from '../../store/rows/brands.js';
import { requireTheme } from './themes.js';

type Params = { readonly brandId: string; readonly themeId: string };

/** What one of a theme's images may be, which member names it, where it is served, and how its upload is answered. */
interface Place {
  readonly member: 'logo' | 'favicon' | 'backgroundImage';
  readonly rule: ImageRule;
  readonly url: Parameters<typeof fileUrl>[1];
  readonly status: 200 | 201;
}

const logo: Place = { member: 'logo', rule: imageRules.themeLogo, url: 'logo', status: 200 };
const favicon: Place = { member: 'favicon', rule: imageRules.themeFavicon, url: 'favicon', status: 201 };
const background: Place = {
  member: 'backgroundImage',
  rule: imageRules.themeBackground,
  url: 'background',
  status: 201,
};

/** @throws OktaError 400 E0000001 with each reason why the file is no image for this place */
function mediaTypeOf(file: Uint8Array | undefined, rule: ImageRule): string {
  if (!file) throw invalid('file', blank('file'));
  const image = readImage(file);
  const causes = imageCauses(image, rule);
  if ('fault' in image || causes.length > 0) throw invalid('file', ...causes);
  return imageMediaTypes[image.type];
}

/** Puts a file into its place, or takes what is there away; the file that was there goes if nothing else shows it. */
function put(ctx: Context, params: Params, member: Place['member'], fileId: string | undefined): void {
  const { brand, theme } = requireTheme(ctx, params);
  const { id, seq: _, [member]: before, ...rest } = theme;
  const next: Omit<ThemeRow, 'id' | 'seq'> = fileId === undefined ? rest : { ...rest, [member]: fileId };
  const row = ctx.store.themes.replace(id, next);
  if (before !== fileId) releaseFile(ctx, before);
  ctx.log('system.theme.update', [themeTarget(row, brand)]);
}

function upload(ctx: Context, params: Params, { file }: Upload, { member, rule, url, status }: Place) {
  requireTheme(ctx, params);
  const mediaType = mediaTypeOf(file, rule);
  const id = keepFile(ctx, file ?? new Uint8Array(), mediaType);
  put(ctx, params, member, id);
  const shown = fileUrl(ctx.links, url, id);
  return reply({ url: shown }, { status, headers: { Location: shown } });
}

export const uploadBrandThemeLogo: Act<'uploadBrandThemeLogo'> = ({ params, body }, ctx) =>
  upload(ctx, params, body, logo);

export const uploadBrandThemeFavicon: Act<'uploadBrandThemeFavicon'> = ({ params, body }, ctx) =>
  upload(ctx, params, body, favicon);

export const uploadBrandThemeBackgroundImage: Act<'uploadBrandThemeBackgroundImage'> = ({ params, body }, ctx) =>
  upload(ctx, params, body, background);

export const deleteBrandThemeLogo: Act<'deleteBrandThemeLogo'> = ({ params }, ctx) =>
  put(ctx, params, logo.member, undefined);

export const deleteBrandThemeFavicon: Act<'deleteBrandThemeFavicon'> = ({ params }, ctx) =>
  put(ctx, params, favicon.member, undefined);

export const deleteBrandThemeBackgroundImage: Act<'deleteBrandThemeBackgroundImage'> = ({ params }, ctx) =>
  put(ctx, params, background.member, undefined);
