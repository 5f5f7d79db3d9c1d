import type { Context } from '../../contract/context.js';
import { among } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { filterOf } from '../../languages/filter/fields.js';
import { removeWithReferences } from '../../objects/removal.js';
import { originTarget, originView } from '../../objects/trusted-origins/view.js';
import type { TrustedOriginRow } from '../../store/rows/trusted-origins.js';
import { originFilter } from './filters.js';
import { readOrigin } from './given.js';

const LIMITS = { limit: 20, max: 200 };

type Status = TrustedOriginRow['status'];
const STATUSES: readonly Status[] = ['ACTIVE', 'INACTIVE'];

const touched = (ctx: Context) => ({ lastUpdated: ctx.now(), lastUpdatedBy: ctx.caller.userId });

/** Origins whose name or origin begins with the text. */
function startsWith(text: string): (row: TrustedOriginRow) => boolean {
  const prefix = text.toLowerCase();
  return ({ name, origin }) => name.toLowerCase().startsWith(prefix) || origin.toLowerCase().startsWith(prefix);
}

function turn(ctx: Context, id: string, status: Status, event: 'activate' | 'deactivate') {
  const before = ctx.store.trustedOrigins.require(id);
  if (before.status === status) return show(originView, before);
  const row = ctx.store.trustedOrigins.update(id, { status, ...touched(ctx) });
  ctx.log(`security.trusted_origin.${event}`, [originTarget(row)]);
  return show(originView, row);
}

/** The operations of the TrustedOrigin group (facts: trusted-origin). */
export const trustedOrigins = {
  listOrigins({ query }, ctx) {
    const request = pageRequest(query, LIMITS);
    const { filter, ...walk } = filterOf(query.filter, originFilter);
    const begins = query.q ? startsWith(query.q) : () => true;
    const both = (row: TrustedOriginRow): boolean => begins(row) && (filter?.(row) ?? true);
    return pageReply(originView, ctx.store.trustedOrigins.page({ ...request, ...walk, filter: both }), request);
  },

  getOrigin: ({ params }, ctx) => show(originView, ctx.store.trustedOrigins.require(params.trustedOriginId)),

  createOrigin({ body }, ctx) {
    const given = readOrigin(body);
    const by = { created: ctx.now(), createdBy: ctx.caller.userId, ...touched(ctx) };
    const row = ctx.store.trustedOrigins.insert({ ...given, status: 'ACTIVE', ...by });
    ctx.log('security.trusted_origin.create', [originTarget(row)]);
    return show(originView, row);
  },

  updateOrigin({ params, body }, ctx) {
    const before = ctx.store.trustedOrigins.require(params.trustedOriginId);
    const given = readOrigin(body);
    const status = among(body.status, STATUSES) ?? before.status;
    const row = ctx.store.trustedOrigins.update(before.id, { ...given, status, ...touched(ctx) });
    ctx.log('security.trusted_origin.update', [originTarget(row)]);
    return show(originView, row);
  },

  deleteOrigin({ params }, ctx) {
    const row = ctx.store.trustedOrigins.require(params.trustedOriginId);
    removeWithReferences(ctx, 'trustedOrigins', row.id);
    ctx.log('security.trusted_origin.delete', [originTarget(row)]);
  },

  activateOrigin: ({ params }, ctx) => turn(ctx, params.trustedOriginId, 'ACTIVE', 'activate'),

  deactivateOrigin: ({ params }, ctx) => turn(ctx, params.trustedOriginId, 'INACTIVE', 'deactivate'),
} satisfies HandlersOf<'TrustedOrigin'>;
