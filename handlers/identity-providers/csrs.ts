import { waiting } from '../../contract/operations.js';
import { requestActs } from '../../objects/credentials/request-acts.js';
import type { MadeRequest } from '../../objects/credentials/requests.js';
import { ownerOf } from '../../objects/identity-providers/keys.js';

const acts = requestActs((ctx, { idpId }: { readonly idpId: string }) => ownerOf(ctx, idpId));

/** Requests for certificates that an authority makes (facts: identity-provider, CSRs). */
export const csrs = {
  listCsrsForIdentityProvider: acts.list,
  generateCsrForIdentityProvider: waiting<'generateCsrForIdentityProvider', MadeRequest>(acts.generate),
  getCsrForIdentityProvider: acts.get,
  revokeCsrForIdentityProvider: acts.revoke,
  publishCsrForIdentityProvider: acts.publish,
};
