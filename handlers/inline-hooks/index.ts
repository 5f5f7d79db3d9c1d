import type { Context } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import type { Body } from '../../contract/operations.js';
import { type HandlersOf, waiting } from '../../contract/operations.js';
import { list, refused, show } from '../../contract/reply.js';
import { activeHookOf, askInlineHook, type InlineAnswer, noteInlineCall } from '../../objects/hooks/inline.js';
import { inlineHookTarget, inlineHookView } from '../../objects/hooks/view.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { InlineHookRow } from '../../store/rows/hooks.js';
import { readInlineHook } from './given.js';

/** Hooks of an org (facts: inline-hook). */
const MAX_HOOKS = 50;
const TELEPHONY = 'com.okta.telephony.provider';

/** @throws OktaError 400 E0000001 for a second provider of text messages (facts: inline-hook) */
function mayBeActive(ctx: Context, type: string): void {
  if (type !== TELEPHONY || !activeHookOf(ctx, TELEPHONY)) return;
  throw invalid('type', 'type: Only one telephony inline hook can be active');
}

function turn(ctx: Context, id: string, status: InlineHookRow['status'], event: 'activated' | 'deactivated') {
  const before = ctx.store.inlineHooks.require(id);
  if (before.status === status) return show(inlineHookView, before);
  if (status === 'ACTIVE') mayBeActive(ctx, before.type);
  const hook = ctx.store.inlineHooks.update(id, { status, lastUpdated: ctx.now() });
  ctx.log(`inline_hook.${event}`, [inlineHookTarget(hook)]);
  return show(inlineHookView, hook);
}

/** @throws OktaError 400 E0000001: what is inactive is not called */
function executable(hook: InlineHookRow): InlineHookRow {
  if (hook.status !== 'ACTIVE') throw invalid('status', 'status: An inactive inline hook cannot be executed');
  return hook;
}

/** Services that are asked before the org does something (facts: inline-hook). */
export const inlineHooks = {
  listInlineHooks: ({ query: { type } }, ctx) =>
    list(inlineHookView, type ? ctx.store.inlineHooks.where('type', type) : ctx.store.inlineHooks.all()),

  getInlineHook: ({ params }, ctx) => show(inlineHookView, ctx.store.inlineHooks.require(params.inlineHookId)),

  createInlineHook({ body }, ctx) {
    const { name, type, version, channel } = readInlineHook(body);
    mayBeActive(ctx, type);
    if (ctx.store.inlineHooks.count() >= MAX_HOOKS) {
      throw invalid('inlineHook', `inlineHook: No more than ${MAX_HOOKS} inline hooks may exist`);
    }
    const now = ctx.now();
    const hook = ctx.store.inlineHooks.insert({
      status: 'ACTIVE',
      name,
      type,
      version,
      channel,
      created: now,
      lastUpdated: now,
    });
    ctx.log('inline_hook.created', [inlineHookTarget(hook)]);
    return show(inlineHookView, hook);
  },

  /** Whatever status the body gives: that is what the life cycle is for (facts: recorded-shapes §11). */
  updateInlineHook({ params, body }, ctx) {
    const before = ctx.store.inlineHooks.require(params.inlineHookId);
    const { name, version, channel } = readInlineHook(body, before);
    const hook = ctx.store.inlineHooks.update(before.id, { name, version, channel, lastUpdated: ctx.now() });
    ctx.log('inline_hook.updated', [inlineHookTarget(hook)]);
    return show(inlineHookView, hook);
  },

  deleteInlineHook({ params }, ctx) {
    const hook = ctx.store.inlineHooks.require(params.inlineHookId);
    if (hook.status === 'ACTIVE') throw invalid('status', 'status: An active inline hook cannot be deleted');
    removeWithReferences(ctx, 'inlineHooks', hook.id);
    ctx.log('inline_hook.deleted', [inlineHookTarget(hook)]);
  },

  activateInlineHook: ({ params }, ctx) => turn(ctx, params.inlineHookId, 'ACTIVE', 'activated'),

  deactivateInlineHook: ({ params }, ctx) => turn(ctx, params.inlineHookId, 'INACTIVE', 'deactivated'),

  executeInlineHook: waiting<'executeInlineHook', InlineAnswer>({
    prepare: ({ params, body }, ctx) =>
      askInlineHook(ctx, executable(ctx.store.inlineHooks.require(params.inlineHookId)), body),
    act({ params }, ctx, answer) {
      executable(ctx.store.inlineHooks.require(params.inlineHookId));
      noteInlineCall(ctx, answer);
      return answer.fault ? refused(answer.fault) : (answer.body as Body<'executeInlineHook'>);
    },
  }),
} satisfies HandlersOf<'InlineHook'>;
