/** What stands in JSON as it is: printable ASCII but quotation marks and backslashes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A value as JSON; what is plain text, as most values are, at one look. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
