import { type Caused, causedBy, causedList } from './caused.js';
import { acceptOf } from './contract.js';
import { copyButton, fact, h, say } from './dom.js';
import { obstacle } from './fields.js';
import { jsonView } from './json-view.js';
import { refresh } from './operation.js';
import { linkTo } from './operations.js';
import { type Answer, call, forget, type Thing } from './org.js';
import { nextRun, parts } from './request.js';
import { target } from './samples.js';
import { linkValues, type Open, sampleOf, state } from './state.js';

/** A request that this page ran. */
export interface Past {
  readonly method: string;
  readonly path: string;
  readonly href: string;
  readonly answer: Answer;
}

/** The requests of this page, the last first. */
export const past: Past[] = [];
const KEPT = 20;
/** A wait shorter than this shows nothing, in milliseconds. */
const PATIENCE_MS = 150;

const { result, runButton } = parts;
const narrow = matchMedia('(max-width: 759px)');

const bytes = (size: number): string => (size < 1000 ? `${size} B` : `${(size / 1000).toFixed(1)} kB`);
const time = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** A small square PNG, for forms that want a file. */
async function picture(): Promise<File> {
  const canvas = h('canvas', { width: 64, height: 64 });
  const pen = canvas.getContext('2d');
  pen?.fillRect(8, 8, 48, 48);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File(blob ? [blob] : [], 'logo.png', { type: 'image/png' });
}

async function bodyOf(open: Open): Promise<BodyInit | undefined> {
  const { body, media } = sampleOf(open);
  if (media !== 'multipart/form-data') return body;
  const form = new FormData();
  form.append('file', open.file ?? (await picture()));
  return form;
}

/** Runs the open request, and shows its answer and what it caused. */
export async function run(): Promise<void> {
  const { open } = state;
  if (!open || obstacle(open) !== undefined) return;
  const { signal } = nextRun();
  const slow = setTimeout(
    () => result.replaceChildren(h('p', { class: 'busy' }, 'Waiting for the answer')),
    PATIENCE_MS,
  );
  runButton.setAttribute('aria-busy', 'true');
  try {
    await runOpen(open, signal, () => clearTimeout(slow));
  } catch {
    clearTimeout(slow);
    if (!signal.aborted) tellGone();
  } finally {
    runButton.removeAttribute('aria-busy');
  }
}

async function runOpen(open: Open, signal: AbortSignal, answered: () => void): Promise<void> {
  const { method } = open.op;
  const sample = sampleOf(open);
  const path = target(sample);
  const body = await bodyOf(open);
  const media = body === undefined ? undefined : sample.media;
  const answer = await call({ method, path, body, media, accept: acceptOf(open.contract), signal });
  const caused = await causedBy(answer, method === 'get');
  answered();
  past.unshift({ method, path, href: linkTo(open.op.id, linkValues(open)), answer });
  past.length = Math.min(past.length, KEPT);
  if (signal.aborted || state.open !== open) return;
  renderResult(open, answer, caused);
  say(`${answer.status} ${answer.text}, ${Math.round(answer.ms)} milliseconds, ${caused.events.length} events`);
  if (method === 'get') return;
  forget();
  await refresh(open);
}

function tellGone(): void {
  const again = h('button', { type: 'button', click: () => void run() }, 'Try again');
  const text = h('p', {}, `Nothing listens at ${location.host}. Start it again; the request is still here.`);
  result.replaceChildren(
    h('div', { class: 'gone', role: 'alert' }, h('h2', {}, 'The sandbox does not answer'), text, again),
  );
}

function plate(answer: Answer, { events, mails, deliveries }: Caused): HTMLElement {
  const status = answer.status < 400 ? 'good' : 'poor';
  const log = events.length === 0 ? 'no event' : `${events.length} event${events.length > 1 ? 's' : ''}`;
  return h(
    'dl',
    { class: 'plate' },
    fact('Status', `${answer.status} ${answer.text}`, status),
    fact('Time', time(answer.ms)),
    fact('Size', bytes(answer.size)),
    fact('Log', log),
    mails.length > 0 && fact('Mail', mails.length),
    deliveries.length > 0 && fact('Hooks', deliveries.length),
  );
}

function refusal({ json, reason }: Answer): HTMLElement {
  const { errorCode, errorCauses } = (json ?? {}) as { errorCode?: string; errorCauses?: Thing[] };
  const causes = (errorCauses ?? []).map((cause) => h('li', {}, String(cause.errorSummary)));
  return h('div', { class: 'fault' }, h('p', {}, h('code', {}, errorCode ?? ''), ' ', reason), h('ul', {}, causes));
}

function bodyView({ body, json }: Answer): HTMLElement[] {
  const title = h('h2', { class: 'with' }, 'Body');
  if (body === '') {
    title.append(h('span', { class: 'dim' }, ' none'));
    return [title];
  }
  title.append(copyButton(() => body));
  if (json !== undefined) return [title, jsonView(json)];
  return [title, h('pre', { class: 'json', tabindex: 0, role: 'region', 'aria-label': 'Response body' }, body)];
}

function headerView({ headers }: Answer): HTMLElement {
  const rows = headers.map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value)));
  const title = h('summary', {}, 'Headers', h('span', { class: 'dim' }, ` ${headers.length}`));
  return h('details', { class: 'schema' }, title, h('table', { class: 'heads' }, h('tbody', {}, rows)));
}

function renderResult(open: Open, answer: Answer, caused: Caused): void {
  const by = answer.requestId === '' ? null : h('span', { class: 'dim mono' }, ` by ${answer.requestId}`);
  result.replaceChildren(
    plate(answer, caused),
    ...(answer.status < 400 ? [] : [refusal(answer)]),
    h('h2', {}, 'Caused', by),
    causedList(caused, open.op.method === 'get'),
    ...bodyView(answer),
    headerView(answer),
  );
  if (narrow.matches) result.scrollIntoView({ block: 'start' });
}
