import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { suiteOrg, testOrg } from '../support/org.js';
import { type RawAnswer, sendRaw } from '../support/raw.js';

const org = suiteOrg({ allowHosts: ['example.okta.com'] });

/** A request line and headers that every case has; `more` ends each line itself. */
const head = (line: string, more = '', host = 'localhost:4010'): string =>
  `${line}\r\nHost: ${host}\r\nAuthorization: SSWS ${org.sandbox.token}\r\nConnection: close\r\n${more}\r\n`;
const get = (target: string, more = ''): Promise<RawAnswer> => sendRaw(org.url, head(`GET ${target} HTTP/1.1`, more));
const code = ({ body }: RawAnswer): unknown => (JSON.parse(body) as { errorCode?: string }).errorCode;

/** Sends a group as these bytes. */
const post = (body: Buffer | string, more: string): Promise<RawAnswer> =>
  sendRaw(org.url, head('POST /api/v1/groups HTTP/1.1', `${more}Content-Length: ${Buffer.byteLength(body)}\r\n`), body);
const JSON_TYPE = 'Content-Type: application/json\r\n';

describe('request targets', () => {
  test('with scheme and host, as a client of a proxy sends them, mean their path', async () => {
    const answer = await get('http://example.okta.com/api/v1/users?limit=1');
    expect(answer.status).toBe(200);
    expect(answer.headers.link).toBe('<http://example.okta.com/api/v1/users?limit=1>; rel="self"');
    await sendRaw(org.url, head('DELETE http://example.okta.com/api/v1/users/me/sessions HTTP/1.1'));
    const { body } = await org.get('/api/v1/logs');
    expect(body[0].debugContext.debugData.requestUri).toBe('/api/v1/users/me/sessions');
  });

  test('with scheme and host do not reach the control routes', async () => {
    const before = org.hash();
    const answer = await sendRaw(
      org.url,
      head('POST http://evil.example/_sandbox/reset HTTP/1.1', 'Content-Length: 0\r\n'),
    );
    expect([answer.status, code(answer)]).toEqual([403, 'E0000006']);
    expect(org.hash()).toBe(before);
  });

  test.each([
    ['an asterisk', 'OPTIONS *', 404],
    ['a method that no operation has', 'TRACE /api/v1/users', 405],
    ['a word that is no method', 'FETCH /api/v1/users', 400],
    ['more than a header may hold', `GET /api/v1/users?q=${'a'.repeat(20_000)}`, 431],
    ['bytes that a URL must escape', 'GET /api/v1/users/\u00e9', 400],
  ])('%s', async (_, line, status) => {
    const before = org.hash();
    const answer = await sendRaw(org.url, head(`${line} HTTP/1.1`));
    expect([answer.status, code(answer)]).toEqual([status, expect.stringMatching(/^E00000(?:08|20|22)$/)]);
    expect(answer.headers['x-okta-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(org.hash()).toBe(before);
  });
});

describe('HTTP that is none, or old', () => {
  test.each([
    ['not HTTP at all', '\u0004\u0001\u0000\u0050\r\n\r\n', 400],
    ['no host in HTTP/1.1', 'GET /api/v1/users HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', head2('Content-Length: 2\r\nContent-Length: 3\r\n'), 400],
    ['a length and chunks', head2('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'), 400],
    ['a length below zero', head2('Content-Length: -1\r\n'), 400],
    ['an expectation that is unknown', head2('Content-Length: 2\r\nExpect: tea\r\n'), 417],
  ])('%s', async (_, request, status) => {
    expect((await sendRaw(org.url, request)).status).toBe(status);
  });

  test('HTTP/1.0 without a host', async () => {
    const answer = await sendRaw(
      org.url,
      `GET /api/v1/users/me HTTP/1.0\r\nAuthorization: SSWS ${org.sandbox.token}\r\n\r\n`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['transfer-encoding']).toBeUndefined();
  });

  test('a client that asks first is told to go on', async () => {
    const body = '{"profile":{"name":"Asked"}}';
    const answer = await post(body, `${JSON_TYPE}Expect: 100-continue\r\n`);
    expect(answer.status).toBe(100);
    expect(answer.body).toContain('"name":"Asked"');
  });

  test('of repeated headers the first counts', async () => {
    expect((await get('/api/v1/users/me', 'Authorization: SSWS nobody\r\n')).status).toBe(200);
  });
});

/** A post without a body of its own. */
function head2(more: string): string {
  return `POST /api/v1/groups HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${JSON_TYPE}${more}\r\n{}`;
}

describe('bodies as bytes', () => {
  const named = (name: string): string => `{"profile":{"name":"${name}"}}`;

  test.each([
    ['chunks', 'Transfer-Encoding: chunked\r\n', `1c\r\n${'{"profile":{"name":"Chunks"}'}\r\n1\r\n}\r\n0\r\n\r\n`],
  ])('%s', async (_, more, body) => {
    const answer = await sendRaw(org.url, head('POST /api/v1/groups HTTP/1.1', JSON_TYPE + more), body);
    expect([answer.status, org.store.groups.all().at(-1)?.profile.name]).toEqual([200, 'Chunks']);
  });

  test('no chunk is no body', async () => {
    const none = await sendRaw(
      org.url,
      head('POST /api/v1/groups HTTP/1.1', `${JSON_TYPE}Transfer-Encoding: chunked\r\n`),
      '0\r\n\r\n',
    );
    expect([none.status, code(none)]).toEqual([400, 'E0000003']);
  });

  test('neither length nor chunks is a length that is asked for', async () => {
    const answer = await sendRaw(org.url, head('POST /api/v1/groups HTTP/1.1', JSON_TYPE));
    expect([answer.status, answer.body]).toEqual([411, '']);
    expect(answer.headers['x-rate-limit-limit']).toBeDefined();
  });

  test.each([
    ['gzip', gzipSync(named('Zipped')), `${JSON_TYPE}Content-Encoding: gzip\r\n`, 'Zipped'],
    ['a byte order mark', `\ufeff${named('Marked')}`, JSON_TYPE, 'Marked'],
    ['utf8', named('Écrit'), 'Content-Type: application/json;charset=utf8\r\n', 'Écrit'],
    [
      'utf8 and gzip',
      gzipSync(named('Écru')),
      'Content-Type: application/json;charset=utf8\r\nContent-Encoding: gzip\r\n',
      'Écru',
    ],
    ['escapes', named('\\u00c9 \\\\ud83d'), JSON_TYPE, 'É \\ud83d'],
    ['a media type of its own', named('Own'), 'Content-Type: application/vnd.okta+json\r\n', 'Own'],
  ])('%s is read', async (_, body, headers, name) => {
    expect((await post(body, headers)).status).toBe(200);
    expect(org.store.groups.all().at(-1)?.profile.name).toBe(name);
  });

  test.each([
    ['gzip that is none', named('x'), `${JSON_TYPE}Content-Encoding: gzip\r\n`, 'E0000003'],
    [
      'gzip that grows past a megabyte',
      gzipSync(named('x'.repeat(2_000_000))),
      `${JSON_TYPE}Content-Encoding: gzip\r\n`,
      'E0000003',
    ],
    ['another encoding', named('x'), `${JSON_TYPE}Content-Encoding: zstd\r\n`, 'E0000021'],
    ['Latin-1', named('x'), 'Content-Type: application/json;charset=iso-8859-1\r\n', 'E0000021'],
    ['UTF-16', Buffer.from(named('x'), 'utf16le'), 'Content-Type: application/json;charset=utf-16\r\n', 'E0000021'],
    ['bytes that are no UTF-8', Buffer.from(named('\u00c3('), 'latin1'), JSON_TYPE, 'E0000003'],
    ['a character of four bytes', named('😀'), JSON_TYPE, 'E0000003'],
    ['the same in escapes', named('\\ud83d\\ude00'), JSON_TYPE, 'E0000003'],
    ['half of it', named('\\\\\\uD83D'), JSON_TYPE, 'E0000003'],
    ['no media type', named('x'), '', 'E0000018'],
  ])('%s is refused', async (_, body, headers, errorCode) => {
    const before = org.hash();
    expect(code(await post(body, headers))).toBe(errorCode);
    expect(org.hash()).toBe(before);
  });
});

describe('Accept', () => {
  test.each([
    ['*/*', 200],
    ['application/*', 200],
    ['application/json, text/plain, */*', 200],
    ['application/json;charset=utf-8', 200],
    ['text/html, Application/JSON;q=0.1', 200],
    ['text/html', 400],
    ['application/xml', 400],
    ['application/json;q=0, text/html', 400],
  ])('%s', async (accept, status) => {
    const answer = await org.get('/api/v1/users/me', { accept });
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body).toMatchObject({ errorCode: 'E0000019', errorCauses: [] });
  });

  test('is asked after the caller is known, and before the body', async () => {
    expect((await org.get('/api/v1/users/me', { accept: 'text/html', authorization: '' })).status).toBe(403);
    const before = org.hash();
    const answer = await org.post('/api/v1/groups', { profile: { name: 'Html' } }, { accept: 'text/html' });
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'E0000019']);
    expect(org.hash()).toBe(before);
  });

  test('does not matter where nothing is answered', async () => {
    const { body } = await org.post('/api/v1/groups', { profile: { name: 'Gone' } });
    expect((await org.delete(`/api/v1/groups/${body.id}`, { accept: 'text/html' })).status).toBe(204);
  });
});

describe('headers of answers that no operation gave', () => {
  test.each([
    ['an unknown path', 'GET /api/v1/nothing'],
    ['another method', 'PUT /api/v1/users'],
    ['a path that is no percent-encoding', 'GET /api/v1/users/%zz'],
    ['OPTIONS', 'OPTIONS /api/v1/users'],
  ])('%s', async (_, line) => {
    const { headers } = await sendRaw(org.url, head(`${line} HTTP/1.1`, 'Content-Length: 0\r\n'));
    expect(headers['x-okta-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(Number(headers['x-rate-limit-remaining'])).toBeLessThan(Number(headers['x-rate-limit-limit']));
    expect(headers['x-rate-limit-reset']).toMatch(/^\d+$/);
    expect(headers['cache-control']).toBe('no-cache, no-store');
    expect(headers.date).toBe(new Date(org.clock.now()).toUTCString());
  });

  test('a path that ends like a file is shown as text that no browser runs', async () => {
    const login = org.store.users.all()[0]?.profile.login;
    expect((await org.get(`/api/v1/users/${login}`)).headers['content-disposition']).toBe('inline;filename=f.txt');
    expect((await org.get(`/api/v1/users/${login}/groups`)).headers['content-disposition']).toBeUndefined();
    expect((await org.get('/api/v1/users/nobody.html')).headers['content-disposition']).toBeUndefined();
  });
});

test('a client that goes away in its body leaves no trace: no warning, no change, nothing that a reset waits for', async () => {
  const warnings: string[] = [];
  const lonely = await testOrg({ warn: (message) => warnings.push(message) });
  const before = lonely.hash();
  for (const more of ['Content-Length: 99\r\n\r\n{', 'Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n']) {
    const socket = connect(Number(new URL(lonely.url).port), '127.0.0.1');
    const begun = new Promise((resolve) => socket.once('data', resolve));
    socket.write(
      `POST /api/v1/groups HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${lonely.sandbox.token}\r\n` +
        `Expect: 100-continue\r\n${JSON_TYPE}${more}`,
    );
    // The server asks for the body: it has begun the request.
    await begun;
    socket.destroy();
  }
  await lonely.sandbox.org.inFlight.idle();
  const after = lonely.hash();
  await lonely.reset();
  await lonely.close();
  expect([warnings, after]).toEqual([[], before]);
});
