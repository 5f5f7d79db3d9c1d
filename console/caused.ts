import { below } from './below.js';
import { h } from './dom.js';
import { jsonView } from './json-view.js';
import { type Answer, call, type Thing } from './org.js';

/** What one request left behind. */
export interface Caused {
  readonly events: readonly Thing[];
  readonly mails: readonly Thing[];
  readonly deliveries: readonly Thing[];
}

const NOTHING: Caused = { events: [], mails: [], deliveries: [] };

async function sandboxList(path: string): Promise<Thing[]> {
  const answer = await fetch(below(path), { headers: { Accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as Thing[]) : [];
}

/** The outbox from its end: it is listed from the oldest on, a page at a time. */
async function outbox(): Promise<Thing[]> {
  const all: Thing[] = [];
  for (let after = ''; ; ) {
    const page = await sandboxList(`/_sandbox/outbox?limit=1000${after}`);
    all.push(...page);
    if (page.length < 1000) return all;
    after = `&after=${String(page.at(-1)?.id)}`;
  }
}

/** What carries the id of this very request: log events, messages, and calls to hooks. */
export async function causedBy({ requestId }: Answer, isRead: boolean): Promise<Caused> {
  if (requestId === '') return NOTHING;
  const filter = encodeURIComponent(`transaction.id eq "${requestId}"`);
  const log = await call({ method: 'get', path: `/api/v1/logs?filter=${filter}`, own: true });
  const events = Array.isArray(log.json) ? (log.json as Thing[]) : [];
  if (isRead) return { ...NOTHING, events };
  const [mails, deliveries] = await Promise.all([outbox(), sandboxList('/_sandbox/deliveries?limit=200')]);
  return {
    events,
    mails: mails.filter((mail) => mail.requestId === requestId),
    deliveries: deliveries.filter(({ requestIds }) => Array.isArray(requestIds) && requestIds.includes(requestId)),
  };
}

/** A line whose whole is laid out when it is opened. */
function line(kind: string, whole: Thing, parts: (Node | string)[]): HTMLElement {
  const details: HTMLDetailsElement = h('details', {}, h('summary', {}, h('span', { class: 'kind' }, kind), parts));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(jsonView(whole, `Whole ${kind}`));
  });
  return h('li', {}, details);
}

function eventLine(event: Thing): HTMLElement {
  const outcome = event.outcome as { result?: string; reason?: string | null } | null;
  const targets = (event.target as { displayName?: string }[] | null) ?? [];
  const parts = [
    h('code', {}, String(event.eventType)),
    h('span', {}, String(event.displayMessage)),
    h('span', { class: 'dim' }, targets.map(({ displayName }) => displayName ?? '').join(', ')),
  ];
  const isFailure = outcome?.result !== undefined && outcome.result !== 'SUCCESS';
  if (isFailure) parts.push(h('b', { class: 'bad' }, outcome?.reason ?? outcome?.result));
  return line('log', event, parts);
}

const mailLine = (mail: Thing): HTMLElement =>
  line('mail', mail, [h('code', {}, String(mail.template)), h('span', {}, `to ${String(mail.to)}`)]);

const deliveryLine = (one: Thing): HTMLElement =>
  line('hook', one, [h('code', {}, String(one.status)), h('span', {}, String(one.url))]);

/** The list of what a request caused. */
export function causedList({ events, mails, deliveries }: Caused, isRead: boolean): HTMLElement {
  const lines = [...events.map(eventLine), ...mails.map(mailLine), ...deliveries.map(deliveryLine)];
  if (lines.length > 0) return h('ul', { class: 'caused' }, lines);
  return h(
    'p',
    { class: 'dim' },
    isRead ? 'Nothing: a read leaves no trace.' : 'No event, mail or delivery carries its id.',
  );
}
