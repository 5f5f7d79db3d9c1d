import { missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { templateFaults } from '../../objects/email-templates/check.js';
import type { TemplateName } from '../../objects/email-templates/table.js';
import { readMailLanguage } from '../../objects/languages.js';
import type { EmailCustomizationRow } from '../../store/rows/brands.js';

/** Characters (facts: brand-theme-email, Customizations). */
const MOST_SUBJECT = 128;
/** Bytes: a body is smaller. */
const BODY_LIMIT = 65_536;

type Body = Given<Schemas['EmailTemplateCustomizationRequest']>;

/** What a client says of a customization; `isDefault` is absent where it says nothing. */
export type GivenCustomization = Pick<EmailCustomizationRow, 'language' | 'subject' | 'body'> & {
  readonly isDefault?: boolean;
};

/**
 * Reads a whole customization.
 * @throws OktaError 400 E0000001 for what is missing, too long, no Velocity, or without the variables that the template
 *   is for; E0000236 and E0000237 for the language
 */
export function readCustomization(given: Body, template: TemplateName): GivenCustomization {
  const { language, subject, body, isDefault } = given;
  refuseAll([
    ...missing('language', language),
    ...missing('subject', subject),
    ...missing('body', body),
    ...tooLong('subject', subject, MOST_SUBJECT),
    ...(Buffer.byteLength(body ?? '') < BODY_LIMIT ? [] : tooLong('body', body, 0)),
  ]);
  const read = { language: readMailLanguage(language ?? ''), subject: subject ?? '', body: body ?? '' };
  refuseAll(templateFaults(template, read.subject, read.body));
  return typeof isDefault === 'boolean' ? { ...read, isDefault } : read;
}
