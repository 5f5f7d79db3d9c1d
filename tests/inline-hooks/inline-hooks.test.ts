import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, type HookServer, hookServer, json, silent, willing } from '../support/hook-server.js';
import { deliveries, inlineHook, made } from '../support/hooks.js';
import { suiteOrg } from '../support/org.js';
import { causesOf, refusedBy } from '../support/refused.js';

const org = suiteOrg({ hookTimeLimit: 300 });
const refused = refusedBy(org);

const HOOKS = '/api/v1/inlineHooks';
const URI = 'https://hooks.example.com/ask';
const TELEPHONY = 'com.okta.telephony.provider';
const path = (id: string, action?: string): string => `${HOOKS}/${id}${action ? `/lifecycle/${action}` : ''}`;
const create = (more: object = {}): Promise<string> => made(org, 'inlineHooks', inlineHook(URI, more));
const channel = (config: object) => ({ type: 'HTTP', version: '1.0.0', config: { uri: URI, ...config } });

describe('an inline hook', () => {
  test('is born active, and its secret is never shown', async () => {
    const answer = await org.post(HOOKS, inlineHook(URI, { status: 'INACTIVE', version: '1.0.2' }));
    const { body } = answer;
    expect([answer.status, answer.text.includes('secret-of-the-hook')]).toEqual([200, false]);
    expect(body).toEqual({
      id: expect.stringMatching(/^cal\w{17}$/),
      status: 'ACTIVE',
      name: 'Ask',
      type: 'com.okta.oauth2.tokens.transform',
      version: '1.0.2',
      channel: {
        type: 'HTTP',
        version: '1.0.0',
        config: { uri: URI, headers: [], method: 'POST', authScheme: { type: 'HEADER', key: 'X-Key' } },
      },
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      _links: {
        self: { href: `${org.url}${path(body.id)}` },
        execute: { href: `${org.url}${path(body.id)}/execute`, hints: { allow: ['POST'] } },
        deactivate: { href: `${org.url}${path(body.id, 'deactivate')}`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(path(body.id))).body).toEqual(body);
  });

  test('is listed, by its type too', async () => {
    const id = await create();
    const other = await create({ name: 'Import', type: 'com.okta.import.transform' });
    const ids = async (query: string) =>
      (await org.get(`${HOOKS}${query}`)).body.map((hook: { id: string }) => hook.id);
    expect(await ids('')).toEqual([id, other]);
    expect(await ids('?type=')).toEqual([id, other]);
    expect(await ids('?type=com.okta.import.transform')).toEqual([other]);
    expect(await ids('?type=com.okta.nothing')).toEqual([]);
  });

  test('shows an OAuth channel as it was sent, without its secret', async () => {
    const config = { clientId: 'abc', tokenUrl: 'https://as.example.com', authType: 'client_secret_post', scope: 'a' };
    const oauth = { ...channel({ ...config, clientSecret: 'hidden' }), type: 'OAUTH' };
    const { status, body, text } = await org.post(HOOKS, inlineHook(URI, { channel: oauth }));
    expect([status, body.channel.type, text.includes('hidden')]).toEqual([200, 'OAUTH', false]);
    expect(body.channel.config).toEqual({ uri: URI, headers: [], method: 'POST', authScheme: null, ...config });
  });

  test.each([
    ['no name', { name: null }, 'name: The field cannot be left blank'],
    ['a long name', { name: 'n'.repeat(256) }, 'name: The field is too long'],
    ['no type', { type: null }, 'type: The field cannot be left blank'],
    ['no version', { version: '' }, 'version: The field cannot be left blank'],
    ['an odd version', { version: 'new' }, "version: 'version' must be a version such as 1.0.0"],
    [
      'no channel version',
      { channel: { ...channel({}), version: null } },
      'channel.version: The field cannot be left blank',
    ],
    ['GET', { channel: channel({ method: 'GET' }) }, "channel.config.method: The method must be 'POST'"],
    ['http', { channel: channel({ uri: 'http://a.example' }) }, 'channel.config.uri: The URI must use https'],
    [
      'an odd auth scheme',
      { channel: channel({ authScheme: { type: 'BASIC', key: 'A', value: 'b' } }) },
      "channel.config.authScheme.type: 'type' must be one of the following: [HEADER].",
    ],
    [
      'an auth scheme without a key',
      { channel: channel({ authScheme: { type: 'HEADER', value: 'b' } }) },
      'channel.config.authScheme.key: The field cannot be left blank',
    ],
    [
      'telephony without an auth scheme',
      { type: TELEPHONY, channel: channel({}) },
      'channel.config.authScheme: The field cannot be left blank',
    ],
  ])('with %s is refused', async (_, more, cause) => {
    await refused(() => org.post(HOOKS, inlineHook(URI, more)), 400, 'E0000001', cause);
  });

  test('has a known type and a name of its own', async () => {
    await create();
    await refused(() => org.post(HOOKS, inlineHook(URI, { name: 'x', type: 'com.okta.nothing' })), 400, 'E0000001');
    await refused(() => org.post(HOOKS, inlineHook(URI, { name: 'ASK' })), 400, 'E0000001');
  });

  test('of the telephony kind is the only active one', async () => {
    const id = await create({ type: TELEPHONY });
    const only = 'type: Only one telephony inline hook can be active';
    await refused(() => org.post(HOOKS, inlineHook(URI, { name: 'B', type: TELEPHONY })), 400, 'E0000001', only);
    await org.post(path(id, 'deactivate'));
    await create({ name: 'B', type: TELEPHONY });
    await refused(() => org.post(path(id, 'activate')), 400, 'E0000001', only);
  });

  test('is replaced whole, but for its type and its status', async () => {
    const id = await create();
    await org.post(path(id, 'deactivate'));
    const next = { name: 'New', status: 'ACTIVE', version: '1.0.1', channel: channel({ uri: `${URI}/2` }) };
    const { status, body } = await org.put(path(id), inlineHook(URI, next));
    expect([status, body.status, body.name, body.version, body.channel.config]).toEqual([
      200,
      'INACTIVE',
      'New',
      '1.0.1',
      { uri: `${URI}/2`, headers: [], method: 'POST', authScheme: null },
    ]);
    const send = () => org.put(path(id), inlineHook(URI, { type: 'com.okta.import.transform' }));
    await refused(send, 400, 'E0000001', 'type: The type of an inline hook cannot be changed');
    await refused(() => org.put(path('cal1'), inlineHook(URI)), 404, 'E0000007');
  });

  test('goes once it is inactive', async () => {
    const id = await create();
    await refused(() => org.delete(path(id)), 400, 'E0000001', 'status: An active inline hook cannot be deleted');
    const { status, body } = await org.post(path(id, 'deactivate'));
    const links = Object.keys(body._links).sort();
    expect([status, body.status, links]).toEqual([200, 'INACTIVE', ['activate', 'delete', 'self']]);
    expect((await org.post(path(id, 'activate'))).body.status).toBe('ACTIVE');
    await org.post(path(id, 'deactivate'));
    expect((await org.delete(path(id))).status).toBe(204);
    const gone = await refused(() => org.get(path(id)), 404, 'E0000007');
    expect(gone.body.errorSummary).toBe(`Not found: Resource not found: ${id} (InlineHook)`);
    for (const action of ['activate', 'deactivate']) {
      await refused(() => org.post(path(id, action)), 404, 'E0000007');
    }
    await refused(() => org.delete(path(id)), 404, 'E0000007');
    await refused(() => org.post(`${path(id)}/execute`, {}), 404, 'E0000007');
  });
});

describe('an execution', () => {
  let server: HookServer;
  beforeAll(async () => {
    server = await hookServer();
  });
  beforeEach(() => {
    server.answer = willing;
  });
  afterAll(() => server.close());

  const run = async (answer: Answer) => {
    const id = await made(org, 'inlineHooks', inlineHook(server.url));
    server.answer = answer;
    return { id, answer: await org.post(`${path(id)}/execute`, { source: 'me', data: { a: [1] } }) };
  };

  test('puts the payload before the hook, and gives its answer', async () => {
    const patch = { op: 'add', path: '/claims/x', value: 'y' };
    const said = { commands: [{ type: 'com.okta.access.patch', value: [patch] }], debugContext: { more: 'said' } };
    const { id, answer } = await run(json(200, said));
    expect([answer.status, answer.body]).toEqual([200, said]);
    const call = server.got.at(-1);
    expect([call?.method, call?.body]).toEqual(['POST', { source: 'me', data: { a: [1] } }]);
    expect(call?.headers).toMatchObject({ 'x-key': 'secret-of-the-hook', 'content-type': 'application/json' });
    const [row] = await deliveries(org);
    expect(row).toMatchObject({
      kind: 'INLINE',
      hookId: id,
      status: 'DELIVERED',
      requestIds: [answer.headers['x-okta-request-id']],
    });
  });

  test('may be answered with nothing, or with an error of the hook', async () => {
    const first = await run(json(204));
    expect([first.answer.status, first.answer.body]).toEqual([200, {}]);
    await org.post(path(first.id, 'deactivate'));
    await refused(() => org.post(`${path(first.id)}/execute`, {}), 400, 'E0000001');
    await org.delete(path(first.id));
    const said = { error: { errorSummary: 'Not today' } };
    const { answer } = await run(json(200, said));
    expect([answer.status, answer.body]).toEqual([200, said]);
    const { body } = await org.get('/api/v1/logs?filter=eventType eq "inline_hook.executed"');
    expect(body.map((event: { outcome: object }) => event.outcome)).toEqual([
      { result: 'SUCCESS', reason: null },
      { result: 'FAILURE', reason: 'Not today' },
    ]);
  });

  test.each([
    ['no object', json(200, [1]), 'E0000134', 1, 'The answer of the hook is not a JSON object'],
    [
      'no JSON',
      ((_, res) => res.end('<html>')) as Answer,
      'E0000134',
      1,
      'The answer of the hook is not a JSON object',
    ],
    ['commands that are no list', json(200, { commands: {} }), 'E0000134', 1, 'commands: must be a list'],
    ['a null command', json(200, { commands: [null] }), 'E0000134', 1, 'each must be an object'],
    ['a foreign command', json(200, { commands: [{ type: 'com.okta.x' }] }), 'E0000134', 1, 'is not a command of'],
    ['400', json(400, {}), 'E0000135', 1, 'HTTP status 400'],
    ['503', json(503, {}), 'E0000135', 2, 'HTTP status 503'],
    ['a redirect', ((_, res) => res.writeHead(307, { location: '/' }).end()) as Answer, 'E0000135', 1, 'status 307'],
    ['nothing', silent, 'E0000137', 2, 'No whole answer came within'],
    ['a broken connection', ((_, res) => res.destroy()) as Answer, 'E0000134', 2, 'socket hang up'],
    ['a flood', ((_, res) => res.end('x'.repeat(300_000))) as Answer, 'E0000134', 1, 'is larger than'],
  ] as const)('that is answered with %s is refused', async (_, how, code, tries, say) => {
    const from = server.got.length;
    const { answer } = await run(how);
    expect([answer.status, answer.body.errorCode]).toEqual([400, code]);
    expect(causesOf(answer)[0]).toContain(say);
    expect(server.got.length - from).toBe(tries);
    const [row] = await deliveries(org);
    expect([row.status, row.attempts.length]).toEqual(['FAILED', tries]);
  });
});
