import { below } from './below.js';
import { bodyFor } from './bodies/index.js';
import { queryFor } from './bodies/queries.js';
import { choicesFor, fitting } from './choices.js';
import { type Contract, contractOf, example, mediaOf } from './contract.js';
import { $, fact, h } from './dom.js';
import { bodyField, pathField, queryField } from './fields.js';
import { errorList, exactnessOf, provenOf } from './known.js';
import { markOpen, pastedValues, routeLine } from './list.js';
import type { Operation } from './operations.js';
import { consequences, renderRequest, stopRunning } from './request.js';
import { answersOf, schemas } from './schema-view.js';
import { type Open, state } from './state.js';

const narrow = matchMedia('(max-width: 759px)');
let turn = 0;

/** Begins another page: what is still being fetched for the last one comes to nothing. */
export function beginPage(): number {
  turn += 1;
  stopRunning();
  return turn;
}

/** Choices that are tried at most for one that has what the rest of the path asks for. */
const TRIED = 40;

/**
 * Gives the parameters from this one on a value that the org holds: one that leads to a value for those after it, if any
 * does, so that the path is whole.
 * @returns whether all have one
 */
async function choose(open: Open, given: ReadonlySet<string>, at = 0, budget = { left: TRIED }): Promise<boolean> {
  const { op, values, choices } = open;
  const name = op.params[at];
  if (name === undefined) return true;
  const after = (): Promise<boolean> => choose(open, given, at + 1, budget);
  const found = await choicesFor(op, name, values);
  choices[name] = found;
  if (given.has(name)) return after();
  const used = [state.self, ...op.params.slice(0, at).map((before) => values[before] ?? '')];
  const fit = fitting(op, name, found, used);
  for (const { id } of fit) {
    values[name] = id;
    budget.left -= 1;
    if (await after()) return true;
    if (budget.left <= 0) break;
  }
  values[name] = fit[0]?.id ?? '';
  // None leads on: what comes after is shown as empty as it is.
  for (const rest of op.params.slice(at + 1).filter((one) => !given.has(one))) {
    values[rest] = '';
    delete choices[rest];
  }
  return false;
}

/** Values of the path and query that a link gave, and that the org has to offer. */
async function fillIn(open: Open, given: URLSearchParams): Promise<void> {
  const { op, contract, values, query } = open;
  for (const name of op.params) values[name] = pastedValues()[name] ?? '';
  for (const [name, value] of given) (op.params.includes(name) ? values : query)[name] = value;
  await choose(open, new Set(op.params.filter((name) => values[name])));
  for (const name of op.params) open.choices[name] ??= await choicesFor(op, name, values);
  for (const { in: place, name, required, schema } of contract.parameters ?? []) {
    if (place !== 'query' || query[name] !== undefined) continue;
    const value = (await queryFor(op, name, values)) ?? (required ? String(example(schema)) : undefined);
    if (value !== undefined) query[name] = value;
  }
  open.body = await bodyFor(op, contract, values);
}

/** Opens an operation, with the values that its link brought. */
export async function showOperation(op: Operation, given: URLSearchParams, focus: boolean): Promise<void> {
  const mine = beginPage();
  document.body.dataset.view = 'operation';
  document.title = `${op.id} · mockta`;
  markOpen(op.id);
  const contract = await contractOf(op);
  const open: Open = { op, contract, values: {}, query: {}, choices: {}, body: undefined };
  await fillIn(open, given);
  if (mine !== turn) return;
  state.open = open;
  renderOperation(open);
  renderRequest(open);
  if (focus) $('#main').focus({ preventScroll: true });
  $('#op').scrollTop = 0;
  $('#main').scrollTop = 0;
}

function head(op: Operation, contract: Contract): HTMLElement {
  return h(
    'header',
    {},
    h('a', { class: 'back', href: below('/_sandbox/explorer') }, 'All operations'),
    h('p', { class: 'crumb' }, op.group, h('span', { class: 'dim' }, ` ${op.id}`)),
    h('h1', {}, op.summary),
    routeLine(op),
    h(
      'dl',
      { class: 'plate' },
      fact('Recorded', exactnessOf(op.id)),
      fact('Tests', provenOf(op.id)),
      fact('Answers', answersOf(contract)),
    ),
  );
}

/** Shows the operation: what it is, its fields, its errors and schemas. */
function renderOperation(open: Open): void {
  const { op, contract } = open;
  const changed = (): void => renderRequest(open);
  const moved = (): void => {
    changed();
    void consequences(open);
  };
  const query = contract.parameters?.filter((one) => one.in === 'query') ?? [];
  const media = mediaOf(contract);
  const paths = op.params.map((name) => pathField(open, name, moved));
  const queries = query.map(({ name, schema }) => queryField(open, name, schema, changed));
  const fields = (title: string, list: HTMLElement[]): HTMLElement[] =>
    list.length === 0 ? [] : [h('h2', {}, title), h('div', { class: 'fields' }, list)];
  $('#op').replaceChildren(
    head(op, contract),
    ...fields('Path', paths),
    ...fields('Query', queries),
    ...(media === undefined
      ? []
      : [h('h2', {}, 'Body', h('span', { class: 'dim' }, ` ${media}`)), bodyField(open, changed)]),
    h('details', { class: 'schema', open: !narrow.matches }, h('summary', {}, 'Errors'), errorList(op, contract)),
    ...schemas(contract),
  );
}

/** After a write the org is another one: names, states, and what the next request may do. */
export async function refresh(open: Open): Promise<void> {
  for (const name of open.op.params) open.choices[name] = await choicesFor(open.op, name, open.values);
  const isTyping = document.activeElement?.matches('textarea, input') ?? false;
  if (state.open !== open || isTyping) return;
  const focused = document.activeElement?.id;
  const { scrollTop } = $('#op');
  renderOperation(open);
  $('#op').scrollTop = scrollTop;
  if (focused) document.getElementById(focused)?.focus();
  void consequences(open);
}
