import { OktaError } from '../contract/errors.js';

/** The languages that mails can be in, as Okta writes them (facts: brand-theme-email, Customizations). */
const mailLanguages: readonly string[] = [
  ...['cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'ht', 'hu', 'id', 'it', 'ja', 'ko', 'ms', 'nb', 'nl-NL', 'pl'],
  ...['pt-BR', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
];

/** The longest tag that RFC 5646 expects anybody to keep. */
const MOST_CHARACTERS = 35;

/** Whether a text has the form of a BCP 47 tag. */
export function isLanguageTag(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The language of mails that a tag names, in any case; undefined for one that mails cannot be in. */
export const mailLanguage = (tag: string): string | undefined =>
  mailLanguages.find((language) => language.toLowerCase() === tag.toLowerCase());

/** The language of mails for a user's locale, such as `fr_CA`: the same one, or one that begins with its language. */
export function languageOfLocale(locale: string): string | undefined {
  const tag = locale.replaceAll('_', '-');
  const [language = ''] = tag.toLowerCase().split('-');
  return mailLanguage(tag) ?? mailLanguages.find((known) => known.toLowerCase().split('-')[0] === language);
}

/**
 * The language of mails that a client names, as Okta writes it.
 * @throws OktaError 400 E0000236 for what is no language tag, E0000237 for a language that mails cannot be in
 */
export function readMailLanguage(tag: string): string {
  if (!isLanguageTag(tag)) throw new OktaError('E0000236');
  const language = mailLanguage(tag);
  if (language === undefined) throw new OktaError('E0000237');
  return language;
}
