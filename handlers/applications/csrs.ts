import { type Act, waiting } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import { ownerOf } from '../../objects/applications/owner.js';
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

const listCsrsForApplication: Act<'listCsrsForApplication'> = ({ params }, ctx) =>
  list(requestView, requestsOf(ctx, ownerOf(ctx, params.appId)));

const generateCsrForApplication = waiting<'generateCsrForApplication', MadeRequest>({
  prepare({ params, body }, ctx) {
    ownerOf(ctx, params.appId);
    return makeRequest(body);
  },
  act: ({ params }, ctx, made) => addRequest(ctx, ownerOf(ctx, params.appId), made),
});

const getCsrForApplication: Act<'getCsrForApplication'> = ({ params }, ctx) =>
  requestReply(ctx, requireRequest(ctx, ownerOf(ctx, params.appId), params.csrId));

const revokeCsrFromApplication: Act<'revokeCsrFromApplication'> = ({ params }, ctx) =>
  revokeRequest(ctx, ownerOf(ctx, params.appId), params.csrId);

const publishCsrForApplication: Act<'publishCsrForApplication'> = ({ params, body }, ctx) =>
  publishRequest(ctx, ownerOf(ctx, params.appId), params.csrId, body);

/** Requests for certificates that an authority makes (facts: apps §8). */
export const applicationCsrs = {
  listCsrsForApplication,
  generateCsrForApplication,
  getCsrForApplication,
  revokeCsrFromApplication,
  publishCsrForApplication,
};
