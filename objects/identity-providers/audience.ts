import type { IdSource } from '../../store/ids.js';

const AUDIENCE = 'https://www.okta.com/saml2/service-provider/sp';
const LETTERS = 18;

/** What a SAML provider shall call this org: a name that is like no other. */
export function newAudience(ids: Pick<IdSource, 'secret'>): string {
  const letters = [...ids.secret(LETTERS)].map((each) => String.fromCharCode(97 + (each.charCodeAt(0) % 26)));
  return AUDIENCE + letters.join('');
}
