// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { type Ask, type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { png, upload } from '../support/uploads.js';

const brand = (org: TestOrg): string => `/brands/${org.store.brands.all()[0]?.id}`;
const theme = (org: TestOrg): string => `${brand(org)}/themes/${org.store.themes.all()[0]?.id}`;
const mails = (org: TestOrg): string => `${brand(org)}/templates/email/UserActivation`;

const look = {
  primaryColorHex: '#0b6e4f',
  secondaryColorHex: '#ffffff',
  signInPageTouchPointVariant: 'OKTA_DEFAULT',
  endUserDashboardTouchPointVariant: 'OKTA_DEFAULT',
  errorPageTouchPointVariant: 'OKTA_DEFAULT',
  emailTemplateTouchPointVariant: 'OKTA_DEFAULT',
};

const mail = (language: string): object => ({ language, subject: 'Hi', body: '${activationLink}' });
const customize = (org: TestOrg, language: string): Ask => post(`${mails(org)}/customizations`, mail(language));
const customized = async (org: TestOrg): Promise<string> =>
  `${mails(org)}/customizations/${await done(org, customize(org, 'en'))}`;

const images = [
  ['Logo', 'logo'],
  ['Favicon', 'favicon'],
  ['BackgroundImage', 'background-image'],
] as const;

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['updateBrand', 'its name', async (org) => put(brand(org), { name: 'Acme' }), ['system.brand.update']],
  ['updateBrandTheme', 'its colours', async (org) => put(theme(org), look), ['system.theme.update']],
  ...images.flatMap(([name, place]): Case[] => [
    [
      `uploadBrandTheme${name}`,
      'an image',
      async (org) => upload(`${theme(org)}/${place}`, png(32, 32)),
      ['system.theme.update'],
    ],
    [`deleteBrandTheme${name}`, 'none there', async (org) => remove(`${theme(org)}/${place}`), ['system.theme.update']],
  ]),
  [
    'createEmailTemplateCustomization',
    'the first',
    async (org) => customize(org, 'en'),
    ['system.email.template.create'],
  ],
  [
    'updateEmailTemplateCustomization',
    'another language',
    async (org) => put(await customized(org), mail('fr')),
    ['system.email.template.update'],
  ],
  [
    'deleteEmailTemplateCustomization',
    'the only one',
    async (org) => remove(await customized(org)),
    ['system.email.template.delete'],
  ],
  [
    'deleteEmailTemplateCustomizations',
    'two',
    async (org) => {
      for (const language of ['en', 'fr']) await done(org, customize(org, language));
      return remove(`${mails(org)}/customizations`);
    },
    ['system.email.template.delete', 'system.email.template.delete'],
  ],
  ['sendTestEmail', 'the default content', async (org) => post(`${mails(org)}/test`, {}), ['system.email.delivery']],
];

export const facts: FactsByType = {
  'system.brand.update': { legacy: null, targets: ['Brand'] },
  'system.theme.update': { legacy: null, targets: ['Theme'] },
  'system.email.template.create': { legacy: null, targets: ['EmailTemplate'] },
  'system.email.template.update': { legacy: 'system.email.template.update', targets: ['EmailTemplate'] },
  'system.email.template.delete': { legacy: null, targets: ['EmailTemplate'] },
  'system.email.delivery': { message: "An email's delivery status was updated", legacy: null, targets: ['User'] },
};
