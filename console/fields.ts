import { type Choice, warningOf } from './choices.js';
import { mediaOf, type Schema, solve, typeOf } from './contract.js';
import { type Child, h } from './dom.js';
import { jsonFault } from './json-fault.js';
import { byId, linkTo, type Operation } from './operations.js';
import { type Open, state } from './state.js';
import { wishOf } from './wishes.js';

/** What a field tells when its value changed. */
type Changed = () => void;

/** Notes that say nothing out of the ordinary. */
const ORDINARY = ['', 'ACTIVE', 'OKTA_GROUP', 'group_rule'];
const aside = ({ note }: Choice): string => (ORDINARY.includes(note) ? '' : ` · ${note}`);

const parentsOf = ({ values }: Open, op: Operation): Record<string, string> =>
  Object.fromEntries(op.params.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));

const makes = (open: Open, maker: Operation): Child[] => [
  h('a', { href: linkTo(maker.id, parentsOf(open, maker)) }, maker.summary),
  ' makes one.',
];

/** What to do where there is nothing to fill in, or what to expect of what is. */
function hint(open: Open, name: string, value: string): Child[] {
  const { op, choices } = open;
  const { list, missing, maker, from } = choices[name] ?? { list: [] };
  const wish = wishOf(op, name);
  if (wish && value === '' && list.length > 0) {
    const before = byId.get(wish.maker);
    const how = before ? makes(open, before) : ['It takes ten wrong passwords.'];
    return [`None ${wish.what}. `, ...how];
  }
  const known = list.find(({ id }) => id === value);
  const warning = known && warningOf(op, known);
  if (warning !== undefined) return [warning];
  if (known?.inside) return ['In it already: once more changes nothing.'];
  if (value !== '') return list.length > 0 && !known ? ['Not in this org: expect 404.'] : [];
  if (missing) return [`${from?.id}: ${missing}`];
  if (list.length === 0 && maker && maker.id !== op.id) return ['The org holds none. ', ...makes(open, maker)];
  return list.length === 0
    ? ['No operation lists these: give one.']
    : ['None of them suits: choose one, or give another.'];
}

const nameChooser = (name: string, list: readonly Choice[]): HTMLSelectElement =>
  h(
    'select',
    { 'aria-label': `${name}: one of the org` },
    h('option', { value: '' }, list.length > 0 ? 'not in this org' : 'none'),
    list.map((choice) => h('option', { value: choice.id }, choice.label + aside(choice))),
  );

/** A value of the path: the id, and the names that the org has for it. */
export function pathField(open: Open, name: string, changed: Changed): HTMLElement {
  const { list } = open.choices[name] ?? { list: [] };
  const id = `f-${name}`;
  const input = h('input', {
    id,
    value: open.values[name] ?? '',
    spellcheck: 'false',
    autocomplete: 'off',
    class: 'mono',
    'aria-describedby': `${id}-n`,
  });
  const pick = nameChooser(name, list);
  const note = h('p', { class: 'note', id: `${id}-n` });
  const settle = (): void => {
    pick.value = list.some((choice) => choice.id === input.value) ? input.value : '';
    note.replaceChildren(...hint(open, name, input.value).map((part) => (part instanceof Node ? part : String(part))));
    note.hidden = note.childNodes.length === 0;
  };
  const take = (): void => {
    open.values[name] = input.value.trim();
    settle();
    changed();
  };
  input.addEventListener('input', take);
  pick.addEventListener('change', () => {
    input.value = pick.value;
    take();
  });
  settle();
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, h('code', {}, name)),
    h('div', { class: 'two' }, input, pick),
    note,
  );
}

function chooser(id: string, values: readonly string[], chosen: string, unset: string): HTMLSelectElement {
  const options = values.map((value) => h('option', { value, selected: value === chosen }, value));
  return h('select', { id }, h('option', { value: '' }, unset || 'not sent'), options);
}

/** A parameter of the query. */
export function queryField(open: Open, name: string, schema: Schema, changed: Changed): HTMLElement {
  const s = solve(schema);
  const id = `q-${name}`;
  const fixed = open.op.when[name];
  const value = fixed ?? open.query[name] ?? '';
  const unset = s.default === undefined || s.default === '' ? '' : `default ${String(s.default)}`;
  const values = s.enum ?? (s.type === 'boolean' ? ['true', 'false'] : undefined);
  const control = values
    ? chooser(id, values, value, unset)
    : h('input', { id, class: 'mono', value, placeholder: unset, spellcheck: 'false', autocomplete: 'off' });
  control.addEventListener('input', () => {
    open.query[name] = control.value.trim();
    changed();
  });
  control.disabled = fixed !== undefined;
  const label = h('label', { for: id }, h('code', {}, name), h('span', { class: 'dim' }, ` ${typeOf(schema)}`));
  return h('div', { class: 'field' }, label, control);
}

function fileField(open: Open, changed: Changed): HTMLElement {
  const input = h('input', { id: 'body', type: 'file', accept: 'image/*' });
  input.addEventListener('change', () => {
    open.file = input.files?.[0];
    changed();
  });
  const label = h(
    'label',
    { for: 'body' },
    h('code', {}, 'file'),
    h('span', { class: 'dim' }, ' a small PNG is sent until one is picked'),
  );
  return h('div', { class: 'field wide' }, label, input);
}

/** The body: text, checked as it is typed where it is JSON, or a file. */
export function bodyField(open: Open, changed: Changed): HTMLElement {
  const media = mediaOf(open.contract);
  if (media === 'multipart/form-data') return fileField(open, changed);
  const text = open.body ?? '';
  const rows = Math.min(18, Math.max(4, text.split('\n').length));
  const area = h('textarea', {
    id: 'body',
    class: 'mono',
    spellcheck: 'false',
    'aria-label': 'Body',
    'aria-describedby': 'body-n',
    rows,
  });
  area.value = text;
  const note = h('p', { class: 'note bad', id: 'body-n', hidden: true });
  area.addEventListener('input', () => {
    open.body = area.value;
    const fault = media === 'application/json' ? jsonFault(area.value) : undefined;
    note.textContent = fault ?? '';
    note.hidden = fault === undefined;
    area.setAttribute('aria-invalid', String(fault !== undefined));
    changed();
  });
  return h('div', { class: 'field wide' }, area, note);
}

/** Why the open request cannot be sent; undefined where it can. */
export function obstacle({ op, values, contract, body }: Open): string | undefined {
  if (state.token === '') return 'No token is known here: start the sandbox with --token.';
  const empty = op.params.find((name) => !values[name]);
  if (empty !== undefined) return `${empty} is empty.`;
  const isJson = mediaOf(contract) === 'application/json';
  return isJson && jsonFault(body ?? '') !== undefined ? 'The body is not JSON.' : undefined;
}
