import { below } from './below.js';
import { $, h, methodMark, themeButton } from './dom.js';
import { buildKeysDialog, listenToKeys } from './keys.js';
import { applySearch, buildList, markOpen } from './list.js';
import { beginPage, showOperation } from './operation.js';
import { byId, decoded, groups, linkTo, nearest, type Operation } from './operations.js';
import { loadFacts, member, read } from './org.js';
import { parts } from './request.js';
import { past, run } from './run.js';
import { state } from './state.js';

const BASE = below('/_sandbox/explorer');
const BEGIN = ['listUsers', 'createUser', 'listGroupUsers', 'suspendUser', 'createGroupRule', 'getLogs'];
const MOVES = [
  ['/', 'find'],
  ['↓ ↑', 'move'],
  ['Enter', 'open'],
  ['Ctrl Enter', 'run'],
  ['?', 'all keys'],
] as const;

const opLinks = (ops: readonly Operation[], name: (op: Operation) => string): HTMLElement =>
  h(
    'ul',
    { class: 'begin' },
    ops.map((op) => h('li', {}, h('a', { href: linkTo(op.id) }, methodMark(op.method), name(op)))),
  );

function pastTable(): HTMLElement[] {
  if (past.length === 0) return [];
  const rows = past.map(({ method, path, href, answer }) =>
    h(
      'tr',
      {},
      h('td', {}, methodMark(method)),
      h('td', {}, h('a', { href }, h('code', {}, path.replace('/api/v1', '')))),
      h('td', { class: answer.status < 400 ? 'ok n' : 'bad n' }, answer.status),
      h('td', { class: 'n' }, `${answer.ms.toFixed(1)} ms`),
      h('td', { class: 'dim' }, answer.reason),
    ),
  );
  return [h('h2', {}, 'Requests of this page'), h('table', { class: 'past' }, h('tbody', {}, rows))];
}

function showPage(title: string, ...content: HTMLElement[]): void {
  beginPage();
  markOpen(undefined);
  document.title = `${title} · mockta`;
  $('#op').replaceChildren(h('div', { class: 'empty' }, content));
  $('#try').replaceChildren();
  state.open = undefined;
}

function showStart(): void {
  document.body.dataset.view = 'list';
  const moves = MOVES.map(([key, what]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)));
  const begin = BEGIN.flatMap((id) => byId.get(id) ?? []);
  showPage(
    'Explorer',
    h('h1', {}, 'Explorer'),
    h('p', {}, 'Every operation of the Okta Management API 2.16.0, with a request that runs against this org.'),
    h('dl', { class: 'moves' }, moves),
    ...pastTable(),
    h('h2', {}, 'Begin with'),
    opLinks(begin, ({ summary }) => summary),
  );
}

function showMissing(id: string): void {
  document.body.dataset.view = 'operation';
  showPage(
    'No such operation',
    h('a', { class: 'back', href: BASE }, 'All operations'),
    h('h1', {}, 'No such operation'),
    h('p', {}, 'The contract has none named ', h('code', {}, id), '. Nearest by name:'),
    opLinks(nearest(id), (op) => op.id),
  );
}

/** Shows what the address says. */
function go(focus: boolean): void {
  const id = decoded(location.pathname.slice(BASE.length + 1));
  const query = new URLSearchParams(location.search);
  const op = byId.get(id);
  if (op) {
    showOperation(op, query, focus).catch(tellFault);
    return;
  }
  if (id !== '') return showMissing(id);
  const group = query.get('group');
  if (group !== null && groups.includes(group)) {
    $<HTMLSelectElement>('#group').value = group;
    applySearch();
  }
  showStart();
}

function tellFault(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  $('#op').replaceChildren(
    h('div', { class: 'empty' }, h('h1', {}, 'The sandbox does not tell'), h('p', { role: 'alert' }, text)),
  );
}

function visit(href: string): void {
  if (href !== location.href) history.pushState(null, '', href);
  go(true);
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  const isOurs = link !== null && (link.pathname === BASE || link.pathname.startsWith(`${BASE}/`));
  if (!isOurs || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  visit(link.href);
}

async function begin(): Promise<void> {
  const { token, seed, users } = await loadFacts();
  state.token = token;
  $('#where').textContent = `${seed} · ${users} users`;
  if (token !== '') state.self = String(member((await read('/api/v1/users/me')).json, 'id') ?? '');
  go(false);
}

buildList();
themeButton($('#theme'));
buildKeysDialog();
listenToKeys(visit);
document.addEventListener('click', follow);
addEventListener('popstate', () => go(false));
parts.runButton.addEventListener('click', () => void run());
performance.mark('ready');
begin().catch(tellFault);
