import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { BrandRow, ThemeRow } from '../../store/rows/brands.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { fileUrl } from '../files/urls.js';
import { target } from '../logs/targets.js';

/** Where the images of a theme are shown from: what was uploaded, or what every org has. */
export const logoUrl = ({ logo }: ThemeRow, links: Pick<Links, 'base'>): string =>
  logo === undefined ? `${links.base}/assets/img/logos/default.svg` : fileUrl(links, 'logo', logo);

const faviconUrl = ({ favicon }: ThemeRow, links: Links): string =>
  favicon === undefined ? `${links.base}/favicon.ico` : fileUrl(links, 'favicon', favicon);

const backgroundUrl = ({ backgroundImage }: ThemeRow, links: Links): string | null =>
  backgroundImage === undefined ? null : fileUrl(links, 'background', backgroundImage);

/** A brand's theme. Logo and icon are never null (facts: brand-theme-email, Theme). */
export const themeView: View<ThemeRow, Schemas['ThemeResponse']> = (row, links) => {
  const { seq: _, id: themeId, brandId, logo: __, favicon: ___, backgroundImage: ____, ...theme } = row;
  const at = { brandId, themeId };
  return {
    id: themeId,
    logo: logoUrl(row, links),
    favicon: faviconUrl(row, links),
    backgroundImage: backgroundUrl(row, links),
    ...theme,
    _links: {
      favicon: links.allow('uploadBrandThemeFavicon', at, 'POST', 'DELETE'),
      self: links.allow('getBrandTheme', at, 'GET', 'PUT'),
      logo: links.allow('uploadBrandThemeLogo', at, 'POST', 'DELETE'),
      'background-image': links.allow('uploadBrandThemeBackgroundImage', at, 'POST', 'DELETE'),
    },
  };
};

/** A theme as events name it: it has no name but its brand's. */
export const themeTarget = ({ id }: Pick<ThemeRow, 'id'>, brand: Pick<BrandRow, 'name'>): LogTarget =>
  target(id, 'Theme', 'unknown', brand.name);
