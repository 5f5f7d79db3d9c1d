import type { RawBody } from '../../contract/bodies.js';
import type { Context, ReadContext } from '../../contract/context.js';
import { list } from '../../contract/reply.js';
import type { Owner, OwnerCall } from './owner.js';
import {
  addRequest,
  type MadeRequest,
  type Metadata,
  makeRequest,
  publishRequest,
  requestReply,
  requestsOf,
  requestView,
  requireRequest,
  revokeRequest,
} from './requests.js';

/** A call that names one of the owner's requests as well. */
export type RequestCall<P> = OwnerCall<P & { readonly csrId: string }>;

/**
 * The five operations on signing requests; each group of owners has them under names of its own.
 * @param owner whom a path names. @throws OktaError 404 E0000007
 */
export const requestActs = <P>(owner: (ctx: ReadContext, params: P) => Owner) => ({
  list: ({ params }: OwnerCall<P>, ctx: ReadContext) => list(requestView, requestsOf(ctx, owner(ctx, params))),

  generate: {
    prepare({ params, body }: OwnerCall<P> & { readonly body: Metadata }, ctx: ReadContext) {
      owner(ctx, params);
      return makeRequest(body);
    },
    act: ({ params }: OwnerCall<P>, ctx: Context, made: MadeRequest) => addRequest(ctx, owner(ctx, params), made),
  },

  get: ({ params }: RequestCall<P>, ctx: ReadContext) =>
    requestReply(ctx, requireRequest(ctx, owner(ctx, params), params.csrId)),

  revoke: ({ params }: RequestCall<P>, ctx: Context) => revokeRequest(ctx, owner(ctx, params), params.csrId),

  publish: ({ params, body }: RequestCall<P> & { readonly body: RawBody }, ctx: Context) =>
    publishRequest(ctx, owner(ctx, params), params.csrId, body),
});
