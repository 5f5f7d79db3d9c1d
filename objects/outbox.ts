import type { Draft } from '../store/rows/common.js';
import type { MessageRow } from '../store/rows/org.js';
import type { Store } from '../store/types.js';

/** Messages that are kept: the oldest go as new ones come, so that an org that mails for days does not fill up. */
export const MAX_MESSAGES = 10_000;

/** Puts a message into the outbox. */
export function putMessage({ messages }: Pick<Store, 'messages'>, message: Draft<MessageRow>): void {
  messages.insert(message);
  if (messages.count() <= MAX_MESSAGES) return;
  const [oldest] = messages.page({ limit: 1 }).rows;
  if (oldest) messages.remove(oldest.id);
}
