import type { Links } from '../../contract/links.js';
import type { OutgoingCall } from '../../contract/outgoing.js';
import type { EventHookRow } from '../../store/rows/hooks.js';
import type { LogRow } from '../../store/rows/logs.js';
import type { Store } from '../../store/types.js';
import { uuidOf } from '../logs/uuid.js';
import { eventView } from '../logs/view.js';
import { headersOf } from './channel.js';

/** Whether the events that a hook asks for are sent to it. */
export const delivers = ({ status, verificationStatus }: EventHookRow): boolean =>
  status === 'ACTIVE' && verificationStatus === 'VERIFIED';

/** Has a hook get what happens from now on: to be called where it begins to deliver. */
export function beginDelivering({ store }: { readonly store: Store }, hookId: string): void {
  const at = store.logs.last()?.seq ?? 0;
  const row = store.deliveryCursors.by('of', hookId);
  if (!row) store.deliveryCursors.insert({ hookId, at });
  else if (row.at !== at) store.deliveryCursors.update(row.id, { at });
}

/** The name of the header that the one-time verification carries, as Okta sends it. */
const CHALLENGE = 'x-okta-verification-challenge';

/** The call by which a hook proves that it wants to be called: it has to give the challenge back. */
export const verificationCall = ({ channel }: EventHookRow, challenge: string): OutgoingCall => ({
  method: 'GET',
  url: channel.config.uri,
  headers: { ...headersOf(channel), [CHALLENGE]: challenge },
});

/** Whether this is the answer to the challenge. */
export function provesItself(body: string, challenge: string): boolean {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && 'verification' in answer
      ? answer.verification === challenge
      : false;
  } catch {
    return false;
  }
}

/**
 * The call that brings events to a hook (facts: event-hook, "Delivery").
 * @param deliveryId the id of its row: the same delivery always has the same `eventId`
 * @param eventTime when it was made, ISO 8601
 */
export const deliveryCall = (
  hook: EventHookRow,
  deliveryId: string,
  eventTime: string,
  events: readonly LogRow[],
  links: Links,
): OutgoingCall => ({
  method: 'POST',
  url: hook.channel.config.uri,
  headers: { ...headersOf(hook.channel), 'content-type': 'application/json' },
  body: JSON.stringify({
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source: links.href('getEventHook', { eventHookId: hook.id }),
    eventId: uuidOf(deliveryId),
    data: { events: events.map((row) => eventView(row, links)) },
    eventTime,
    contentType: 'application/json',
  }),
});
