import { answerSchema, bodySchema, type Contract, type Schema, solve, typeOf } from './contract.js';
import { h } from './dom.js';

/** How deep a schema can be opened. */
const DEEPEST = 5;

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
