import { OktaError } from '../../contract/errors.js';

/**
 * Orgs reach phones through a hook of the org's own; the sandbox has none that could be asked, and its outbox takes what
 * factors send all the same.
 * @throws OktaError 400 E0000226 for the phone authenticator
 */
export function checkTelephony(key: string): void {
  if (key === 'phone_number') throw new OktaError('E0000226');
}
