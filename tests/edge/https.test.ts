import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { localTls } from '../../server/tls/certificates.js';
import { newAuthority, newCertificate } from '../../server/tls/issue.js';
import { testOrg } from '../support/org.js';
import { scratchFolder } from '../support/process.js';
import { sendRaw } from '../support/raw.js';

const DAY = 86_400_000;
const NOW = Date.now();
const folder = scratchFolder();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const org of open.splice(0)) await org.close();
});
afterAll(() => folder.remove());

/** An org that speaks https, too. */
async function secured(data?: string) {
  const told: string[] = [];
  const lines: (number | undefined)[] = [];
  const org = await testOrg({
    ...(data === undefined ? {} : { data }),
    warn: (message) => told.push(message),
    onRequest: ({ status }) => lines.push(status),
  });
  open.push(org);
  const { port, authority } = await org.sandbox.listen(0, '127.0.0.1', { https: true });
  return { org, told, lines, port, ca: authority?.pem ?? '', path: authority?.path };
}

/** Asks over https, trusting this authority alone. */
const ask = (
  host: string,
  port: number,
  path: string,
  ca: string,
  token = '',
): Promise<{ text: string; link: string }> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `SSWS ${token}` };
    get({ host, port, path, ca, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ text, link: String(answer.headers.link) }));
    }).once('error', reject);
  });

describe('a sandbox that speaks https', () => {
  test('is trusted under the names of loopback by who trusts its authority, and by nobody else', async () => {
    const { org, port, ca } = await secured();
    for (const host of ['localhost', '127.0.0.1']) {
      const { text, link } = await ask(host, port, '/api/v1/users?limit=1', ca, org.sandbox.token);
      const [user] = JSON.parse(text) as [{ _links: { self: { href: string } } }];
      expect(link).toContain(`<https://${host}:${port}/api/v1/users?`);
      expect(user._links.self.href).toContain(`https://${host}:${port}/api/v1/users/`);
    }
    const stranger = await newAuthority(NOW);
    await expect(ask('localhost', port, '/', stranger.cert)).rejects.toThrow();
  });

  test('keeps its authority for its owner alone, hands out the certificate, and shows the same at the next start', async () => {
    const data = join(folder.path, 'kept');
    const first = await secured(data);
    expect(first.path).toBe(join(data, 'tls', 'ca.pem'));
    expect((await ask('localhost', first.port, '/_sandbox/ca.pem', first.ca)).text).toBe(first.ca);
    const file = (name: string): string => join(data, 'tls', name);
    for (const name of ['ca.pem', 'ca-key.pem', 'server.pem', 'server-key.pem']) {
      expect([name, statSync(file(name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    const shown = readFileSync(file('server.pem'), 'utf8');
    await open.pop()?.close();
    const second = await secured(data);
    expect([second.ca, readFileSync(file('server.pem'), 'utf8')]).toEqual([first.ca, shown]);
  });

  test('has no authority to hand out where it speaks http alone', async () => {
    const org = await testOrg();
    open.push(org);
    expect((await org.get('/_sandbox/ca.pem')).status).toBe(404);
  });

  test('ends though a client says nothing', async () => {
    const { port } = await secured();
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await open.pop()?.close();
    await gone;
  });
});

describe('who speaks the wrong language', () => {
  test('http to the https port, is answered 400 with a sentence', async () => {
    const { port, told, lines, org } = await secured();
    const before = org.hash();
    for (let i = 0; i < 2; i++) {
      const answer = await sendRaw(`http://127.0.0.1:${port}`, 'GET /api/v1/users HTTP/1.1\r\nHost: localhost\r\n\r\n');
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        400,
        expect.objectContaining({
          errorCode: 'E0000020',
          errorCauses: [{ errorSummary: 'This port speaks https, not http.' }],
        }),
      ]);
    }
    expect([told, lines]).toEqual([[expect.stringContaining('give it an https URL')], [400, 400]]);
    expect(org.hash()).toBe(before);
  });

  test('TLS to the http port, finds the connection closed, and the terminal and the log say why', async () => {
    const { org, told, lines } = await secured();
    const port = Number(new URL(org.url).port);
    for (let i = 0; i < 2; i++) {
      const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
      socket.once('error', () => socket.destroy());
      await new Promise((resolve) => socket.once('close', resolve));
    }
    expect([told, lines]).toEqual([
      [expect.stringMatching(/spoke TLS .* start with https: true$/)],
      [undefined, undefined],
    ]);
    const [seen] = (await org.get('/_sandbox/requests')).body;
    expect(seen).toMatchObject({ method: 'TLS', status: null, why: [told[0]] });
  });
});

/** What is shown with this folder at this time, under these names. */
function shownAt(data: string, now: number, names = ['localhost', '127.0.0.1', '[::1]']) {
  const told: string[] = [];
  return localTls({ data, names, now, warn: (message) => told.push(message) }).then((tls) => ({ ...tls, told }));
}

describe('a local certificate', () => {
  const data = join(folder.path, 'certificates');

  test('names its hosts, addresses as addresses', async () => {
    const { server, authority } = await shownAt(data, NOW);
    const certificate = new X509Certificate(server.cert);
    expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect(certificate.checkIssued(new X509Certificate(authority))).toBe(true);
    expect(new X509Certificate(authority).ca).toBe(true);
    expect(await shownAt(data, NOW + DAY)).toEqual({ server, authority, path: join(data, 'tls/ca.pem'), told: [] });
  });

  test('is made anew for another name, by the same authority', async () => {
    const before = await shownAt(data, NOW);
    const after = await shownAt(data, NOW, ['localhost', 'okta.test', '192.0.2.7']);
    expect(after.authority).toBe(before.authority);
    expect(new X509Certificate(after.server.cert).subjectAltName).toBe(
      'DNS:localhost, DNS:okta.test, IP Address:192.0.2.7',
    );
  });

  test('is made anew when it ends, its authority when that does, which the terminal is told', async () => {
    const before = await shownAt(data, NOW);
    const later = await shownAt(data, NOW + 380 * DAY);
    expect([later.authority, later.told]).toEqual([before.authority, []]);
    expect(later.server.cert).not.toBe(before.server.cert);
    const muchLater = await shownAt(data, NOW + 3640 * DAY);
    expect(muchLater.authority).not.toBe(before.authority);
    expect(muchLater.told).toEqual([expect.stringContaining('clients have to trust this one')]);
    expect(new X509Certificate(muchLater.server.cert).verify(new X509Certificate(muchLater.authority).publicKey)).toBe(
      true,
    );
  });

  test('that is damaged, or has another key, is made anew', async () => {
    const before = await shownAt(data, NOW);
    const other = await newCertificate(await newAuthority(NOW), ['localhost'], NOW);
    for (const text of ['no certificate', other.cert]) {
      writeFileSync(join(data, 'tls/server.pem'), text);
      const after = await shownAt(data, NOW);
      expect(after.authority).toBe(before.authority);
      expect(new X509Certificate(after.server.cert).checkHost('localhost')).toBe('localhost');
    }
  });

  test('of an authority that is damaged is not made up', async () => {
    writeFileSync(join(data, 'tls/ca.pem'), 'no certificate');
    await expect(shownAt(data, NOW)).rejects.toThrow(
      /ca\.pem and ca-key\.pem hold no certificate and its key\. Remove/,
    );
    expect(readFileSync(join(data, 'tls/ca.pem'), 'utf8')).toBe('no certificate');
  });
});
