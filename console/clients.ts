import { $, copyButton, h, tabs } from './dom.js';

/** How a client is pointed at the sandbox. */
interface Client {
  readonly name: string;
  make(url: string, token: string): string;
}

const clients: readonly Client[] = [
  { name: 'curl', make: (url, token) => `curl -H 'Authorization: SSWS ${token}' \\\n  '${url}/api/v1/users?limit=2'` },
  {
    name: 'fetch',
    make: (url, token) =>
      `const headers = { Authorization: 'SSWS ${token}' };\nconst response = await fetch('${url}/api/v1/users?limit=2', { headers });\nconsole.log(await response.json());`,
  },
  {
    name: 'Node 6',
    make: (url, token) =>
      `import okta from '@okta/okta-sdk-nodejs'; // 6.x\n\nconst client = new okta.Client({ orgUrl: '${url}', token: '${token}' });\nfor await (const user of client.listUsers({ limit: 2 })) console.log(user.profile.login);`,
  },
  {
    name: 'Python',
    make: (url, token) =>
      `from okta.client import Client  # 2.x\n\nclient = Client({'orgUrl': '${url}', 'token': '${token}'})\nusers, _, error = await client.list_users({'limit': '2'})`,
  },
];

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
  const names = clients.map(({ name }) => name);
  const show = (at: number): void => {
    bar.show(at);
    code.replaceChildren(...withLive(clients[at]?.make(url, token === '' ? '…' : token) ?? '', [url, token]));
  };
  const bar = tabs('Client', code, names, show);
  const env = `export OKTA_CLIENT_ORGURL=${url}\nexport OKTA_CLIENT_TOKEN=${token}`;
  $('#clients').append(
    h(
      'div',
      { class: 'tabs' },
      bar.list,
      copyButton(() => code.textContent ?? ''),
    ),
    code,
    h(
      'div',
      { class: 'tabs flat' },
      h('p', {}, 'The SDKs read these'),
      copyButton(() => env),
    ),
    h('pre', { class: 'code', tabindex: 0, role: 'region', 'aria-label': 'Environment variables' }, env),
  );
  show(0);
}
