import * as z from 'zod';
import { templateFaults } from '../../../objects/email-templates/check.js';
import { emailTemplates, type TemplateName } from '../../../objects/email-templates/table.js';
import { mailLanguage } from '../../../objects/languages.js';
import { foldKey } from '../../../store/rows/spec.js';
import { checkName, report } from '../findings.js';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const names = Object.keys(emailTemplates) as [TemplateName, ...TemplateName[]];

const customization = z.strictObject({
  id: id('oel'),
  /** The name of a brand. */
  brand: text.default('default'),
  template: z.enum(names),
  language: z.string().refine((tag) => mailLanguage(tag) === tag, 'must be a language of mails, such as en or pt-BR'),
  default: z.boolean().default(false),
  subject: text.max(128),
  body: z.string().min(1).max(65_535),
});

/** What a mail says in a language in place of its default content. */
export type SeedEmailCustomization = z.infer<typeof customization>;

const templateOf = ({ brand, template }: SeedEmailCustomization): string => `${brand} ${template}`;

/** Customized mails, each named by brand, template and language. One of each template's is the default. */
export const emailCustomizations: Section<SeedEmailCustomization> = {
  noun: 'email customization',
  shape: customization,
  nameOf: (item) => `${templateOf(item)} ${item.language}`,
  keyOf: (item) => foldKey(`${templateOf(item)} ${item.language}`),
  check(items, checking) {
    for (const item of items) {
      if (item.brand !== 'default') checkName(checking, item, ['brand'], 'brands', item.brand);
      for (const [field, cause] of templateFaults(item.template, item.subject, item.body))
        report(checking, item, [field], `cannot be sent: ${String(cause).replace(/^body: /, '')}`);
      const defaults = items.filter((other) => templateOf(other) === templateOf(item) && other.default).length;
      if (defaults !== 1)
        report(checking, item, ['default'], 'must be true of one language of a template, and one alone');
    }
  },
};
