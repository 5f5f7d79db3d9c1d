import { $, h } from './dom.js';
import { applySearch, shownLinks } from './list.js';
import { chooseLanguage, parts } from './request.js';
import { run } from './run.js';
import { languages } from './samples.js';
import { state } from './state.js';

/** Opens a page of the explorer. */
type Visit = (href: string) => void;

const MAP: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/', 'Ctrl K'], 'find an operation'],
  [['↓', '↑', 'Ctrl N', 'Ctrl P'], 'move in the list'],
  [['Enter'], 'open'],
  [['j', 'k'], 'next, previous operation'],
  [['1', '2', '3', '4'], 'curl, Node SDK, Python SDK, fetch'],
  [['b'], 'edit the body'],
  [['Ctrl Enter', 'r'], 'run'],
  [['c'], 'copy the sample'],
  [['l'], 'copy the link with its values'],
  [['Esc'], 'leave a field, clear the search'],
  [['?'], 'this list'],
];

let singles = localStorage.getItem('mockta.keys') !== 'off';

const searchBox = (): HTMLInputElement => $<HTMLInputElement>('#search');
const dialog = (): HTMLDialogElement => $<HTMLDialogElement>('#keys');

function find(): void {
  document.body.dataset.view = 'list';
  searchBox().focus();
  searchBox().select();
}

/** Moves the focus through the list. */
function move(step: number): void {
  const links = shownLinks();
  const focused = links.findIndex((link) => link.matches(':focus'));
  const from = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute('aria-current'));
  const next = document.activeElement === searchBox() && step > 0 ? 0 : from + step;
  if (next < 0) searchBox().focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}

/** Opens the operation after or before the open one. */
function step(by: number, visit: Visit): void {
  const links = shownLinks();
  const at = links.findIndex((link) => link.title === state.open?.op.id);
  const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
  if (next) visit(next.href);
}

const actions = (visit: Visit): Readonly<Record<string, () => void>> => ({
  '/': find,
  j: () => step(1, visit),
  k: () => step(-1, visit),
  r: () => void run(),
  c: () => parts.copySample.click(),
  l: () => parts.copyLink.click(),
  b: () => document.querySelector<HTMLElement>('#body')?.focus(),
  '?': () => dialog().showModal(),
  ...Object.fromEntries(languages.map((_, at) => [String(at + 1), () => chooseLanguage(at)])),
});

function leave(here: HTMLElement): void {
  const box = searchBox();
  if (here === box && box.value !== '') {
    box.value = '';
    applySearch();
  } else if (here.matches('input, textarea, select')) here.blur();
  else box.focus();
}

/** What a key does with Ctrl, in the list, or as Escape; undefined for another. */
function special(event: KeyboardEvent, here: HTMLElement, visit: Visit): (() => void) | undefined {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key === 'Enter') return () => void run();
  if (ctrl && event.key.toLowerCase() === 'k') return find;
  if (here.closest('.list') !== null && here.tagName !== 'SELECT') {
    if (event.key === 'ArrowDown' || (event.ctrlKey && event.key === 'n')) return () => move(1);
    if (event.key === 'ArrowUp' || (event.ctrlKey && event.key === 'p')) return () => move(-1);
  }
  const first = shownLinks()[0];
  if (here.id === 'search' && event.key === 'Enter' && first) return () => visit(first.href);
  return event.key === 'Escape' ? () => leave(here) : undefined;
}

/** Listens to the keys of the page. */
export function listenToKeys(visit: Visit): void {
  const single = actions(visit);
  document.addEventListener('keydown', (event) => {
    const here = event.target instanceof HTMLElement ? event.target : document.body;
    if (dialog().open) return;
    const isTyping = here.matches('input, textarea, select');
    const isPlain = !isTyping && singles && !event.ctrlKey && !event.metaKey && !event.altKey;
    const act = special(event, here, visit) ?? (isPlain ? single[event.key] : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Fills the list of keys; there, keys without Ctrl can be turned off. */
export function buildKeysDialog(): void {
  const box = h('input', { type: 'checkbox', id: 'singles', checked: singles });
  box.addEventListener('change', () => {
    singles = box.checked;
    localStorage.setItem('mockta.keys', singles ? 'on' : 'off');
  });
  const lines = MAP.map(([keys, what]) =>
    h(
      'div',
      {},
      h(
        'dt',
        {},
        keys.flatMap((key, at) => [at === 0 ? '' : ' ', h('kbd', {}, key)]),
      ),
      h('dd', {}, what),
    ),
  );
  dialog().append(
    h('h2', { id: 'keys-title' }, 'Keys'),
    h('dl', { class: 'moves' }, lines),
    h('p', {}, box, ' ', h('label', { for: 'singles' }, 'Keys without Ctrl')),
    h('form', { method: 'dialog' }, h('button', {}, 'Close')),
  );
  $('#help').addEventListener('click', () => dialog().showModal());
}
