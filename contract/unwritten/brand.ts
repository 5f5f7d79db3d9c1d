import type { OperationsOf } from '../routes.js';

/** The operations of Brand that are not written yet. */
export const brand = [
  'listBrands',
  'getBrand',
  'updateBrand',
  'listEmailTemplates',
  'getEmailTemplate',
  'listEmailTemplateCustomizations',
  'createEmailTemplateCustomization',
  'deleteEmailTemplateCustomizations',
  'getEmailTemplateCustomization',
  'updateEmailTemplateCustomization',
  'deleteEmailTemplateCustomization',
  'getEmailTemplateCustomizationPreview',
  'getEmailTemplateDefaultContent',
  'getEmailTemplateDefaultContentPreview',
  'sendTestEmail',
  'listBrandThemes',
  'getBrandTheme',
  'updateBrandTheme',
  'uploadBrandThemeBackgroundImage',
  'deleteBrandThemeBackgroundImage',
  'uploadBrandThemeFavicon',
  'deleteBrandThemeFavicon',
  'uploadBrandThemeLogo',
  'deleteBrandThemeLogo',
] as const satisfies readonly OperationsOf<'Brand'>[];
