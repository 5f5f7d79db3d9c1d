/** Whether a text is of a format that a property definition names. Every check takes time linear in the text. */
type FormatCheck = (text: string) => boolean;

/** The longest e-mail address that a profile takes (facts: users §1). */
const MAX_EMAIL = 100;

/** What a local part may hold unless it is quoted: no control characters, spaces, or marks of the address form. */
const PLAIN_LOCAL = /^[^\p{Cc} ()<>[\]:;@\\,"]+$/u;

function isLocalPart(local: string): boolean {
  if (local.length === 0 || local.length > 64) return false;
  if (local.length > 2 && local.startsWith('"') && local.endsWith('"')) return !local.slice(1, -1).includes('"');
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  return PLAIN_LOCAL.test(local);
}

const LABEL = /^[\p{L}\p{N}]+(?:-+[\p{L}\p{N}]+)*$/u;

const isDomain = (domain: string): boolean =>
  domain.length <= 255 && domain.split('.').every((label) => label.length <= 63 && LABEL.test(label));

/** Up to this many characters no part of an address is too long. */
const SHORT_EMAIL = 64;

/** Nearly every address: the same form in ASCII, found at one look. */
const ASCII_EMAIL =
  /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*@[a-z\d]+(?:-+[a-z\d]+)*(?:\.[a-z\d]+(?:-+[a-z\d]+)*)*$/i;

/** The mailbox form of RFC 6531: letters of any script on both sides, a domain with or without dots. */
export function isEmail(text: string): boolean {
  if (text.length <= SHORT_EMAIL && ASCII_EMAIL.test(text)) return true;
  const at = text.lastIndexOf('@');
  return text.length <= MAX_EMAIL && at > 0 && isLocalPart(text.slice(0, at)) && isDomain(text.slice(at + 1));
}

const zones = new Map<string, boolean>();

/** A name of the IANA time zone database, as the run time knows it. */
function isTimezone(text: string): boolean {
  if (text.length > 64) return false;
  let known = zones.get(text);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: text });
      known = true;
    } catch {
      known = false;
    }
    if (zones.size > 1000) zones.clear();
    zones.set(text, known);
  }
  return known;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const withColon = (text: string): string => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `Date.parse` takes 30 February for a day of March: the calendar is looked at here. */
function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));
}

/** A point in time of ISO 8601 with a zone. */
export const isDateTime = (text: string): boolean =>
  DATE_TIME.test(text) && isDay(text) && !Number.isNaN(Date.parse(withColon(text)));

const anything: FormatCheck = () => true;

/** The formats of string properties (facts: schemas §3); lenient where recorded values are, such as `en-us`. */
export const formats: Readonly<Record<string, FormatCheck>> = {
  email: isEmail,
  uri: (text) => text.length <= 2048 && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text),
  'date-time': isDateTime,
  'country-code': (text) => /^[A-Za-z]{2}$/.test(text),
  'language-code': (text) => /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}$/.test(text),
  locale: (text) => /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$/.test(text),
  timezone: isTimezone,
  'ref-id': anything,
  encrypted: anything,
  hashed: anything,
};
