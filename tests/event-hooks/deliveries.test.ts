import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeliveryRow } from '../../store/rows/hooks.js';
import type { LogRow } from '../../store/rows/logs.js';
import { type HookServer, hookServer, json, silent, willing } from '../support/hook-server.js';
import { deliveries, eventHook, made, makeGroup, verifiedHook } from '../support/hooks.js';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { causesOf, refusedBy } from '../support/refused.js';

const org = suiteOrg({ hookTimeLimit: 300 });
const refused = refusedBy(org);

let hook: HookServer;
beforeAll(async () => {
  hook = await hookServer();
});
beforeEach(() => {
  hook.answer = willing;
});
afterAll(() => hook.close());

const HOOKS = '/api/v1/eventHooks';

/** The calls that came in since, the verification left out. */
async function since(from: number, count: number) {
  return (await hook.calls(from + count)).slice(from);
}

type Event = { eventType: string; uuid: string; target: { displayName: string }[] };
const names = (call: { body: TestAnswer['body'] } | undefined): string[] =>
  call?.body.data.events.map((event: Event) => event.target[0]?.displayName);

/** Types of the last events of the log, with their outcomes. */
async function logged(type: string): Promise<unknown[]> {
  const { body } = await org.get(`/api/v1/logs?filter=eventType eq "${type}"`);
  return body.map(({ outcome }: { outcome: { result: string } }) => outcome.result);
}

describe('a verification', () => {
  test('asks the hook once, with a challenge and its secret', async () => {
    const from = hook.got.length;
    const id = await made(org, 'eventHooks', eventHook(hook.url));
    const { status, body } = await org.post(`${HOOKS}/${id}/lifecycle/verify`);
    expect([status, body.status, body.verificationStatus]).toEqual([200, 'ACTIVE', 'VERIFIED']);
    const [call, ...more] = await since(from, 1);
    expect(more).toEqual([]);
    expect([call?.method, call?.path, call?.text]).toEqual(['GET', '/hook', '']);
    expect(call?.headers).toMatchObject({
      'x-okta-verification-challenge': expect.stringMatching(/^[\w-]{40}$/),
      authorization: 'secret-of-the-hook',
      'x-team': 'audit',
      accept: 'application/json',
      host: `localhost:${hook.port}`,
    });
    // Some services look for it in the letters that Okta sends.
    expect(call?.rawHeaders).toContain('x-okta-verification-challenge');
    expect(await logged('event_hook.verified')).toEqual(['SUCCESS']);
    const [row] = await deliveries(org);
    expect(row).toMatchObject({ kind: 'VERIFICATION', hookId: id, status: 'DELIVERED', url: hook.url });
  });

  test.each([
    ['another challenge', json(200, { verification: 'mine' }), 'is not the verification challenge', 1],
    ['the challenge as text', ((_, res) => res.end('hello')) as typeof willing, 'is not the verification challenge', 1],
    ['a list', json(200, []), 'is not the verification challenge', 1],
    ['404', json(404, {}), 'HTTP status 404', 1],
    ['a redirect', ((_, res) => res.writeHead(302, { location: '/' }).end()) as typeof willing, 'status 302', 1],
    ['500', json(500, {}), 'HTTP status 500', 2],
    ['nothing', silent, 'No whole answer came within', 2],
    ['no end', ((_, res) => void res.write('{')) as typeof willing, 'No whole answer came within', 2],
    ['a flood', ((_, res) => res.end('x'.repeat(300_000))) as typeof willing, 'is larger than 262144 bytes', 1],
  ])('that is answered with %s fails', async (_, answer, say, tries) => {
    const id = await made(org, 'eventHooks', eventHook(hook.url));
    const from = hook.got.length;
    hook.answer = answer;
    const failed = await org.post(`${HOOKS}/${id}/lifecycle/verify`);
    expect([failed.status, failed.body.errorCode]).toEqual([400, 'E0000001']);
    expect(causesOf(failed)[0]).toContain(say);
    expect(hook.got.length - from).toBe(tries);
    expect((await org.get(`${HOOKS}/${id}`)).body.verificationStatus).toBe('UNVERIFIED');
    expect(await logged('event_hook.verified')).toEqual(['FAILURE']);
    const [row] = await deliveries(org);
    expect([row.status, row.attempts.length]).toEqual(['FAILED', tries]);
  });
});

describe('events', () => {
  test("are delivered in Okta's body, in order, with the request that caused them", async () => {
    const id = await verifiedHook(org, hook.url);
    const from = hook.got.length;
    const answer = await makeGroup(org, 'Crew');
    const [call] = await since(from, 1);
    expect([call?.method, call?.headers]).toEqual([
      'POST',
      expect.objectContaining({
        authorization: 'secret-of-the-hook',
        'x-team': 'audit',
        accept: 'application/json',
        'content-type': 'application/json',
      }),
    ]);
    const { body: log } = await org.get('/api/v1/logs?filter=eventType eq "group.lifecycle.create"');
    expect(call?.body).toEqual({
      eventType: 'com.okta.event_hook',
      eventTypeVersion: '1.0',
      cloudEventsVersion: '0.1',
      source: expect.stringMatching(new RegExp(`^http://localhost:\\d+${HOOKS}/${id}$`)),
      eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      data: { events: log },
      eventTime: '2026-01-15T09:30:00.000Z',
      contentType: 'application/json',
    });
    const [row] = await deliveries(org);
    expect(row).toMatchObject({ status: 'DELIVERED', requestIds: [answer.headers['x-okta-request-id']] });
    expect(await logged('event_hook.delivery')).toEqual(['SUCCESS']);
  });

  test('that a slow hook keeps waiting come together, in order', async () => {
    await verifiedHook(org, hook.url);
    const from = hook.got.length;
    let go: () => void = () => {};
    hook.answer = (got, res) => {
      go = () => json(204)(got, res);
    };
    await makeGroup(org, 'G0');
    await since(from, 1);
    const { id: _, seq: __, ...event } = org.store.logs.all().at(-1) as LogRow;
    org.sandbox.org.store.transaction(() => {
      for (let n = 1; n <= 150; n++) {
        const targets = event.targets.map((target) => ({ ...target, displayName: `G${n}` }));
        org.store.logs.insert({ ...event, targets });
      }
    });
    hook.answer = json(204);
    go();
    const calls = await since(from, 3);
    expect(calls.map((call) => names(call).length)).toEqual([1, 100, 50]);
    expect(calls.flatMap(names)).toEqual(Array.from({ length: 151 }, (_, n) => `G${n}`));
    await deliveries(org);
  });

  test('that nobody asked for, or that came before, are not delivered', async () => {
    await made(org, 'eventHooks', eventHook(hook.url, { name: 'Unverified' }));
    await makeGroup(org, 'Before');
    const id = await verifiedHook(org, hook.url);
    const from = hook.got.length;
    await org.post('/api/v1/zones', { type: 'DYNAMIC', name: 'Far', proxyType: 'Any' });
    await org.post(`${HOOKS}/${id}/lifecycle/deactivate`);
    await makeGroup(org, 'Meanwhile');
    await org.post(`${HOOKS}/${id}/lifecycle/activate`);
    await makeGroup(org, 'After');
    expect((await since(from, 1)).map(names)).toEqual([['After']]);
    await deliveries(org);
    expect(hook.got.length).toBe(from + 1);
  });

  test.each([
    ['500, then taken', 500, 2, ['FAILURE', 'SUCCESS'], 'DELIVERED'],
    ['400, never again', 400, 1, ['FAILURE'], 'FAILED'],
  ] as const)('are answered with %s', async (_, status, tries, outcomes, end) => {
    await verifiedHook(org, hook.url);
    const from = hook.got.length;
    hook.answer = (got, res) => {
      json(status)(got, res);
      hook.answer = willing;
    };
    await makeGroup(org, 'Crew');
    const calls = await since(from, tries);
    const [row] = await deliveries(org);
    expect([row.status, row.attempts.map((one: { status: number }) => one.status)[0]]).toEqual([end, status]);
    expect(await logged('event_hook.delivery')).toEqual(outcomes);
    expect(new Set(calls.map(({ body }) => body.eventId)).size).toBe(1);
    await makeGroup(org, 'Next');
    expect(names((await since(from, tries + 1)).at(-1))).toEqual(['Next']);
    await deliveries(org);
  });

  test('to a hook that is gone while they wait are given up', async () => {
    const id = await verifiedHook(org, hook.url);
    const from = hook.got.length;
    hook.answer = silent;
    await makeGroup(org, 'Lost');
    await since(from, 1);
    await org.post(`${HOOKS}/${id}/lifecycle/deactivate`);
    expect((await org.delete(`${HOOKS}/${id}`)).status).toBe(204);
    const [row] = await deliveries(org);
    expect([row.status, org.store.deliveryCursors.count()]).toEqual(['FAILED', 0]);
  });
});

describe('the log of deliveries', () => {
  test('is paged, newest first, and shows one with its events', async () => {
    const id = await verifiedHook(org, hook.url);
    for (const name of ['A', 'B', 'C']) {
      await makeGroup(org, name);
      await deliveries(org);
    }
    const page = await org.get(`/_sandbox/deliveries?limit=2&hook=${id}&status=delivered`);
    expect(page.body).toHaveLength(2);
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? '';
    expect(next).toMatch(new RegExp(`^${org.url}/_sandbox/deliveries\\?`));
    const rest = await org.get(next.slice(org.url.length));
    expect(rest.body.map((row: { kind: string }) => row.kind)).toEqual(['EVENT', 'VERIFICATION']);
    const one = await org.get(`/_sandbox/deliveries/${page.body[0].id}`);
    expect(one.body.events.map((event: Event) => event.target[0]?.displayName)).toEqual(['C']);
    expect(one.text + page.text + JSON.stringify(org.store.deliveries.all())).not.toContain('secret-of-the-hook');
    expect(await deliveries(org, '?hook=who1')).toEqual([]);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'after=x']) {
      expect((await org.get(`/_sandbox/deliveries?${query}`)).status).toBe(400);
    }
    expect((await org.put('/_sandbox/deliveries', {})).status).toBe(405);
    expect((await org.get('/_sandbox/deliveries/none')).status).toBe(404);
  });

  test('has events delivered once more', async () => {
    const id = await verifiedHook(org, hook.url);
    const from = hook.got.length;
    hook.answer = json(400);
    await makeGroup(org, 'Crew');
    const [failed, verification] = await deliveries(org);
    hook.answer = willing;
    const again = await org.post(`/_sandbox/deliveries/${failed.id}/replay`);
    expect([again.status, again.body.replayOf]).toEqual([202, failed.id]);
    expect((await since(from, 2)).map(names)).toEqual([['Crew'], ['Crew']]);
    expect((await deliveries(org))[0]).toMatchObject({ id: again.body.id, status: 'DELIVERED' });
    const post = (of: string) => org.post(`/_sandbox/deliveries/${of}/replay`);
    expect((await post(verification.id)).status).toBe(409);
    expect((await post('none')).status).toBe(404);
    expect((await org.get(`/_sandbox/deliveries/${failed.id}/replay`)).status).toBe(405);
    await org.post(`${HOOKS}/${id}/lifecycle/deactivate`);
    const before = org.hash();
    expect([(await post(failed.id)).status, org.hash()]).toEqual([409, before]);
  });

  test('holds the last 1000', async () => {
    const { store, sandbox } = org;
    await verifiedHook(org, hook.url);
    const [row] = store.deliveries.all();
    const { id: _, seq: __, ...rest } = row as DeliveryRow;
    sandbox.org.store.transaction(() => {
      for (let n = store.deliveries.count(); n < 1000; n++) store.deliveries.insert(rest);
    });
    await makeGroup(org, 'Crew');
    await deliveries(org);
    expect([store.deliveries.count(), store.deliveries.get(row?.id ?? '')]).toEqual([1000, undefined]);
    await refused(() => org.post(`${HOOKS}/who1/lifecycle/verify`), 404, 'E0000007');
  });
});
