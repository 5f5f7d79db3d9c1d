import { unreadable } from '../../contract/errors.js';
import { absent, type Fault, missing, objectOf, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { isLanguageTag } from '../../objects/languages.js';
import type { SmsTemplateRow } from '../../store/rows/sms-templates.js';

/** Characters (facts: template-sms). */
const MOST_NAME = 50;
const MOST_TEXT = 161;

const MACRO = /\$\{([^}]*)\}/g;
const MACROS: readonly string[] = ['code', 'org.name'];

type Body = Given<Schemas['SmsTemplate']>;
type Texts = Readonly<Record<string, string>>;

/** A text holds the code, and no macro that nobody fills in. The sentences are ours. */
function badText(field: string, text: string): Fault[] {
  const macros = [...text.matchAll(MACRO)].map(([, name = '']) => name);
  const unknown = macros.find((name) => !MACROS.includes(name));
  return [
    ...tooLong(field, text, MOST_TEXT),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's macro
    ...(macros.includes('code') ? [] : [[field, `${field}: The text must contain ${'${code}'}`] as const]),
    ...(unknown === undefined ? [] : [[field, `${field}: There is no macro named ${unknown}`] as const]),
  ];
}

function badTranslation(language: string, text: unknown): Fault[] {
  const field = 'translations';
  if (!isLanguageTag(language)) return [[field, `${field}: ${language.slice(0, 50)} is not a language`]];
  if (typeof text !== 'string') throw unreadable();
  return badText(field, text);
}

/** Translations without those that are empty or null, which are none. */
const translationsOf = (given: unknown): readonly (readonly [language: string, text: unknown])[] =>
  Object.entries(objectOf(given) ?? {}).filter(([, text]) => text !== null && text !== '');

const isType = (type: unknown): type is SmsTemplateRow['type'] => type === 'SMS_VERIFY_CODE';

/** What a client may say of a template. */
export type GivenTemplate = Pick<SmsTemplateRow, 'name' | 'type' | 'template' | 'translations'>;

const withTranslations = (texts: Texts): Pick<SmsTemplateRow, 'translations'> =>
  Object.keys(texts).length === 0 ? {} : { translations: texts };

/**
 * Reads a whole template.
 * @throws OktaError 400 E0000001 for what is missing, too long or without `${code}`, E0000003 for an unknown type
 */
export function readTemplate({ name, type, template, translations }: Body): GivenTemplate {
  const text = String(template ?? '');
  const translated = translationsOf(translations);
  const faults = [
    ...missing('name', name),
    ...tooLong('name', name, MOST_NAME),
    ...absent('type', type),
    ...(text.trim() === '' ? missing('template', text) : badText('template', text)),
    ...translated.flatMap(([language, said]) => badTranslation(language, said)),
  ];
  if (type !== undefined && type !== null && !isType(type)) throw unreadable();
  refuseAll(faults);
  const texts = Object.fromEntries(translated) as Texts;
  return { name: String(name), type: 'SMS_VERIFY_CODE', template: text, ...withTranslations(texts) };
}

/** What a partial update makes of a template: translations are taken one by one, an empty one goes. */
export function mergeTemplate(before: SmsTemplateRow, body: Body): GivenTemplate {
  const { name, type, template } = body;
  const translations = { ...before.translations, ...objectOf(body.translations) };
  return readTemplate({
    name: name ?? before.name,
    type: type ?? before.type,
    template: template ?? before.template,
    translations,
  });
}
