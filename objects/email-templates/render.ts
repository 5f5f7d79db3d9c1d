import {
  type Functions,
  type Plain,
  parseTemplate,
  referencesOf,
  render,
  TemplateError,
} from '../../languages/velocity/index.js';
import type { BrandRow, EmailCustomizationRow } from '../../store/rows/brands.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { OrgRow } from '../../store/rows/org.js';
import type { UserRow } from '../../store/rows/users.js';
import type { Store } from '../../store/types.js';
import { defaultBrand } from '../brands/new-brand.js';
import { languageOfLocale } from '../languages.js';
import { defaultBody } from './contents.js';
import { defaultSubject, type TemplateName, templateCalled } from './table.js';
import { type MailSource, mailVariables } from './variables.js';

/** A mail's subject and body, in Velocity or rendered. */
export interface Mail {
  readonly subject: string;
  readonly body: string;
}

export type { MailSource } from './variables.js';

/** Which engine an org has. */
export const pipelineOf = (store: Pick<Store, 'org'>): 'idx' | 'v1' =>
  (store.org.all()[0] as OrgRow | undefined)?.pipeline ?? 'idx';

/** A mail as it is where nobody has customized it. */
export const defaultMail = (store: Pick<Store, 'org'>, name: TemplateName): Mail => ({
  subject: defaultSubject(name, pipelineOf(store)),
  body: defaultBody(name),
});

/** The customizations of a brand's template, the oldest first. */
export const customizationsOf = (
  store: Pick<Store, 'emailCustomizations'>,
  brandId: string,
  name: TemplateName,
): readonly EmailCustomizationRow[] => store.emailCustomizations.where('template', `${brandId} ${name}`);

/** What a mail in a language is made from: the customization in it, else the default one, else the default content. */
export function mailIn(store: Store, brandId: string, name: TemplateName, language: string | undefined): Mail {
  const all = customizationsOf(store, brandId, name);
  const own = all.find((row) => row.language === language);
  return own ?? all.find(({ isDefault }) => isDefault) ?? defaultMail(store, name);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The one tool that templates call: what people typed is written as text, not as HTML. */
const functions: Functions = {
  StringTool: {
    escapeHtml: ([text]) =>
      typeof text === 'string' ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text,
  },
};

/** The tools' names, as templates write them. */
export const toolNames: readonly string[] = Object.keys(functions);

/** Fills a mail in. @throws TemplateError where it takes too long, gets too large, or asks for what is not allowed */
export const fillIn = ({ subject, body }: Mail, variables: Readonly<Record<string, Plain>>): Mail => ({
  subject: render(parseTemplate(subject), variables, functions),
  body: render(parseTemplate(body), variables, functions),
});

/** The variables that a text takes from outside. @throws TemplateError for what is no template */
export const variablesOf = (text: string): ReadonlySet<string> => referencesOf(parseTemplate(text));

/** Whether an error is one of a template. */
export const isTemplateError = (error: unknown): error is TemplateError => error instanceof TemplateError;

/** The language of mails for a user. */
export const languageFor = ({ profile }: UserRow): string | undefined =>
  typeof profile.locale === 'string' ? languageOfLocale(profile.locale) : undefined;

/**
 * A mail to a user as the org would send it, in the user's language.
 * @param name of the template; undefined is returned for one that the org does not have
 * @param content what was made for this mail, under the names that the template gives it: a link, a code
 * @throws TemplateError where a customization takes too long or gets too large
 */
export function renderEmail(from: MailSource, name: string, user: UserRow, content: JsonObject): Mail | undefined {
  const template = templateCalled(name, pipelineOf(from.store));
  const brand: BrandRow | undefined = defaultBrand(from.store);
  if (!template || !brand) return undefined;
  const mail = mailIn(from.store, brand.id, template, languageFor(user));
  return fillIn(mail, mailVariables(from, brand, user, content));
}
