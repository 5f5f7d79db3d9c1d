import type { Fault } from '../../contract/given.js';
import { isTemplateError, toolNames, variablesOf } from './render.js';
import { emailTemplates, type TemplateFacts, type TemplateName } from './table.js';
import { variableNames } from './variables.js';

/** How Okta says that a text is no template it could send (facts: brand-theme-email). */
const unusable = 'The Message contains an invalid expression';

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

/** The variables of a text; undefined for one that is no Velocity, or names what is no variable. */
function usableVariables(text: string): ReadonlySet<string> | undefined {
  try {
    const variables = variablesOf(text);
    return unknownNames(text, variables).length > 0 ? undefined : variables;
  } catch (error) {
    if (isTemplateError(error)) return undefined;
    throw error;
  }
}

/** What is wrong with a mail's texts: the first that could not be sent, or the variables that the body lacks. */
export function templateFaults(template: TemplateName, subject: string, body: string): Fault[] {
  if (!usableVariables(subject)) return [['subject', unusable]];
  const variables = usableVariables(body);
  return variables ? lacking(variables, emailTemplates[template]) : [['body', unusable]];
}
