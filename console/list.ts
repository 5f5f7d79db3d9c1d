import { $, h, methodMark, methodName, pathParts, say } from './dom.js';
import { groups, linkTo, METHODS, nearest, type Operation, operations } from './operations.js';
import { search } from './search.js';

interface Row {
  readonly op: Operation;
  readonly item: HTMLLIElement;
  readonly link: HTMLAnchorElement;
}

interface Section {
  readonly section: HTMLElement;
  readonly list: HTMLUListElement;
  readonly count: HTMLElement;
}

/** Hits that are laid out at most while somebody types: nobody reads three hundred, and layout is what costs. */
const MOST = 40;
/** Hits whose words are marked at most. */
const MARKED = 40;

const rows = new Map<string, Row>();
const sections = new Map<string, Section>();
const hiddenMethods = new Set<string>();
let shown: readonly Row[] = [];
let pasted: Readonly<Record<string, string>> = {};
let spoken = 0;

/** Values out of a path that was pasted into the search. */
export const pastedValues = (): Readonly<Record<string, string>> => pasted;

/** The links of the operations that the list shows, from the top. */
export const shownLinks = (): readonly HTMLAnchorElement[] => shown.map(({ link }) => link);

function buildRow(op: Operation): Row {
  const name = h('span', { class: 'name' }, op.summary);
  const path = h('span', { class: 'path' }, h('bdi', {}, op.path));
  const link = h('a', { href: linkTo(op.id), title: op.id }, methodMark(op.method), name, path);
  return { op, link, item: h('li', {}, link) };
}

function buildSection(group: string): Section {
  const own = operations.filter((op) => op.group === group);
  const count = h('span', { class: 'n' }, own.length);
  const list = h('ul');
  for (const op of own) {
    const row = buildRow(op);
    rows.set(op.id, row);
    list.append(row.item);
  }
  const section = h('section', { 'aria-label': group }, h('h2', {}, group, count), list);
  section.style.setProperty('--n', String(own.length));
  return { section, list, count };
}

function methodFilter(method: string): HTMLElement {
  const count = operations.filter((op) => op.method === method).length;
  const button = h(
    'button',
    { type: 'button', class: `m ${method}`, 'aria-pressed': 'true' },
    methodName(method),
    h('span', { class: 'n' }, count),
  );
  button.addEventListener('click', () => {
    const isHidden = hiddenMethods.delete(method);
    if (!isHidden) hiddenMethods.add(method);
    button.setAttribute('aria-pressed', String(isHidden));
    applySearch();
  });
  return button;
}

/** Makes the list. */
export function buildList(): void {
  for (const group of groups) {
    sections.set(group, buildSection(group));
    $('#group').append(h('option', { value: group }, group));
  }
  $('#methods').append(...METHODS.map(methodFilter));
  $('#search').addEventListener('input', applySearch);
  $('#group').addEventListener('change', applySearch);
  applySearch();
}

const isSame = (have: HTMLCollection, want: readonly Element[]): boolean =>
  have.length === want.length && want.every((one, at) => one === have[at]);

/** Puts these rows into their section; one that holds them already is left alone. */
function fillSection(group: string, own: readonly Row[]): Element[] {
  const place = sections.get(group);
  if (!place) return [];
  const items = own.map(({ item }) => item);
  if (!isSame(place.list.children, items)) {
    place.list.replaceChildren(...items);
    place.count.textContent = String(items.length);
    place.section.style.setProperty('--n', String(items.length));
  }
  return [place.section];
}

function byGroup(hits: readonly Operation[], isSearch: boolean): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const op of hits) {
    const row = rows.get(op.id);
    if (row) found.set(op.group, [...(found.get(op.group) ?? []), row]);
  }
  // The best group first while searching, else by name.
  return isSearch ? [...found] : [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function nothingFound(query: string): HTMLElement {
  const links = nearest(query.replace(/\s+/g, '')).map((op) => h('li', {}, h('a', { href: linkTo(op.id) }, op.id)));
  const none = h('p', {}, 'No operation has all of these words.');
  return h('div', { class: 'nothing' }, none, h('p', { class: 'dim' }, 'Nearest by name'), h('ul', {}, links));
}

/** Shows what the search and the filters leave. */
export function applySearch(): void {
  const query = $<HTMLInputElement>('#search').value;
  const group = $<HTMLSelectElement>('#group').value;
  const found = search(query);
  pasted = found.values;
  const isSearch = query.trim() !== '';
  const hits = found.hits.filter((op) => !hiddenMethods.has(op.method) && (group === '' || op.group === group));
  const best = isSearch ? hits.slice(0, MOST) : hits;
  const ordered = byGroup(best, isSearch);
  shown = ordered.flatMap(([, own]) => own);
  const parts = ordered.flatMap(([name, own]) => fillSection(name, own));
  if (shown.length === 0) parts.push(nothingFound(query));
  if (best.length < hits.length) parts.push(h('p', { class: 'more' }, `${hits.length - best.length} more: type on`));
  const host = $('#rows');
  if (!isSame(host.children, parts)) host.replaceChildren(...parts);
  host.scrollTop = 0;
  tellCount(hits.length);
  mark(found.terms);
}

function tellCount(count: number): void {
  const all = operations.length;
  const text = count === all ? `${all} operations in ${groups.length} groups` : `${count} of ${all} operations`;
  $('#count').textContent = text;
  clearTimeout(spoken);
  spoken = window.setTimeout(() => say(text), 400);
}

function rangesOf(text: Text, terms: readonly string[]): Range[] {
  const content = text.data.toLowerCase();
  return terms.flatMap((term) => {
    const at = content.indexOf(term);
    if (at < 0) return [];
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + term.length);
    return [range];
  });
}

/** Found words are painted, not wrapped: no node changes while somebody types. */
function mark(terms: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('found');
  if (terms.length === 0) return;
  const texts = shown.slice(0, MARKED).flatMap(({ link }) => {
    const cells = [link.children[1]?.firstChild, link.children[2]?.firstChild?.firstChild];
    return cells.filter((cell) => cell instanceof Text);
  });
  CSS.highlights.set('found', new Highlight(...texts.flatMap((text) => rangesOf(text, terms))));
}

/** Marks the operation that is open, and brings it into view. */
export function markOpen(id: string | undefined): void {
  for (const { link } of rows.values()) link.removeAttribute('aria-current');
  const row = id === undefined ? undefined : rows.get(id);
  row?.link.setAttribute('aria-current', 'page');
  if (!row?.item.isConnected) return;
  const box = $('#rows').getBoundingClientRect();
  const { top, bottom } = row.link.getBoundingClientRect();
  if (top < box.top + 32 || bottom > box.bottom) row.link.scrollIntoView({ block: 'center' });
}

/** The path of an operation with `/api/v1` set apart. */
export const routeLine = ({ method, path, when }: Operation): HTMLElement =>
  h(
    'p',
    { class: 'route' },
    h('b', { class: `m ${method}` }, method.toUpperCase()),
    ' ',
    h(
      'code',
      {},
      h('span', { class: 'dim' }, '/api/v1'),
      pathParts(path),
      Object.entries(when).map(([k, v]) => `?${k}=${v}`),
    ),
  );
