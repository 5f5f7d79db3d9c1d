import { type Act, waiting } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import {
  addRequest,
  type MadeRequest,
  makeRequest,
  publishRequest,
  requestReply,
  requestsOf,
  requestView,
  requireRequest,
  revokeRequest,
} from '../../objects/credentials/requests.js';
import { ownerOf } from './signing-keys.js';

const listCsrsForIdentityProvider: Act<'listCsrsForIdentityProvider'> = ({ params }, ctx) =>
  list(requestView, requestsOf(ctx, ownerOf(ctx, params.idpId)));

const generateCsrForIdentityProvider = waiting<'generateCsrForIdentityProvider', MadeRequest>({
  prepare({ params, body }, ctx) {
    ownerOf(ctx, params.idpId);
    return makeRequest(body);
  },
  act: ({ params }, ctx, made) => addRequest(ctx, ownerOf(ctx, params.idpId), made),
});

const getCsrForIdentityProvider: Act<'getCsrForIdentityProvider'> = ({ params }, ctx) =>
  requestReply(ctx, requireRequest(ctx, ownerOf(ctx, params.idpId), params.csrId));

const revokeCsrForIdentityProvider: Act<'revokeCsrForIdentityProvider'> = ({ params }, ctx) =>
  revokeRequest(ctx, ownerOf(ctx, params.idpId), params.csrId);

const publishCsrForIdentityProvider: Act<'publishCsrForIdentityProvider'> = ({ params, body }, ctx) =>
  publishRequest(ctx, ownerOf(ctx, params.idpId), params.csrId, body);

/** Requests for certificates that an authority makes (facts: identity-provider, CSRs). */
export const csrs = {
  listCsrsForIdentityProvider,
  generateCsrForIdentityProvider,
  getCsrForIdentityProvider,
  revokeCsrForIdentityProvider,
  publishCsrForIdentityProvider,
};
