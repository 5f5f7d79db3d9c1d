import { blank, type Cause, invalid, unreadable } from './errors.js';

/** The members of a JSON object of which nothing is known. */
export type Members = Readonly<Record<string, unknown>>;

/** A JSON object, or undefined for anything else. */
export const objectOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;

/** The profile of a body; it has whatever members its schema has, so that nothing is known of them. */
export const profileOf = (body: unknown): Members => objectOf(objectOf(body)?.profile) ?? {};

/** A text that is not empty, or undefined. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The texts of a list; none for anything else. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** What is wrong with one field: its name, and a sentence that becomes a cause. */
export type Fault = readonly [field: string, cause: string | Cause];

/** Whether a required text is not there. */
export const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** The fault of a required text that is missing or blank. */
export const missing = (field: string, value: unknown): Fault[] => (isBlank(value) ? [[field, blank(field)]] : []);

/** The fault of a required member that is missing or null. */
export const absent = (field: string, value: unknown): Fault[] =>
  value === undefined || value === null ? [[field, blank(field)]] : [];

/** The fault of a text that has more characters than `max`. */
export const tooLong = (field: string, value: unknown, max = 255): Fault[] =>
  typeof value === 'string' && value.length > max ? [[field, `${field}: The field is too long`]] : [];

/** The fault of a list that has more than `max` items. @param what how Okta goes on after "No more than 5" */
export const tooMany = (
  field: string,
  items: readonly unknown[] | null | undefined,
  max: number,
  what: string,
): Fault[] => (items && items.length > max ? [[field, `${field}: No more than ${max} ${what}`]] : []);

/**
 * The fault of a value that is none of those a field takes; missing and null are no fault.
 * @param say how Okta words it where it is not the usual sentence
 */
export const oneOf = (
  field: string,
  value: unknown,
  allowed: readonly string[],
  say: (allowed: readonly string[]) => string = (names) =>
    `${field}: '${field}' must be one of the following: [${names.join(', ')}].`,
): Fault[] =>
  value === undefined || value === null || (typeof value === 'string' && allowed.includes(value))
    ? []
    : [[field, say(allowed)]];

/** The value of an enum's member, if it is one of those. @throws OktaError 400 E0000003 for another */
export function among<T extends string>(value: string | null | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw unreadable();
  return found;
}

/**
 * Refuses a body for everything that is wrong with it.
 * @param what what the summary names; without it the first field
 * @throws OktaError 400 E0000001 with a cause for each fault; nothing where there is none
 */
export function refuseAll(faults: readonly Fault[], what?: string): void {
  const [first] = faults;
  if (first) throw invalid(what ?? first[0], ...faults.map(([, cause]) => cause));
}
