import { odd, recorded, tested, texts } from 'mockta:operations';
import type { Contract } from './contract.js';
import { h } from './dom.js';
import type { Operation } from './operations.js';

/** How many of an operation's recorded exchanges with Okta orgs the sandbox reproduces exactly. */
export function exactnessOf(id: string): string {
  const [exact, of] = recorded[id] ?? [];
  return of === undefined ? 'never' : exact === of ? `${of}, all exact` : `${exact} of ${of} exact`;
}

/** The operation's line of the matrix: what a test run saw it do. */
export function provenOf(id: string): string {
  const [success, refusal] = odd[id] ?? ['yes', 'yes'];
  const refuses = refusal === 'yes' ? 'refuses' : refusal === 'cannot' ? 'cannot refuse' : 'not seen to refuse';
  return `${success === 'yes' ? 'succeeds' : 'not seen to succeed'}, ${refuses}`;
}

/** Refusals that the operation shares with all that take a path, a body, a token. */
function general(op: Operation, contract: Contract): string[] {
  return [
    ...(contract.requestBody ? ['400 E0000001', '400 E0000003'] : []),
    '401 E0000011',
    ...(op.params.length > 0 ? ['404 E0000007'] : []),
    '429 E0000047',
  ];
}

/** What the operation may refuse with: first what recordings of Okta orgs hold, then what tests saw. */
export function errorList(op: Operation, contract: Contract): HTMLElement {
  const [, , ...seen] = recorded[op.id] ?? [0, 0];
  const others = [...new Set([...(tested[op.id] ?? []), ...general(op, contract)])].filter(
    (one) => !seen.includes(one),
  );
  const line = (one: string, note: string): HTMLElement => {
    const [status, code = ''] = one.split(' ');
    const text = h('span', { class: 'dim' }, `${texts[code] ?? ''}${note}`);
    return h('li', {}, h('b', { class: 'bad' }, status), ' ', h('code', {}, code), ' ', text);
  };
  const lines = [...seen.map((one) => line(one, ' · recorded')), ...others.sort().map((one) => line(one, ''))];
  return h('ul', { class: 'lines' }, lines);
}
