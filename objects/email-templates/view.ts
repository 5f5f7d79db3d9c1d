import type { Links } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { EmailCustomizationRow } from '../../store/rows/brands.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';
import type { Mail } from './render.js';

/** A template as a client called it: by its name of today or of 2022. Answers and links say what was asked for. */
export interface Asked {
  readonly brandId: string;
  readonly templateName: string;
}

const testLink = (asked: Asked, links: Links) => links.allow('sendTestEmail', asked, 'POST');
const templateLink = (asked: Asked, links: Links) => links.allow('getEmailTemplate', asked, 'GET');
const defaultLink = (asked: Asked, links: Links) => links.allow('getEmailTemplateDefaultContent', asked, 'GET');

/** A template, which is no more than its name. */
export const templateView = (asked: Asked, links: Links): ShownAs<Schemas['EmailTemplate']> => ({
  name: asked.templateName,
  _links: {
    // Newer than this contract, shown by orgs of today: there is no operation to make the path from.
    settings: { href: `${links.href('getEmailTemplate', asked)}/settings`, hints: { allow: ['GET', 'PUT'] } },
    self: templateLink(asked, links),
    defaultContent: defaultLink(asked, links),
    test: testLink(asked, links),
    customizations: links.allow('listEmailTemplateCustomizations', asked, 'GET', 'POST', 'DELETE'),
  },
});

type Content = ShownAs<Schemas['EmailTemplateContent']>;

/** What a mail is made from where nobody customized it. */
export const defaultContentView = ({ subject, body }: Mail, asked: Asked, links: Links): Content => ({
  subject,
  body,
  _links: {
    preview: links.allow('getEmailTemplateDefaultContentPreview', asked, 'GET'),
    template: templateLink(asked, links),
    self: defaultLink(asked, links),
    test: testLink(asked, links),
  },
});

/** The default content as it would be read. */
export const defaultPreviewView = ({ subject, body }: Mail, asked: Asked, links: Links): Content => ({
  subject,
  body,
  _links: {
    defaultContent: defaultLink(asked, links),
    template: templateLink(asked, links),
    self: links.allow('getEmailTemplateDefaultContentPreview', asked, 'GET'),
  },
});

/** A customization. */
export function customizationView(
  row: EmailCustomizationRow,
  asked: Asked,
  links: Links,
): ShownAs<Schemas['EmailTemplateCustomization']> {
  const { id, language, isDefault, subject, body, created, lastUpdated } = row;
  const at = { ...asked, customizationId: id };
  return {
    ...{ subject, body, id, language, isDefault, created, lastUpdated },
    _links: {
      preview: links.allow('getEmailTemplateCustomizationPreview', at, 'GET'),
      template: templateLink(asked, links),
      self: links.allow('getEmailTemplateCustomization', at, 'GET', 'PUT', 'DELETE'),
      test: testLink(asked, links),
    },
  };
}

/** A customization as it would be read. */
export function customizationPreviewView(mail: Mail, id: string, asked: Asked, links: Links): Content {
  const at = { ...asked, customizationId: id };
  return {
    subject: mail.subject,
    body: mail.body,
    _links: {
      template: templateLink(asked, links),
      customization: links.allow('getEmailTemplateCustomization', at, 'GET', 'PUT', 'DELETE'),
      self: links.allow('getEmailTemplateCustomizationPreview', at, 'GET'),
      test: testLink(asked, links),
    },
  };
}

/** A template as events name it. */
export const emailTemplateTarget = (row: Pick<EmailCustomizationRow, 'id' | 'template'>): LogTarget =>
  target(row.id, 'EmailTemplate', 'unknown', row.template);
