import { invalid } from '../../contract/errors.js';
import { type Fault, missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { isTemplateError, toolNames, variablesOf } from '../../objects/email-templates/render.js';
import { emailTemplates, type TemplateFacts, type TemplateName } from '../../objects/email-templates/table.js';
import { variableNames } from '../../objects/email-templates/variables.js';
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

/** How Okta says that a text is no template it could send (facts: brand-theme-email). */
const unusable = 'The Message contains an invalid expression';

/** @throws OktaError 400 E0000001 for what is no Velocity */
function readVariables(field: string, text: string): ReadonlySet<string> {
  try {
    return variablesOf(text);
  } catch (error) {
    if (isTemplateError(error)) throw invalid(field, unusable);
    throw error;
  }
}

/** The names in `${name}`: written so, they are meant as variables, and nothing else is. */
const formalNames = (text: string): string[] =>
  [...text.matchAll(/\$!?\{\s*([A-Za-z_]\w*)/g)].map(([, name = '']) => name);

/** What is meant as a variable and is none. Names that the template gives itself are not among its variables. */
const unknownNames = (text: string, variables: ReadonlySet<string>): string[] =>
  formalNames(text).filter((name) => variables.has(name) && !variableNames.has(name) && !toolNames.includes(name));

const braced = (names: readonly string[]): string => names.map((name) => `\${${name}}`).join(' or ');

/** The variables without which the mail would be of no use. The sentence is ours. */
const lacking = (variables: ReadonlySet<string>, { required }: TemplateFacts): Fault[] =>
  required
    .filter((names) => !names.some((name) => variables.has(name)))
    .map((names) => ['body', `body: The template must contain ${braced(names)}`]);

function checkTemplates(template: TemplateName, subject: string, body: string): void {
  const inSubject = readVariables('subject', subject);
  const inBody = readVariables('body', body);
  if (unknownNames(subject, inSubject).length > 0) throw invalid('subject', unusable);
  if (unknownNames(body, inBody).length > 0) throw invalid('body', unusable);
  refuseAll(lacking(inBody, emailTemplates[template]));
}

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
  checkTemplates(template, read.subject, read.body);
  return typeof isDefault === 'boolean' ? { ...read, isDefault } : read;
}
