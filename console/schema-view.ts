import { answerSchema, bodySchema, type Contract, type Schema, solve, typeOf } from './contract.js';
import { h } from './dom.js';
import type { Operation } from './operations.js';

/** How deep a schema can be opened. */
const DEEPEST = 5;

/** Refusals that the operation shares with all that take a path, a body, a token, as far as the contract tells. */
export function errorList(op: Operation, contract: Contract): HTMLElement {
  const list: [number, string, string][] = [];
  if (contract.requestBody) {
    list.push([400, 'E0000001', 'Api validation failed: {0}']);
    list.push([400, 'E0000003', 'The request body was not well-formed.']);
  }
  list.push([401, 'E0000011', 'Invalid token provided']);
  if (op.params.length > 0) list.push([404, 'E0000007', 'Not found: {0}']);
  list.push([429, 'E0000047', 'API call exceeded rate limit due to too many requests.']);
  const lines = list.map(([status, code, text]) =>
    h('li', {}, h('b', { class: 'bad' }, status), ' ', h('code', {}, code), ' ', h('span', { class: 'dim' }, text)),
  );
  return h('ul', { class: 'lines' }, lines);
}

const inside = (schema: Schema): Schema => {
  const solved = solve(schema);
  return solved.type === 'array' && solved.items ? solve(solved.items) : solved;
};

function memberLine(name: string, schema: Schema): (Node | string)[] {
  const { nullable, enum: values } = solve(schema);
  const notes = [
    typeOf(schema),
    schema.readOnly ? ', read only' : '',
    nullable ? ', or null' : '',
    values ? `: ${values.join(', ')}` : '',
  ];
  return [h('code', {}, name), ' ', h('span', { class: 'dim' }, notes)];
}

function memberItem(name: string, schema: Schema, depth: number): HTMLElement {
  const line = memberLine(name, schema);
  if (!inside(schema).properties || depth >= DEEPEST) return h('li', {}, line);
  const details: HTMLDetailsElement = h('details', {}, h('summary', {}, line));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(tree(schema, depth + 1));
  });
  return h('li', {}, details);
}

function tree(schema: Schema, depth: number): HTMLElement {
  const members = Object.entries(inside(schema).properties ?? {});
  return h(
    'ul',
    { class: 'tree' },
    members.map(([name, one]) => memberItem(name, one, depth)),
  );
}

/** The schemas of what is sent and of what is answered, to be opened. */
export function schemas(contract: Contract): HTMLElement[] {
  const list: [string, Schema | undefined][] = [
    ['Schema of the body', bodySchema(contract)],
    ['Schema of the answer', answerSchema(contract)],
  ];
  return list.flatMap(([title, schema]) => {
    if (!schema || !(solve(schema).properties || solve(schema).type === 'array')) return [];
    const head = h('summary', {}, title, h('span', { class: 'dim' }, ` ${typeOf(schema)}`));
    return [h('details', { class: 'schema' }, head, tree(schema, 0))];
  });
}

/** What the operation answers, by status. */
export function answersOf({ responses }: Contract): string {
  const answers = Object.entries(responses).filter(([code]) => code !== 'default');
  const texts = answers.map(([code, { content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return `${code} ${schema ? typeOf(schema).replace(/^object$/, 'empty object') : 'no body'}`;
  });
  return texts.join(', ');
}
