import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

/** Where a sign-in ends that no application began. */
export type DefaultApp = {
  readonly appInstanceId: string | null;
  readonly appLinkName: string | null;
  readonly classicApplicationUri: string | null;
};

/** How the org presents itself; one brand for each custom domain besides the default one (facts: brand-theme-email). */
export interface BrandRow extends Row {
  readonly name: string;
  readonly isDefault: boolean;
  readonly removePoweredByOkta: boolean;
  readonly customPrivacyPolicyUrl: string | null;
  readonly agreeToCustomPrivacyPolicy: boolean;
  readonly defaultApp: DefaultApp;
  /** A language tag; absent until a client gives one. */
  readonly locale?: string;
}

/** Colours and images of a brand: each brand has one. */
export interface ThemeRow extends Row {
  readonly brandId: string;
  /** `#rgb` or `#rrggbb`, as given. */
  readonly primaryColorHex: string;
  readonly primaryColorContrastHex: string;
  readonly secondaryColorHex: string;
  readonly secondaryColorContrastHex: string;
  readonly signInPageTouchPointVariant: string;
  readonly endUserDashboardTouchPointVariant: string;
  readonly errorPageTouchPointVariant: string;
  readonly emailTemplateTouchPointVariant: string;
  readonly loadingPageTouchPointVariant: string;
  /** Ids of the files that were uploaded; absent where the default is shown. */
  readonly logo?: string;
  readonly favicon?: string;
  readonly backgroundImage?: string;
}

/** What replaces a mail's default content in one language. */
export interface EmailCustomizationRow extends Row {
  readonly brandId: string;
  /** The template's name of today, whatever the client called it. */
  readonly template: string;
  /** As Okta writes it: `pt-BR`. */
  readonly language: string;
  /** Whether it is for everybody in whose language there is none. */
  readonly isDefault: boolean;
  /** Velocity. */
  readonly subject: string;
  /** Velocity. */
  readonly body: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const brands = collection<BrandRow>()({
  prefix: 'bnd',
  typeName: 'Brand',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: {
    isDefault: (row) => `${row.isDefault}`,
    defaultApp: ({ defaultApp }) => defaultApp.appInstanceId ?? undefined,
  },
  references: {
    defaultApp: {
      to: 'apps',
      onRemove: 'clear',
      clear: ({ defaultApp }) => ({ defaultApp: { ...defaultApp, appInstanceId: null, appLinkName: null } }),
    },
  },
});

export const themes = collection<ThemeRow>()({
  prefix: 'the',
  typeName: 'Theme',
  index: {
    brand: (row) => row.brandId,
    logo: (row) => row.logo,
    favicon: (row) => row.favicon,
    backgroundImage: (row) => row.backgroundImage,
  },
  references: {
    brand: { to: 'brands', onRemove: 'cascade' },
    logo: { to: 'files', onRemove: 'refuse' },
    favicon: { to: 'files', onRemove: 'refuse' },
    backgroundImage: { to: 'files', onRemove: 'refuse' },
  },
});

export const emailCustomizations = collection<EmailCustomizationRow>()({
  prefix: 'oel',
  typeName: 'OrgCustomizedEmailTemplate',
  unique: { language: (row) => `${row.brandId} ${row.template} ${row.language}` },
  index: { brand: (row) => row.brandId, template: (row) => `${row.brandId} ${row.template}` },
  references: { brand: { to: 'brands', onRemove: 'cascade' } },
});
