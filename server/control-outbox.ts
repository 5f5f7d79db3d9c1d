import type { Request, Response } from 'express';
import type { MailSource } from '../objects/email-templates/render.js';
import type { MessageRow } from '../store/rows/org.js';
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

/**
 * The messages that Okta would have sent, from the oldest on, a page at a time: `after` is the id of the last one seen.
 * With `?render=true` mails show subject and body.
 */
export async function showOutbox(req: Request, res: Response, org: Org, base: string): Promise<void> {
  const { messages } = org.store.collections;
  const asked = Number(req.query.limit ?? PAGE);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, PAGE) : PAGE;
  const { after, render } = req.query;
  const seq = typeof after === 'string' ? (messages.get(after)?.seq ?? 0) : 0;
  const { rows, next } = messages.page({ limit, after: { seq } });
  const last = rows.at(-1);
  const isRendered = render === 'true';
  const more = isRendered ? '&render=true' : '';
  if (next && last) res.set('Link', `</_sandbox/outbox?limit=${limit}&after=${last.id}${more}>; rel="next"`);
  if (!isRendered) {
    res.json(rows.map(withoutPlace));
    return;
  }
  const from = { store: org.store.collections, links: org.kept(base).links, now: () => org.clock.timestamp() };
  const shown: object[] = [];
  for await (const message of filledIn(from, rows)) shown.push(message);
  res.json(shown);
}
