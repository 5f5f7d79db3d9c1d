import type { Context } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { sameChannel } from '../../objects/hooks/channel.js';
import { beginDelivering, delivers } from '../../objects/hooks/event-hooks.js';
import { eventHookTarget, eventHookView } from '../../objects/hooks/view.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { EventHookRow } from '../../store/rows/hooks.js';
import { readEventHook, refuseBeyond } from './given.js';
import { verifyEventHook } from './verify.js';

/** Hooks that may be active at once (facts: event-hook). */
const MAX_ACTIVE = 25;

const mayBeActive = (ctx: Context): void => refuseBeyond(ctx.store.eventHooks.count('status', 'ACTIVE'), MAX_ACTIVE);

function turn(ctx: Context, id: string, status: EventHookRow['status'], event: 'activated' | 'deactivated') {
  const before = ctx.store.eventHooks.require(id);
  if (before.status === status) return show(eventHookView, before);
  if (status === 'ACTIVE') mayBeActive(ctx);
  const hook = ctx.store.eventHooks.update(id, { status, lastUpdated: ctx.now() });
  if (delivers(hook)) beginDelivering(ctx, id);
  ctx.log(`event_hook.${event}`, [eventHookTarget(hook)]);
  return show(eventHookView, hook);
}

/** Services that are told what happens in the org (facts: event-hook). */
export const eventHooks = {
  listEventHooks: (_call, ctx) => list(eventHookView, ctx.store.eventHooks.all()),

  getEventHook: ({ params }, ctx) => show(eventHookView, ctx.store.eventHooks.require(params.eventHookId)),

  createEventHook({ body }, ctx) {
    const given = readEventHook(body);
    mayBeActive(ctx);
    const now = ctx.now();
    const hook = ctx.store.eventHooks.insert({
      status: 'ACTIVE',
      verificationStatus: 'UNVERIFIED',
      name: given.name,
      description: given.description,
      created: now,
      createdBy: ctx.caller.userId,
      lastUpdated: now,
      items: given.items,
      channel: given.channel,
    });
    ctx.log('event_hook.created', [eventHookTarget(hook)]);
    return show(eventHookView, hook);
  },

  updateEventHook({ params, body }, ctx) {
    const before = ctx.store.eventHooks.require(params.eventHookId);
    const given = readEventHook(body, before.channel);
    const hook = ctx.store.eventHooks.update(before.id, {
      ...given,
      // A body that says ACTIVE activates nothing: that is what the life cycle is for.
      ...(body.status === 'INACTIVE' ? { status: 'INACTIVE' } : {}),
      ...(sameChannel(given.channel, before.channel) ? {} : { verificationStatus: 'UNVERIFIED' }),
      lastUpdated: ctx.now(),
    });
    ctx.log('event_hook.updated', [eventHookTarget(hook)]);
    return show(eventHookView, hook);
  },

  deleteEventHook({ params }, ctx) {
    const hook = ctx.store.eventHooks.require(params.eventHookId);
    if (hook.status === 'ACTIVE') throw invalid('status', 'status: An active event hook cannot be deleted');
    removeWithReferences(ctx, 'eventHooks', hook.id);
    ctx.log('event_hook.deleted', [eventHookTarget(hook)]);
  },

  activateEventHook: ({ params }, ctx) => turn(ctx, params.eventHookId, 'ACTIVE', 'activated'),

  deactivateEventHook: ({ params }, ctx) => turn(ctx, params.eventHookId, 'INACTIVE', 'deactivated'),

  verifyEventHook,
} satisfies HandlersOf<'EventHook'>;
