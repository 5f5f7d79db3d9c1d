import { waiting } from '../../contract/operations.js';
import { ownerOf } from '../../objects/applications/owner.js';
import { requestActs } from '../../objects/credentials/request-acts.js';
import type { MadeRequest } from '../../objects/credentials/requests.js';

const acts = requestActs((ctx, { appId }: { readonly appId: string }) => ownerOf(ctx, appId));

/** Requests for certificates that an authority makes (facts: apps §8). */
export const applicationCsrs = {
  listCsrsForApplication: acts.list,
  generateCsrForApplication: waiting<'generateCsrForApplication', MadeRequest>(acts.generate),
  getCsrForApplication: acts.get,
  revokeCsrFromApplication: acts.revoke,
  publishCsrForApplication: acts.publish,
};
