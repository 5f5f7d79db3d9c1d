import { describe, expect, test } from '@jest/globals';
import { eventHook, made } from '../support/hooks.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const HOOKS = '/api/v1/eventHooks';
const URI = 'https://hooks.example.com/audit';
const path = (id: string, action?: string): string => `${HOOKS}/${id}${action ? `/lifecycle/${action}` : ''}`;
const create = (more: object = {}): Promise<string> => made(org, 'eventHooks', eventHook(URI, more));
const withConfig = (config: object) => {
  const hook = eventHook(URI);
  return { ...hook, channel: { ...hook.channel, config: { ...hook.channel.config, ...config } } };
};
const withEvents = (events: unknown) => ({ ...eventHook(URI), events });

describe('an event hook', () => {
  test('is born active and unverified, its event types sorted, its secret never shown', async () => {
    const answer = await org.post(HOOKS, eventHook(URI, { status: 'INACTIVE', verificationStatus: 'VERIFIED' }));
    const { body } = answer;
    expect([answer.status, answer.text.includes('secret-of-the-hook')]).toEqual([200, false]);
    expect(body).toEqual({
      id: expect.stringMatching(/^who\w{17}$/),
      status: 'ACTIVE',
      verificationStatus: 'UNVERIFIED',
      name: 'Audit',
      description: null,
      created: '2026-01-15T09:30:00.000Z',
      createdBy: org.store.tokens.all()[0]?.userId,
      lastUpdated: '2026-01-15T09:30:00.000Z',
      events: { type: 'EVENT_TYPE', items: ['group.lifecycle.create', 'user.lifecycle.create'], filter: null },
      channel: {
        type: 'HTTP',
        version: '1.0.0',
        config: {
          uri: URI,
          headers: [{ key: 'X-Team', value: 'audit' }],
          method: 'POST',
          authScheme: { type: 'HEADER', key: 'Authorization' },
        },
      },
      _links: {
        self: { href: `${org.url}${path(body.id)}` },
        verify: { href: `${org.url}${path(body.id, 'verify')}`, hints: { allow: ['POST'] } },
        deactivate: { href: `${org.url}${path(body.id, 'deactivate')}`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(path(body.id))).body).toEqual(body);
    const listed = await org.get(HOOKS);
    expect([listed.body, listed.headers.link]).toEqual([[body], undefined]);
  });

  test.each([
    ['no name', { ...eventHook(URI), name: '' }, 'name: The field cannot be left blank'],
    ['a long name', { ...eventHook(URI), name: 'n'.repeat(256) }, 'name: The field is too long'],
    ['no events', withEvents(null), 'events: The field cannot be left blank'],
    ['no event type', withEvents({ type: 'EVENT_TYPE', items: [] }), 'events.items: The field cannot be left blank'],
    [
      'an unknown event type',
      withEvents({ type: 'EVENT_TYPE', items: ['user.lifecycle.create', 'user.lifecycle.made'] }),
      "events.items: The event type 'user.lifecycle.made' cannot be subscribed to",
    ],
    [
      'an event type that hooks may not ask for',
      withEvents({ type: 'EVENT_TYPE', items: ['event_hook.delivery'] }),
      "events.items: The event type 'event_hook.delivery' cannot be subscribed to",
    ],
    ['no uri', withConfig({ uri: undefined }), 'channel.config.uri: The field cannot be left blank'],
    ['http', withConfig({ uri: 'http://hooks.example.com' }), 'channel.config.uri: The URI must use https'],
    ['another scheme', withConfig({ uri: 'file:///etc/passwd' }), 'channel.config.uri: The URI must use https'],
    ['a space', withConfig({ uri: `${URI}/a b` }), 'channel.config.uri: The URI must not contain whitespace'],
    ['no uri at all', withConfig({ uri: 'hooks' }), 'channel.config.uri: The URI is not valid'],
    [
      'a user in the uri',
      withConfig({ uri: 'https://a:b@hooks.example.com' }),
      'channel.config.uri: The URI must not contain credentials',
    ],
    ['a long uri', withConfig({ uri: `${URI}/${'a'.repeat(1024)}` }), 'channel.config.uri: The field is too long'],
    [
      "a header of Okta's own",
      withConfig({ headers: [{ key: 'Content-Type', value: 'text/plain' }] }),
      "channel.config.headers: The header 'Content-Type' is reserved",
    ],
    [
      'a broken header name',
      withConfig({ headers: [{ key: 'a b', value: 'c' }] }),
      "channel.config.headers: 'a b' is not a valid header name",
    ],
    [
      'a broken header value',
      withConfig({ headers: [{ key: 'X-A', value: 'a\r\nX-B: c' }] }),
      "channel.config.headers: The value of 'X-A' is not valid",
    ],
    ['a null header', withConfig({ headers: [null] }), "channel.config.headers: '' is not a valid header name"],
  ])('with %s is refused', async (_, body, cause) => {
    await refused(() => org.post(HOOKS, body), 400, 'E0000001', cause);
  });

  test('needs a name of its own', async () => {
    await create();
    const taken = 'name: An object with this field already exists in the current organization';
    await refused(() => org.post(HOOKS, eventHook(URI, { name: 'AUDIT' })), 400, 'E0000001', taken);
    await create({ name: 'Other' });
  });

  test('may lead to this machine without https', async () => {
    for (const uri of ['http://localhost:9999/a', 'http://127.0.0.1/a', 'http://[::1]:80/a']) {
      expect((await org.post(HOOKS, eventHook(uri, { name: uri }))).status).toBe(200);
    }
  });

  test('is replaced whole, and is unverified again when it leads elsewhere', async () => {
    const id = await create();
    org.store.eventHooks.get(id);
    org.sandbox.org.store.transaction(() => org.store.eventHooks.update(id, { verificationStatus: 'VERIFIED' }));
    const { authScheme, ...config } = eventHook(URI).channel.config;
    const same = { ...config, authScheme: { type: 'HEADER', key: 'Authorization' } };
    const put = (more: object) => org.put(path(id), { ...withConfig(more), name: 'New', description: 'Why' });
    expect((await put(same)).body).toMatchObject({
      name: 'New',
      description: 'Why',
      status: 'ACTIVE',
      verificationStatus: 'VERIFIED',
    });
    expect(org.store.eventHooks.get(id)?.channel.config.authScheme?.value).toBe(authScheme.value);
    const moved = await put({ ...same, uri: `${URI}/2` });
    expect(moved.body.verificationStatus).toBe('UNVERIFIED');
    await refused(() => org.put(path(id), { name: 'x' }), 400, 'E0000001');
    await refused(() => org.put(path('who1'), eventHook(URI)), 404, 'E0000007');
  });

  test('goes once it is inactive', async () => {
    const id = await create();
    await refused(() => org.delete(path(id)), 400, 'E0000001', 'status: An active event hook cannot be deleted');
    const { status, body } = await org.post(path(id, 'deactivate'));
    expect([status, body.status, Object.keys(body._links).sort()]).toEqual([
      200,
      'INACTIVE',
      ['activate', 'delete', 'self'],
    ]);
    await refused(() => org.post(path(id, 'verify')), 400, 'E0000001');
    expect((await org.post(path(id, 'activate'))).body.status).toBe('ACTIVE');
    await org.put(path(id), { ...eventHook(URI), status: 'INACTIVE' });
    expect((await org.delete(path(id))).status).toBe(204);
    const gone = await refused(() => org.get(path(id)), 404, 'E0000007');
    expect(gone.body.errorSummary).toBe(`Not found: Resource not found: ${id} (Webhook)`);
    for (const action of ['verify', 'activate', 'deactivate']) {
      await refused(() => org.post(path(id, action)), 404, 'E0000007');
    }
    await refused(() => org.delete(path(id)), 404, 'E0000007');
  });

  test('is one of 25 active ones at most', async () => {
    for (let n = 0; n < 25; n++) await create({ name: `Hook ${n}` });
    await refused(() => org.post(HOOKS, eventHook(URI, { name: 'One more' })), 400, 'E0000001');
    await refused(() => org.post(HOOKS, { ...eventHook(URI), name: null }), 400, 'E0000001');
  });
});
