import type { Draft } from '../store/rows/common.js';
import type { MessageRow } from '../store/rows/org.js';
import type { Store } from '../store/types.js';

/** Most messages that are kept, so that an org that mails for days does not fill up. */
export const MAX_MESSAGES = 10_000;

/** So many of the oldest go at once: one for each new message would make every mail of a full outbox cost twice. */
const DROPPED_AT_ONCE = 500;

/** Puts a message into the outbox; where it is full, the oldest go. */
export function putMessage({ messages }: Pick<Store, 'messages'>, message: Draft<MessageRow>): void {
  messages.insert(message);
  if (messages.count() <= MAX_MESSAGES) return;
  for (const { id } of messages.page({ limit: DROPPED_AT_ONCE }).rows) messages.remove(id);
}
