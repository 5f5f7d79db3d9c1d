import type { ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { activeHookOf } from '../hooks/inline.js';

/**
 * Orgs reach phones through a telephony hook of the org's own. That one is there is all that is asked: what factors send
 * goes to the outbox all the same.
 * @throws OktaError 400 E0000226 for the phone authenticator of an org without an active one
 */
export function checkTelephony(ctx: Pick<ReadContext, 'store'>, key: string): void {
  if (key === 'phone_number' && !activeHookOf(ctx, 'com.okta.telephony.provider')) throw new OktaError('E0000226');
}
