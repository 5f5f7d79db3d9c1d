import { proved } from 'mockta:clients';
import { $, copyButton, h, tabs } from './dom.js';

/** How a client is pointed at the sandbox. */
interface Client {
  readonly name: string;
  /** How it is installed, and what it needs to be told; absent where it needs neither. */
  readonly install?: string;
  readonly note?: string;
  make(url: string, token: string): string;
}

const plain: readonly Client[] = [
  { name: 'curl', make: (url, token) => `curl -H 'Authorization: SSWS ${token}' \\\n  '${url}/api/v1/users?limit=2'` },
  {
    name: 'fetch',
    make: (url, token) =>
      `const headers = { Authorization: 'SSWS ${token}' };\nconst response = await fetch('${url}/api/v1/users?limit=2', { headers });\nconsole.log(await response.json());`,
  },
];

/** Clients whose programs were run against a sandbox as they are printed: they read URL and token from the environment. */
const clients: readonly Client[] = [...plain, ...proved.map(({ code, ...one }) => ({ ...one, make: () => code }))];

const special = /[.*+?^${}()|[\]\\]/g;

/** The text with what is the org's own set apart. */
function withLive(text: string, own: readonly string[]): (HTMLElement | string)[] {
  const found = own.filter((one) => one !== '');
  const parts = text.split(new RegExp(`(${found.map((one) => one.replace(special, '\\$&')).join('|')})`));
  return parts.map((part) => (found.includes(part) ? h('span', { class: 'live' }, part) : part));
}

/** Shows how each client is pointed at the sandbox. */
export function showClients(url: string, token: string): void {
  const code = h('pre', { class: 'code', tabindex: 0, role: 'tabpanel', id: 'client' });
  const note = h('p', { class: 'dim' });
  const install = h('code', { class: 'install' });
  const show = (at: number): void => {
    const client = clients[at];
    bar.show(at);
    code.replaceChildren(...withLive(client?.make(url, token === '' ? '…' : token) ?? '', [url, token]));
    install.textContent = client?.install ?? '';
    note.textContent = client?.note ?? '';
  };
  const names = clients.map(({ name }) => name);
  const bar = tabs('Client', code, names, show);
  const env = `export OKTA_CLIENT_ORGURL=${url}\nexport OKTA_CLIENT_TOKEN=${token}`;
  const copyCode = copyButton(() => code.textContent ?? '');
  const copyEnv = copyButton(() => env);
  const heading = h('p', {}, 'The SDKs read these');
  $('#clients').append(
    h('div', { class: 'tabs many' }, bar.list, copyCode),
    install,
    note,
    code,
    h('div', { class: 'tabs flat' }, heading, copyEnv),
    h('pre', { class: 'code', tabindex: 0, role: 'region', 'aria-label': 'Environment variables' }, env),
  );
  show(0);
}
