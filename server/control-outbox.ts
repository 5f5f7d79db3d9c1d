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

/** The messages that Okta would have sent, oldest first; with `?render=true` mails show subject and body. */
export async function showOutbox(req: Request, res: Response, org: Org, base: string): Promise<void> {
  const rows = [...org.store.collections.messages.all()];
  if (req.query.render !== 'true') {
    res.json(rows.map(withoutPlace));
    return;
  }
  const from = { store: org.store.collections, links: org.kept(base).links, now: () => org.clock.timestamp() };
  const shown: object[] = [];
  for await (const message of filledIn(from, rows)) shown.push(message);
  res.json(shown);
}
