import type { HandlersOf } from '../../contract/operations.js';
import { getBrand, listBrands, updateBrand } from './brands.js';
import {
  createEmailTemplateCustomization,
  deleteEmailTemplateCustomization,
  deleteEmailTemplateCustomizations,
  getEmailTemplateCustomization,
  getEmailTemplateCustomizationPreview,
  listEmailTemplateCustomizations,
  updateEmailTemplateCustomization,
} from './email-customizations.js';
import {
  getEmailTemplate,
  getEmailTemplateDefaultContent,
  getEmailTemplateDefaultContentPreview,
  listEmailTemplates,
} from './email-templates.js';
import { sendTestEmail } from './test-email.js';
import {
  deleteBrandThemeBackgroundImage,
  deleteBrandThemeFavicon,
  deleteBrandThemeLogo,
  uploadBrandThemeBackgroundImage,
  uploadBrandThemeFavicon,
  uploadBrandThemeLogo,
} from './theme-images.js';
import { getBrandTheme, listBrandThemes, updateBrandTheme } from './themes.js';

/** How the org looks, and what its mails say. */
export const brands = {
  listBrands,
  getBrand,
  updateBrand,
  listEmailTemplates,
  getEmailTemplate,
  getEmailTemplateDefaultContent,
  getEmailTemplateDefaultContentPreview,
  listEmailTemplateCustomizations,
  createEmailTemplateCustomization,
  deleteEmailTemplateCustomizations,
  getEmailTemplateCustomization,
  updateEmailTemplateCustomization,
  deleteEmailTemplateCustomization,
  getEmailTemplateCustomizationPreview,
  sendTestEmail,
  listBrandThemes,
  getBrandTheme,
  updateBrandTheme,
  uploadBrandThemeBackgroundImage,
  deleteBrandThemeBackgroundImage,
  uploadBrandThemeFavicon,
  deleteBrandThemeFavicon,
  uploadBrandThemeLogo,
  deleteBrandThemeLogo,
} satisfies HandlersOf<'Brand'>;
