import { blank, invalid, OktaError, unreadable } from '../../contract/errors.js';
import { type Fault, objectOf, refuseAll, textOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { contrastOf, isColor } from '../../objects/brands/colors.js';
import { isLanguageTag } from '../../objects/languages.js';
import type { BrandRow, DefaultApp, ThemeRow } from '../../store/rows/brands.js';
import type { Next } from '../../store/rows/common.js';

type BrandBody = Given<Schemas['Brand']>;
type ThemeBody = Given<Schemas['Theme']>;

/** A web address with a host that has a name. */
function isWebUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '' && !/\s/.test(text);
}

const consent = 'Please provide your consent for updating the custom privacy policy URL.';

/** The address of a privacy policy, and whether somebody agreed to it; a new one needs it (facts: brand-theme-email). */
function readPolicy(
  body: BrandBody,
  before: BrandRow,
): Pick<BrandRow, 'customPrivacyPolicyUrl' | 'agreeToCustomPrivacyPolicy'> {
  const url = textOf(body.customPrivacyPolicyUrl) ?? null;
  const agreed = body.agreeToCustomPrivacyPolicy;
  if (url === null) return { customPrivacyPolicyUrl: null, agreeToCustomPrivacyPolicy: agreed === true };
  const field = 'customPrivacyPolicyUrl';
  refuseAll(tooLong(field, url, 1023));
  if (!isWebUrl(url)) {
    throw invalid(field, `${field}: Is not a valid URL. Valid example: http://www.okta.com`);
  }
  const isNew = url !== before.customPrivacyPolicyUrl;
  if (isNew && agreed !== true) {
    throw invalid('agreeToCustomPrivacyPolicy', `agreeToCustomPrivacyPolicy: ${consent}`);
  }
  return {
    customPrivacyPolicyUrl: url,
    agreeToCustomPrivacyPolicy: agreed ?? (!isNew && before.agreeToCustomPrivacyPolicy),
  };
}

/** A member that the contract does not know: undefined where nothing is said. @throws OktaError 400 E0000003 for another kind of value */
function ofKind<T>(given: unknown, kindOf: (value: unknown) => T | undefined): T | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  const value = kindOf(given);
  if (value === undefined) throw unreadable();
  return value;
}

/** Members that clients of today send besides those of the contract. */
function readDefaultApp(given: unknown): DefaultApp {
  const app = ofKind(given, objectOf) ?? {};
  const text = (name: keyof DefaultApp): string | null => {
    const value = ofKind(app[name], textOf) ?? null;
    refuseAll(tooLong(name, value));
    return value;
  };
  return {
    appInstanceId: text('appInstanceId'),
    appLinkName: text('appLinkName'),
    classicApplicationUri: text('classicApplicationUri'),
  };
}

function readLocale(given: unknown): Pick<BrandRow, 'locale'> {
  const locale = ofKind(given, textOf);
  if (locale === undefined) return {};
  if (!isLanguageTag(locale.replaceAll('_', '-'))) throw new OktaError('E0000236');
  return { locale };
}

/**
 * Reads what a brand is to be; its name stays where none is given.
 * @throws OktaError 400 E0000001 for an address that is none or that nobody agreed to, E0000003 for a member of another
 *   kind, E0000236 for a locale that is none
 */
export function readBrand(body: BrandBody, before: BrandRow): Next<BrandRow> {
  const more = body as { readonly name?: unknown; readonly defaultApp?: unknown; readonly locale?: unknown };
  const name = ofKind(more.name, textOf)?.trim();
  refuseAll(tooLong('name', name));
  return {
    name: name || before.name,
    isDefault: before.isDefault,
    removePoweredByOkta: body.removePoweredByOkta ?? false,
    ...readPolicy(body, before),
    defaultApp: readDefaultApp(more.defaultApp),
    ...readLocale(more.locale),
  };
}

const page = ['OKTA_DEFAULT', 'BACKGROUND_SECONDARY_COLOR', 'BACKGROUND_IMAGE'];

const dashboard = ['OKTA_DEFAULT', 'WHITE_LOGO_BACKGROUND', 'FULL_THEME', 'LOGO_ON_FULL_WHITE_BACKGROUND'];

/** Where a theme shows, and in which ways it can (facts: brand-theme-email, Theme). */
const variants = {
  signInPageTouchPointVariant: page,
  endUserDashboardTouchPointVariant: dashboard,
  errorPageTouchPointVariant: page,
  emailTemplateTouchPointVariant: ['OKTA_DEFAULT', 'FULL_THEME'],
} as const;

function badColor(field: string, color: string | null | undefined, isRequired: boolean): Fault[] {
  if (color === undefined || color === null || color === '') return isRequired ? [[field, blank(field)]] : [];
  return isColor(color) ? [] : [[field, `${field}: Invalid color hex: ${color.slice(0, 100)}.`]];
}

function badVariant(field: string, value: unknown, allowed: readonly string[]): Fault[] {
  if (value === undefined || value === null || value === '') return [[field, blank(field)]];
  if (typeof value === 'string' && allowed.includes(value)) return [];
  const said = `'${String(value).slice(0, 100)}' is invalid. Valid values: [${allowed.join(', ')}].`;
  return [[field, `${field}: ${said}`]];
}

const loadingVariants = ['OKTA_DEFAULT', 'NONE'];

/**
 * Reads a whole theme but for its images. A contrast that is not given is black or white, as can be read better.
 * @throws OktaError 400 E0000001 with a cause for each colour and variant that is missing or wrong
 */
export function readTheme(body: ThemeBody): Omit<Next<ThemeRow>, 'brandId' | 'logo' | 'favicon' | 'backgroundImage'> {
  const { loadingPageTouchPointVariant: loading } = body as { readonly loadingPageTouchPointVariant?: unknown };
  const variantNames = Object.keys(variants) as (keyof typeof variants)[];
  refuseAll([
    ...badColor('primaryColorHex', body.primaryColorHex, true),
    ...badColor('primaryColorContrastHex', body.primaryColorContrastHex, false),
    ...badColor('secondaryColorHex', body.secondaryColorHex, true),
    ...badColor('secondaryColorContrastHex', body.secondaryColorContrastHex, false),
    ...variantNames.flatMap((name) => badVariant(name, body[name], variants[name])),
    ...(loading ? badVariant('loadingPageTouchPointVariant', loading, loadingVariants) : []),
  ]);
  const primaryColorHex = body.primaryColorHex ?? '';
  const secondaryColorHex = body.secondaryColorHex ?? '';
  return {
    primaryColorHex,
    primaryColorContrastHex: body.primaryColorContrastHex || contrastOf(primaryColorHex),
    secondaryColorHex,
    secondaryColorContrastHex: body.secondaryColorContrastHex || contrastOf(secondaryColorHex),
    signInPageTouchPointVariant: body.signInPageTouchPointVariant ?? '',
    endUserDashboardTouchPointVariant: body.endUserDashboardTouchPointVariant ?? '',
    errorPageTouchPointVariant: body.errorPageTouchPointVariant ?? '',
    emailTemplateTouchPointVariant: body.emailTemplateTouchPointVariant ?? '',
    loadingPageTouchPointVariant: textOf(loading) ?? 'OKTA_DEFAULT',
  };
}
