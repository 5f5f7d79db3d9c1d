import type { ShownRequest } from '../contract/shown-request.js';
import { below } from './below.js';
import { $, copyButton, h, methodMark, say, themeButton } from './dom.js';
import { jsonView } from './json-view.js';
import { shellWord } from './literals.js';
import { linkTo, route } from './operations.js';
import { loadFacts } from './org.js';

let seen: readonly ShownRequest[] = [];
let token = '';

function asCurl({ method, path, body }: ShownRequest): string {
  const lines = [
    `curl -X ${method} ${shellWord(location.origin + path)}`,
    `-H ${shellWord(`Authorization: SSWS ${token}`)}`,
  ];
  if (body !== null) lines.push("-H 'Content-Type: application/json'", `-d ${shellWord(JSON.stringify(body))}`);
  else if (method === 'POST' || method === 'PUT') lines.push("-d ''");
  return lines.join(' \\\n  ');
}

/** The request in the explorer, its path and query filled in. */
function explorerLink({ method, path, operationId }: ShownRequest): HTMLElement[] {
  const found = operationId === null ? undefined : route(method.toLowerCase(), path);
  if (!found || operationId === null) return [];
  const query = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
  return [h('a', { href: linkTo(operationId, { ...found.values, ...query }) }, 'Open in explorer')];
}

/** Sends the request once more: the server has what is hidden here. */
async function replay({ id }: ShownRequest): Promise<void> {
  const answer = await fetch(below(`/_sandbox/requests/${id}/replay`), { method: 'POST' });
  const told = (await answer.json()) as { error?: string; status?: number };
  if (!answer.ok) throw new Error(told.error ?? `the sandbox answers ${answer.status}`);
  await load();
  say(`Answered ${told.status}`);
  $('#list tr').querySelector('details')?.setAttribute('open', '');
}

function replayButton(one: ShownRequest): HTMLElement {
  const note = h('p', { class: 'bad', role: 'alert', hidden: true });
  const run = (): void => {
    replay(one).catch(({ message }: Error) => {
      note.textContent = message;
      note.hidden = false;
    });
  };
  return h('span', {}, h('button', { type: 'button', click: run }, 'Run again'), note);
}

function row(one: ShownRequest): HTMLElement {
  const isRefused = (one.status ?? 0) >= 400;
  const details: HTMLDetailsElement = h('details', {}, h('summary', {}, h('code', {}, one.path)));
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    const body = one.body === null ? [] : [jsonView(one.body, 'Request body')];
    const copy = copyButton(() => asCurl(one), 'Copy as curl');
    details.append(
      h('p', { class: 'dim mono' }, one.id),
      ...body,
      ...(one.bodyLost ? [h('p', { class: 'dim' }, 'Its body is not kept.')] : []),
      h('div', { class: 'acts' }, replayButton(one), copy, ...explorerLink(one)),
    );
  });
  return h(
    'tr',
    {},
    h('td', { class: 'n' }, one.time.slice(11, 19)),
    h('td', {}, methodMark(one.method.toLowerCase())),
    h('td', {}, details),
    h('td', { class: isRefused ? 'bad n' : 'ok n' }, one.status ?? 'not answered'),
    h('td', { class: 'n' }, one.ms === null ? '' : `${one.ms} ms`),
    h('td', { class: 'dim' }, one.errorCode === null ? '' : `${one.errorCode}: ${one.why.join('; ')}`),
  );
}

function render(): void {
  const text = $<HTMLInputElement>('#filter').value.trim();
  const refused = $<HTMLInputElement>('#refused').checked;
  const shown = seen.filter(
    ({ path, id, operationId, status }) =>
      (!refused || (status ?? 0) >= 400) && [path, id, operationId ?? ''].some((one) => one.includes(text)),
  );
  const none = seen.length === 0 ? 'No request yet.' : 'No request fits.';
  $('#list').replaceChildren(
    shown.length === 0 ? h('p', { class: 'dim' }, none) : h('table', { class: 'past' }, h('tbody', {}, shown.map(row))),
  );
  say(`${shown.length} of ${seen.length} requests`);
}

async function load(): Promise<void> {
  const answer = await fetch(below('/_sandbox/requests'), { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the sandbox answers ${answer.status}`);
  seen = (await answer.json()) as ShownRequest[];
  render();
}

const tell = (error: Error): void => $('#list').replaceChildren(h('p', { role: 'alert' }, error.message));

themeButton($('#theme'));
$('#filter').addEventListener('input', render);
$('#refused').addEventListener('change', render);
$('#again').addEventListener('click', () => void load().catch(tell));
loadFacts()
  .then((facts) => {
    token = facts.token;
    return load();
  })
  .catch(tell);
