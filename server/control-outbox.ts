import type { Request, Response } from 'express';
import type { MailSource } from '../objects/email-templates/render.js';
import type { MessageRow } from '../store/rows/org.js';
import { ControlFault, limitOf, oneOf } from './control-query.js';
import type { Org } from './org.js';

/** Mails that are filled in before other requests get their turn. */
const AT_ONCE = 50;

const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const withoutPlace = ({ seq: _, ...message }: MessageRow) => message;

/** The messages with what a person would read; templates are loaded when the first is asked for. */
async function* filledIn(from: MailSource, rows: readonly MessageRow[]): AsyncGenerator<object> {
  const { readMessage } = await import('../objects/email-templates/outbox.js');
  for (const [at, row] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await endOfTurn();
    yield { ...withoutPlace(row), ...readMessage(from, row) };
  }
}

/** Messages that one answer holds at most. */
const PAGE = 1000;

/** The place behind which the messages follow that are asked for. @throws ControlFault for an id that is none of them */
function placeOf(org: Org, after: string | undefined): number {
  if (after === undefined) return 0;
  const message = org.store.collections.messages.get(after);
  if (message) return message.seq;
  throw new ControlFault('after takes the id of a message that is still kept.');
}

/** Whether mails are to show subject and body. @throws ControlFault for what is neither true nor false */
function wantsText(req: Request): boolean {
  const render = oneOf(req, 'render') ?? 'false';
  if (render === 'true' || render === 'false') return render === 'true';
  throw new ControlFault('render takes true or false.');
}

/**
 * The messages that Okta would have sent, from the oldest on, a page at a time: `after` is the id of the last one seen.
 * With `?render=true` mails show subject and body.
 * @throws ControlFault for a query that it cannot answer
 */
export async function showOutbox(req: Request, res: Response, org: Org, base: string): Promise<void> {
  const { messages } = org.store.collections;
  const limit = limitOf(req, PAGE);
  const { rows, next } = messages.page({ limit, after: { seq: placeOf(org, oneOf(req, 'after')) } });
  const last = rows.at(-1);
  const isRendered = wantsText(req);
  const more = isRendered ? '&render=true' : '';
  if (next && last) res.set('Link', `<${base}/_sandbox/outbox?limit=${limit}&after=${last.id}${more}>; rel="next"`);
  if (!isRendered) {
    res.json(rows.map(withoutPlace));
    return;
  }
  const from = { store: org.store.collections, links: org.kept(base).links, now: () => org.clock.timestamp() };
  const shown: object[] = [];
  for await (const message of filledIn(from, rows)) shown.push(message);
  res.json(shown);
}
