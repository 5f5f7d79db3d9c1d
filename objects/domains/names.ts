/** Names that are nobody's, for documentation and tests (RFC 2606). */
const reservedTop: readonly string[] = ['test', 'example', 'invalid', 'localhost'];
const reservedSecond: readonly string[] = ['example.com', 'example.net', 'example.org'];

/** Okta's own names: no org may have one of its own below them. */
const oktaNames: readonly string[] = [
  ...['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'oktacdn.com', 'okta.mil'],
];

const isBelow = (name: string, parent: string): boolean => name === parent || name.endsWith(`.${parent}`);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a name in lower case has the form of a subdomain, such as `login.acme.com`. */
export function isSubdomain(name: string): boolean {
  const labels = name.split('.');
  return name.length <= 253 && labels.length >= 3 && labels.every((label) => LABEL.test(label)) && !/\d$/.test(name);
}

/** Whether a name belongs to Okta. */
export const isOktaName = (name: string): boolean => oktaNames.some((parent) => isBelow(name, parent));

/** Whether no DNS will ever answer for a name: it is kept free for documentation. */
export const isReservedName = (name: string): boolean =>
  [...reservedTop, ...reservedSecond].some((parent) => isBelow(name, parent));
