import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appOf, serverFor } from '../../server/app.js';
import { directServer } from '../../server/direct.js';
import { type OpenSandbox, openSandbox } from '../../server/open-sandbox.js';
import { sendRaw } from '../support/raw.js';

const BASE = 'http://localhost:4010/okta';

describe.each(['direct', 'express'])('a base URL with a path, by the %s way', (way) => {
  let sandbox: OpenSandbox;
  let url = '';
  beforeAll(async () => {
    sandbox = await openSandbox({ baseUrl: `${BASE}/` });
    const app = (opened: OpenSandbox) => (make?: Parameters<typeof serverFor>[1]) => serverFor(appOf(opened), make);
    const { port } = await sandbox.listen(way === 'direct' ? directServer(sandbox) : app(sandbox), 0);
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => sandbox.close());

  const ask = (path: string, accept = '*/*') =>
    fetch(`${url}${path}`, { headers: { authorization: `SSWS ${sandbox.token}`, accept } });

  test('is asked below that path, and without it', async () => {
    for (const path of ['/okta/api/v1/groups?limit=1', '/api/v1/groups?limit=1']) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('link')).toContain(`<${BASE}/api/v1/groups?`);
    }
    for (const path of ['/oktas/api/v1/groups', '/okta/okta/api/v1/groups', '/other/api/v1/groups']) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
    const whole = `GET ${BASE}/api/v1/users/me HTTP/1.1\r\nHost: localhost:4010\r\n`;
    const raw = await sendRaw(url, `${whole}Authorization: SSWS ${sandbox.token}\r\nConnection: close\r\n\r\n`);
    expect(raw.status).toBe(200);
  });

  test('has its own routes and pages there, which lead to each other', async () => {
    expect((await ask('/okta/_sandbox/health')).status).toBe(200);
    const facts = (await (await ask('/okta', 'application/json')).json()) as object;
    expect(facts).toMatchObject({ url: BASE, explorer: '/okta/_sandbox/explorer' });
    const wrong = (await (await ask('/okta/_sandbox/reset')).json()) as object;
    expect(wrong).toEqual({ error: '/okta/_sandbox/reset takes POST.' });
    const page = await (await ask('/okta/', 'text/html')).text();
    expect(page).toContain('src="/okta/_sandbox/console/');
    expect(page).not.toMatch(/(?:src|href)="\/_sandbox/);
  });
});

test('a base URL that ends in /api hides nothing of the API', async () => {
  const sandbox = await openSandbox({ baseUrl: 'http://localhost:4010/api' });
  const { port } = await sandbox.listen(directServer(sandbox), 0);
  const headers = { authorization: `SSWS ${sandbox.token}` };
  for (const path of ['/api/v1/users/me', '/api/api/v1/users/me']) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status).toBe(200);
  }
  await sandbox.close();
});

test('a base URL of other letters stands in links and heads as clients write it', async () => {
  const sandbox = await openSandbox({ baseUrl: 'http://č.test:80/a č"/' });
  const { port } = await sandbox.listen(directServer(sandbox), 0);
  const headers = { authorization: `SSWS ${sandbox.token}` };
  const plain = 'http://xn--bea.test/a%20%C4%8D%22';
  for (const path of ['/api/v1/groups?limit=1', '/a%20%C4%8D%22/api/v1/groups?limit=1']) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('link')).toContain(`<${plain}/api/v1/groups?limit=1>; rel="self"`);
  }
  await sandbox.close();
});
