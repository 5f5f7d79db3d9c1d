import type { ReadContext } from '../../contract/context.js';
import { invalid, type OktaError } from '../../contract/errors.js';
import { type Call, waiting } from '../../contract/operations.js';
import { isTaken, type OutgoingResult } from '../../contract/outgoing.js';
import { refused, show } from '../../contract/reply.js';
import { noteCall } from '../../objects/hooks/deliveries.js';
import { beginDelivering, delivers, provesItself, verificationCall } from '../../objects/hooks/event-hooks.js';
import { eventHookTarget, eventHookView } from '../../objects/hooks/view.js';
import type { EventHookRow } from '../../store/rows/hooks.js';

/** What the hook answered, and which hook it was then. */
interface Asked {
  readonly hook: EventHookRow;
  readonly result: OutgoingResult;
  /** Why it is not verified. */
  readonly fault?: string;
}

const CHALLENGE_BYTES = 30;

/** @throws OktaError 400 E0000001: what is inactive is not called */
function active(hook: EventHookRow): EventHookRow {
  if (hook.status !== 'ACTIVE') throw invalid('status', 'status: An inactive event hook cannot be verified');
  return hook;
}

function faultOf(result: OutgoingResult, challenge: string): string | undefined {
  const { outcome, status, body, attempts } = result;
  if (outcome !== 'ANSWERED') return `The event hook could not be reached: ${attempts.at(-1)?.error}`;
  if (!isTaken(result)) return `The event hook answered the verification with HTTP status ${status}`;
  return provesItself(body, challenge) ? undefined : 'The answer of the event hook is not the verification challenge';
}

async function ask({ params }: Call<'verifyEventHook'>, ctx: ReadContext): Promise<Asked> {
  const hook = active(ctx.store.eventHooks.require(params.eventHookId));
  const challenge = Buffer.from(ctx.ids.bytes(CHALLENGE_BYTES)).toString('base64url');
  const result = await ctx.call(verificationCall(hook, challenge));
  const fault = faultOf(result, challenge);
  return { hook, result, ...(fault === undefined ? {} : { fault }) };
}

const failed = (fault: string): OktaError => invalid('verification', `verification: ${fault}`);

/** The one-time verification: the hook is asked whether it wants to be called (facts: event-hook). */
export const verifyEventHook = waiting<'verifyEventHook', Asked>({
  prepare: ask,
  act({ params }, ctx, { hook, result, fault }) {
    const before = active(ctx.store.eventHooks.require(params.eventHookId));
    const url = hook.channel.config.uri;
    noteCall(ctx, { kind: 'VERIFICATION', hookId: hook.id, url, result, good: fault === undefined });
    const why = before.channel === hook.channel ? fault : 'The event hook was changed by another request';
    if (why !== undefined) {
      ctx.log('event_hook.verified', [eventHookTarget(before)], {
        outcome: { result: 'FAILURE', reason: why.slice(0, 255) },
        severity: 'WARN',
      });
      return refused(failed(why));
    }
    const verified = ctx.store.eventHooks.update(hook.id, { verificationStatus: 'VERIFIED', lastUpdated: ctx.now() });
    if (!delivers(before)) beginDelivering(ctx, hook.id);
    ctx.log('event_hook.verified', [eventHookTarget(verified)]);
    return show(eventHookView, verified);
  },
});
