/** What stands in JSON as it is: printable ASCII but quotation marks and backslashes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Whether a text stands in JSON as it is, between quotation marks. Of several it is asked at once: each look costs. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** A value as JSON; what is plain text, as most values are, at one look. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' && isPlain(value) ? `"${value}"` : JSON.stringify(value);
