import { below } from './below.js';
import { isBuiltIn, labelOf } from './choices.js';
import { showClients } from './clients.js';
import { $, copyButton, fact, h, methodMark, methodName, themeButton } from './dom.js';
import { groups, linkTo, METHODS, operations } from './operations.js';
import { type Facts, listed, loadFacts, type Thing } from './org.js';

/** A clock that differs from this machine's by less stands where it should, in milliseconds. */
const CLOCK_SLACK_MS = 5000;

function plate({ url, token, seed, data, clock, version, contract }: Facts): void {
  const isMoved = Math.abs(clock.now - Date.now()) > CLOCK_SLACK_MS;
  const when = clock.timestamp.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  $('#plate').append(
    fact('URL', [h('code', {}, url), copyButton(() => url)]),
    fact('Token', token === '' ? 'known to the org alone' : [h('code', {}, token), copyButton(() => token)]),
    fact('Seed', seed),
    fact('Data', data),
    fact('Clock', [when, h('span', { class: 'dim' }, isMoved ? ' moved' : ' follows the system')]),
    fact('Version', [`mockta ${version}`, h('span', { class: 'dim' }, ` contract ${contract}`)]),
  );
}

/** What the org holds of a kind: where it is listed, how many are asked for, and what a thing is called. */
interface Holding {
  readonly name: string;
  readonly path: string;
  readonly op: string;
  readonly most: number;
  readonly label?: (thing: Thing) => string;
}

const holdings: readonly Holding[] = [
  { name: 'Users', path: '/api/v1/users?limit=200', op: 'listUsers', most: 200 },
  { name: 'Groups', path: '/api/v1/groups?limit=200', op: 'listGroups', most: 200 },
  { name: 'Group rules', path: '/api/v1/groups/rules?limit=200', op: 'listGroupRules', most: 200 },
  { name: 'Applications', path: '/api/v1/apps?limit=200', op: 'listApplications', most: 200 },
  { name: 'User types', path: '/api/v1/meta/types/user', op: 'listUserTypes', most: Number.POSITIVE_INFINITY },
  {
    name: 'Log events',
    path: '/api/v1/logs?limit=1000',
    op: 'getLogs',
    most: 1000,
    label: ({ displayMessage }) => String(displayMessage),
  },
];

async function holdingRow({ name, path, op, most, label = labelOf }: Holding): Promise<HTMLElement> {
  const list = await listed(path);
  const own = [...list].sort((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)));
  const some = [...new Set(own.map(label))].slice(0, 3).join(', ');
  const text = list.length === 0 ? 'none yet' : `${some}${list.length > 3 ? ', …' : ''}`;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: linkTo(op) }, name)),
    h('td', { class: 'n' }, list.length >= most ? `${list.length}+` : list.length),
    h('td', { class: 'dim' }, text),
  );
}

async function showOrg(): Promise<void> {
  const rows = await Promise.all(holdings.map(holdingRow));
  $('#org').append(h('table', { class: 'holds' }, h('tbody', {}, rows)));
}

const ownRoutes = [
  ['get', '/_sandbox/health', 'whether the org can be written to'],
  ['post', '/_sandbox/reset', 'back to the seed'],
  ['get', '/_sandbox/outbox', 'the messages that Okta would have sent'],
  ['get', '/_sandbox/requests', 'the last requests, and why one was refused'],
  ['get', '/_sandbox/deliveries', 'calls to hooks'],
  ['get', '/_sandbox/clock', "the org's time; POST moves it"],
  ['get', '/_sandbox/openapi.json', 'the contract'],
] as const;

function showOwn(): void {
  const lines = ownRoutes.map(([method, path, what]) => {
    const code = h('code', {}, path);
    const place = method === 'get' ? h('a', { href: below(path) }, code) : code;
    return h('li', {}, methodMark(method), place, h('span', { class: 'dim' }, what));
  });
  $('#own').append(h('ul', { class: 'own' }, lines));
}

const countOf = (method: string, list = operations): number => list.filter((op) => op.method === method).length;

function groupLine(group: string, most: number): HTMLElement {
  const own = operations.filter((op) => op.group === group);
  const bars = METHODS.filter((method) => countOf(method, own) > 0).map((method) => {
    const bar = h('span', { class: `swatch ${method}` });
    bar.style.width = `${(countOf(method, own) / most) * 100}%`;
    return bar;
  });
  const name = h('span', { class: 'name' }, group);
  const count = h('span', { class: 'n' }, own.length);
  const href = below(`/_sandbox/explorer?group=${encodeURIComponent(group)}`);
  return h('a', { href }, name, count, h('span', { class: 'mix', 'aria-hidden': 'true' }, bars));
}

/** The groups: a bar's length says how many operations, its colours what they do. */
function showIndex(): void {
  const most = Math.max(...groups.map((group) => operations.filter((op) => op.group === group).length));
  const legend = METHODS.map((method) => {
    const swatch = h('span', { class: `swatch ${method}` });
    return h('span', { class: `m ${method}` }, swatch, `${methodName(method)} ${countOf(method)}`);
  });
  $('#legend').append(...legend);
  $('#ops').textContent = `${operations.length} operations in ${groups.length} groups`;
  $('#groups').append(...groups.map((group) => groupLine(group, most)));
}

themeButton($('#theme'));
showIndex();
showOwn();
performance.mark('ready');
loadFacts()
  .then((facts) => {
    showClients(facts.url, facts.token);
    plate(facts);
    return facts.token === '' ? undefined : showOrg();
  })
  .catch((error: Error) => $('#org').append(h('p', { role: 'alert' }, error.message)));
