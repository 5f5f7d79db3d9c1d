import type { Links } from '../../contract/links.js';
import type { Plain } from '../../languages/velocity/index.js';
import type { BrandRow } from '../../store/rows/brands.js';
import type { JsonObject, Timestamp } from '../../store/rows/common.js';
import type { OrgRow } from '../../store/rows/org.js';
import type { UserRow } from '../../store/rows/users.js';
import type { Store } from '../../store/types.js';
import { themeOf } from '../brands/new-brand.js';
import { logoUrl } from '../brands/theme-view.js';
import { everyone } from '../groups/membership.js';

/** What mails are made from: the org, the address that it is reached at, and its time. */
export interface MailSource {
  readonly store: Store;
  readonly links: Links;
  now(): Timestamp;
}

type Variables = Readonly<Record<string, Plain>>;

/** Groups of a user that a mail may name at most, besides Everyone: nobody reads more. */
const MOST_GROUPS = 100;

/** Stands where a link or a code would: a preview lets nobody in. */
const SAMPLE = 'sample-token';
const CODE = '123456';
const HOURS = 168;

function profileOf({ profile }: UserRow): Variables {
  const { login, firstName, lastName } = profile;
  const fullName = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  return { ...profile, username: login, fullName };
}

/** A user's groups in the order of their list: Everyone, whose members have no rows, comes first. */
function groupsOf(store: Store, user: UserRow): Variables {
  const all = everyone({ store });
  const { rows } = store.memberships.page({ limit: MOST_GROUPS, within: { index: 'user', key: user.id } });
  const joined = rows.flatMap(({ groupId }) => store.groups.get(groupId) ?? []);
  const groups = all ? [all, ...joined] : joined;
  return { ids: groups.map(({ id }) => id), names: groups.map(({ profile }) => profile.name) };
}

const orgVariables = (org: OrgRow | undefined): Variables => ({
  name: org?.companyName,
  subDomain: org?.subdomain,
  locale: 'en',
  activationTokenExpirationHours: HOURS,
});

function brandVariables({ store, links }: MailSource, brand: BrandRow): Variables {
  const theme = themeOf(store, brand.id);
  return {
    name: brand.name,
    theme: {
      logo: theme && logoUrl(theme, links),
      primaryColor: theme?.primaryColorHex,
      secondaryColor: theme?.secondaryColorHex,
    },
  };
}

/** The variables of every mail (facts: brand-theme-email, Content resources). */
function commonVariables(from: MailSource, brand: BrandRow, user: UserRow): Variables {
  const [org] = from.store.org.all();
  const theme = themeOf(from.store, brand.id);
  return {
    user: { profile: profileOf(user), groups: groupsOf(from.store, user) },
    org: orgVariables(org),
    brand: brandVariables(from, brand),
    baseURL: from.links.base,
    oktaLogoUrl: theme && logoUrl(theme, from.links),
    instanceDisplayName: org?.companyName,
    samAccountName: user.profile.login,
    technicalContact: profileOf(user),
    orgTechSupportEmail: user.profile.email,
  };
}

/** What only one mail or another has, made up for a preview. */
function sampleVariables(base: string, now: Timestamp): Variables {
  const link = (path: string): string => `${base}/${path}/${SAMPLE}`;
  const [date = '', time = ''] = now.slice(0, 19).split('T');
  const token = SAMPLE;
  return {
    app: { id: '0oasample', name: 'sample_app', label: 'Sample App' },
    activationLink: link('welcome'),
    activationToken: token,
    pushVerifyActivationLink: link('push-verify/activate'),
    androidOktaVerifyAppLink: 'https://play.google.com/store/apps/details?id=com.okta.android.auth',
    iosOktaVerifyAppLink: 'https://apps.apple.com/app/okta-verify/id490179405',
    registrationActivationLink: link('registration/activate'),
    registrationActivationToken: token,
    registrationEmailVerificationLink: link('registration/verify'),
    registrationEmailVerificationToken: CODE,
    verificationLink: link('email/verify'),
    verificationToken: CODE,
    emailAuthenticationLink: link('email/authenticate'),
    unlockAccountLink: link('signin/unlock'),
    unlockAccountTokenExpirationDate: date,
    recoveryLink: link('signin/recovery'),
    recoveryToken: token,
    resetPasswordLink: link('signin/reset-password'),
    resetPasswordTokenExpirationDate: date,
    oneTimePassword: CODE,
    factorDisplayName: 'Okta Verify',
    request: {
      ...{ date, time, location: 'Oslo, Norway', performedBySubject: 'Sample Admin' },
      ...{ factor: 'Okta Verify', factors: 'Okta Verify', authenticator: 'Okta Verify', authenticators: 'Okta Verify' },
      ...{ browser: 'Firefox', ipAddress: '203.0.113.7' },
    },
  };
}

/** The names of all that a template may take from outside. */
export const variableNames: ReadonlySet<string> = new Set([
  ...['user', 'org', 'brand', 'baseURL', 'oktaLogoUrl', 'instanceDisplayName', 'samAccountName'],
  ...['technicalContact', 'orgTechSupportEmail'],
  ...Object.keys(sampleVariables('', '')),
]);

/** What a preview fills in: what is true of a user and the org, and samples of what is made when a mail is sent. */
export const previewVariables = (from: MailSource, brand: BrandRow, user: UserRow): Variables => ({
  ...sampleVariables(from.links.base, from.now()),
  ...commonVariables(from, brand, user),
});

/** What a mail fills in that is really sent: `content` is what was made for it, a link or a code. */
export const mailVariables = (from: MailSource, brand: BrandRow, user: UserRow, content: JsonObject): Variables => ({
  ...commonVariables(from, brand, user),
  ...content,
});
