import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventTypes } from '../handlers/logs/events.js';
import { keywordTest } from '../handlers/logs/keywords.js';
import { logRow } from '../handlers/logs/origin.js';
import { ruleTarget, tokenTarget } from '../handlers/logs/targets.js';
import { uuidOf } from '../handlers/logs/uuid.js';
import { eventView } from '../handlers/logs/view.js';
import { compileFilter } from '../handlers/query/index.js';
import { logFilter } from '../handlers/query/logs.js';
import type { EventDetails } from '../server/context.js';
import { OktaError } from '../server/errors.js';
import { Links } from '../server/links.js';
import type { LogOrigin, LogRow, LogTarget, TokenRow } from '../store/rows/org.js';
import type { GroupRuleRow } from '../store/rows/people.js';
import { type TestAnswer, type TestOrg, testOrg } from './support/org.js';

const LOGS = '/api/v1/logs';
const DAY = 24 * 60 * 60 * 1000;
const links = new Links('https://sandbox.example');

let org: TestOrg;
let start: number;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(async () => {
  await org.reset();
  start = org.clock.now();
});
afterAll(() => org.close());

const user: LogTarget = { id: '00uJane', type: 'User', alternateId: 'jane@acme.example', displayName: 'Jane Doe' };
const team: LogTarget = { id: '00gTeam', type: 'UserGroup', alternateId: 'unknown', displayName: 'North-West Team' };
const web: LogOrigin = {
  actor: { id: '00uAda', type: 'User', alternateId: 'ada@acme.example', displayName: 'Ada Admin' },
  requestId: 'req-1',
  tokenId: '00TtokenOfAda',
  ip: '203.0.113.9',
  userAgent: 'okta-sdk-nodejs/6.6.0',
  url: '/api/v1/users/00uJane?sendEmail=false',
};
const job: LogOrigin = {
  actor: { id: 'system', type: 'SystemPrincipal', alternateId: 'system@okta.com', displayName: 'Okta System' },
  requestId: 'req-2',
};

/** Writes an event at the clock's time. */
function write(type: string, targets: readonly LogTarget[] = [user], details: EventDetails = {}, origin = web): LogRow {
  return org.sandbox.org.store.transaction(() =>
    org.store.logs.insert(logRow(type, targets, details, origin, org.clock.now())),
  );
}

/** Writes events a second apart, named by their numbers. */
function writeMany(count: number): void {
  for (let n = 1; n <= count; n++) {
    write('user.lifecycle.create', [{ ...user, id: `00u${n}` }]);
    org.clock.advance(1000);
  }
}

const query = (values: Record<string, string | number>): string =>
  `${LOGS}?${Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

const find = (values: Record<string, string | number> = {}): Promise<TestAnswer> => org.get(query(values));

const iso = (ms: number): string => new Date(ms).toISOString();
const targets = (answer: TestAnswer): string[] =>
  answer.body.map((event: { target: { id: string }[] | null }) => event.target?.[0]?.id);
const types = (answer: TestAnswer): string[] => answer.body.map((event: { eventType: string }) => event.eventType);

/** The path behind `rel="next"`. */
const nextOf = ({ headers }: TestAnswer): string | undefined =>
  /<https?:\/\/[^/]+([^>]*)>; rel="next"/.exec(headers.link ?? '')?.[1];

/** The ids of the first targets on every page. */
async function walk(path: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer = await org.get(next);
    expect(answer.status).toBe(200);
    pages.push(targets(answer));
    next = nextOf(answer);
  }
  return pages;
}

/** Refused in the form of the System Log: an id that is a UUID, and no link. */
function expectRefusal(answer: TestAnswer, code: string, summary: string, ...causes: string[]): void {
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    errorCode: code,
    errorSummary: summary,
    errorId: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    errorCauses: causes.map((errorSummary) => ({ errorSummary })),
  });
}

describe('an event', () => {
  test('of a request is shown whole, members in the order of real ones', async () => {
    const row = write('user.account.update_profile', [user], { debugData: { changedAttributes: 'firstName' } });
    const { body } = await find();
    const nowhere = {
      city: null,
      state: null,
      country: null,
      postalCode: null,
      geolocation: { lat: null, lon: null },
    };
    const expected = {
      actor: { ...web.actor, detailEntry: null },
      client: {
        userAgent: { rawUserAgent: 'okta-sdk-nodejs/6.6.0', os: 'Unknown', browser: 'UNKNOWN' },
        zone: 'null',
        device: 'Unknown',
        id: null,
        ipAddress: '203.0.113.9',
        geographicalContext: nowhere,
      },
      device: null,
      authenticationContext: {
        authenticationProvider: null,
        credentialProvider: null,
        credentialType: null,
        issuer: null,
        interface: null,
        authenticationStep: 0,
        rootSessionId: null,
        externalSessionId: body[0].authenticationContext.externalSessionId,
      },
      displayMessage: 'Update user profile for Okta',
      eventType: 'user.account.update_profile',
      outcome: { result: 'SUCCESS', reason: null },
      published: '2026-01-15T09:30:00.000Z',
      securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
      severity: 'INFO',
      debugContext: {
        debugData: {
          requestId: 'req-1',
          requestUri: '/api/v1/users/00uJane',
          threatSuspected: 'false',
          url: '/api/v1/users/00uJane?sendEmail=false',
          changedAttributes: 'firstName',
        },
      },
      legacyEventType: 'core.user.config.profile_update.success',
      transaction: { type: 'WEB', id: 'req-1', detail: { requestApiTokenId: '00TtokenOfAda' } },
      uuid: uuidOf(row.id),
      version: '0',
      request: { ipChain: [{ ip: '203.0.113.9', geographicalContext: nowhere, version: 'V4', source: null }] },
      target: [{ ...user, detailEntry: null }],
    };
    expect(JSON.stringify(body)).toBe(JSON.stringify([expected]));
    expect(body[0].authenticationContext.externalSessionId).toMatch(/^trs[\w-]{22}$/);
  });

  test('of a job has neither client nor request', async () => {
    write('group.user_membership.add', [user, team], {}, job);
    const [event] = (await find()).body;
    expect(event.actor).toEqual({ ...job.actor, detailEntry: null });
    expect(event.client).toEqual({
      userAgent: null,
      zone: null,
      device: null,
      id: null,
      ipAddress: null,
      geographicalContext: null,
    });
    expect(event.authenticationContext.externalSessionId).toBe('unknown');
    expect(event.transaction).toEqual({ type: 'JOB', id: 'req-2', detail: {} });
    expect(event.request).toEqual({ ipChain: [] });
    expect(event.debugContext).toEqual({ debugData: {} });
  });

  test('of a failed sign-in is a warning with a name of its own in the old API', () => {
    const outcome = { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' };
    write('user.session.start', [], { outcome, severity: 'WARN' });
    const [row] = org.store.logs.all();
    expect(eventView(row as LogRow, links)).toMatchObject({
      outcome,
      severity: 'WARN',
      legacyEventType: 'core.user_auth.login_failed',
      displayMessage: 'User login to Okta',
      target: null,
    });
  });

  test.each([
    [undefined, null, 'Unknown', 'UNKNOWN', 'Unknown'],
    ['curl/8.5.0', 'curl/8.5.0', 'Unknown', 'UNKNOWN', 'Unknown'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36', undefined, 'Windows', 'CHROME', 'Computer'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0', undefined, 'Windows', 'EDGE', 'Computer'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.1) Version/17 Safari/605', undefined, 'Mac OS X', 'SAFARI', 'Computer'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Safari/604', undefined, 'iOS', 'SAFARI', 'Mobile'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0', undefined, 'Linux', 'FIREFOX', 'Computer'],
  ])('tells the client from the user agent %s', (userAgent, raw, os, browser, device) => {
    const { userAgent: _userAgent, ...rest } = web;
    const origin = userAgent === undefined ? rest : { ...rest, userAgent };
    const { client } = eventView({ id: 'log1', seq: 1, type: 'x', at: 0, origin, targets: [] }, links);
    expect(client?.userAgent).toEqual({ rawUserAgent: raw === undefined ? userAgent : raw, os, browser });
    expect(client?.device).toBe(device);
  });

  test('of an API call names the token, its owner, the program and the address that a proxy tells', async () => {
    const headers = { 'user-agent': 'tester/1', 'x-forwarded-for': '2001:db8::7, 10.0.0.1' };
    const made = await org.post('/api/v1/groups?x=1', { profile: { name: 'Logged' } }, headers);
    const [event] = (await find({ filter: `target.id eq "${made.body.id}"` })).body;
    const owner = (await org.get('/api/v1/users/me')).body;
    expect(event.eventType).toBe('group.lifecycle.create');
    expect(event.actor).toMatchObject({ id: owner.id, alternateId: owner.profile.login, displayName: 'Ada Admin' });
    expect(event.client.userAgent.rawUserAgent).toBe('tester/1');
    expect(event.request.ipChain).toEqual([expect.objectContaining({ ip: '2001:db8::7', version: 'V6' })]);
    expect(event.transaction.id).toBe(made.headers['x-okta-request-id']);
    expect(event.debugContext.debugData).toEqual({
      requestId: made.headers['x-okta-request-id'],
      requestUri: '/api/v1/groups',
      threatSuspected: 'false',
      url: '/api/v1/groups?x=1',
    });
    await org.post('/api/v1/groups', { profile: { name: 'Other' } }, { 'x-forwarded-for': 'nonsense, 10.0.0.1' });
    expect((await find({ sortOrder: 'DESCENDING', limit: 1 })).body[0].client.ipAddress).toBe('127.0.0.1');
  });

  test('has a UUID of its own', () => {
    const all = new Set<string>();
    for (let n = 0; n < 20_000; n++) all.add(uuidOf(`log${n}`));
    expect(all.size).toBe(20_000);
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const uuid of all) if (!form.test(uuid)) throw new Error(uuid);
  });

  test('names rules and tokens', () => {
    expect(ruleTarget({ id: '0pr1', name: 'Sales' } as GroupRuleRow)).toMatchObject({ type: 'PolicyRule' });
    expect(ruleTarget({ id: '0pr1', name: 'Sales' } as GroupRuleRow, 'Rule')).toEqual({
      id: '0pr1',
      type: 'Rule',
      alternateId: 'unknown',
      displayName: 'Sales',
    });
    expect(tokenTarget({ id: '00T1', name: 'Main' } as TokenRow)).toEqual({
      id: '00T1',
      type: 'Token',
      alternateId: 'unknown',
      displayName: 'Main',
    });
  });

  test('every event type has a message', () => {
    for (const [name, { message, legacy }] of Object.entries(eventTypes)) {
      expect(name).toMatch(/^[a-z_0-9]+(\.[a-z_0-9]+)+$/);
      expect(message).toMatch(/^[A-Z].*[^.\s]$/);
      expect(legacy === null || legacy.includes('.')).toBe(true);
    }
  });
});

describe('polling', () => {
  test('goes on from an empty page for ever', async () => {
    const first = await find({ limit: 2 });
    expect(first.body).toEqual([]);
    writeMany(3);
    const second = await org.get(nextOf(first) ?? '');
    expect(targets(second)).toEqual(['00u1', '00u2']);
    const third = await org.get(nextOf(second) ?? '');
    expect(targets(third)).toEqual(['00u3']);
    const fourth = await org.get(nextOf(third) ?? '');
    expect(fourth.body).toEqual([]);
    write('user.lifecycle.suspend');
    expect(types(await org.get(nextOf(fourth) ?? ''))).toEqual(['user.lifecycle.suspend']);
  });

  test('keeps the query in its links, self with the effective limit', async () => {
    write('user.lifecycle.create');
    const { link } = (await find({ q: 'jane', sortOrder: 'ASCENDING' })).headers;
    const [self, next] = (link ?? '').split(', ');
    expect(self).toBe(`<${org.url}${LOGS}?limit=100&q=jane&sortOrder=ASCENDING>; rel="self"`);
    expect(next).toMatch(/\/logs\?after=[\w]+&limit=100&q=jane&sortOrder=ASCENDING>; rel="next"$/);
  });

  test('takes a cursor without the rest of the query', async () => {
    writeMany(3);
    const first = await find({ limit: 1, since: iso(start), filter: 'eventType sw "user."' });
    const after = new URL(`http://x${nextOf(first)}`).searchParams.get('after') ?? '';
    expect(targets(await find({ after }))).toEqual(['00u2', '00u3']);
  });

  test('passes over what its filter refuses once', async () => {
    writeMany(3);
    const filter = 'eventType eq "group.lifecycle.create"';
    const first = await find({ filter });
    expect(first.body).toEqual([]);
    write('group.lifecycle.create', [team]);
    const after = new URL(`http://x${nextOf(first)}`).searchParams.get('after') ?? '';
    expect(targets(await find({ after }))).toEqual(['00gTeam']);
  });

  test('with a limit of 0 shows nothing and loses nothing', async () => {
    writeMany(2);
    const first = await find({ limit: 0 });
    expect(first.body).toEqual([]);
    const next = (nextOf(first) ?? '').replace('limit=0', 'limit=5');
    expect(targets(await org.get(next))).toEqual(['00u1', '00u2']);
  });

  test('begins seven days ago, or where it is told', async () => {
    write('user.lifecycle.create', [{ ...user, id: 'old' }]);
    org.clock.advance(7 * DAY + 1);
    write('user.lifecycle.create', [{ ...user, id: 'new' }]);
    expect(targets(await find())).toEqual(['new']);
    expect(targets(await find({ since: iso(start) }))).toEqual(['old', 'new']);
    expect(targets(await find({ since: iso(start + 1) }))).toEqual(['new']);
  });

  test('shows events in the order of writing though the clock was set back', async () => {
    writeMany(2);
    org.clock.set(start - 5000);
    write('user.lifecycle.create', [{ ...user, id: 'earlier' }]);
    const first = await find({ limit: 2 });
    expect(targets(first)).toEqual(['00u1', '00u2']);
    expect(targets(await org.get(nextOf(first) ?? ''))).toEqual(['earlier']);
    expect(targets(await find({ since: iso(start) }))).toEqual(['00u1', '00u2']);
  });

  test('begins anew when the org was reset', async () => {
    writeMany(5);
    const next = nextOf(await find()) ?? '';
    await org.reset();
    write('user.lifecycle.suspend');
    expect(types(await org.get(next))).toEqual(['user.lifecycle.suspend']);
  });
});

describe('a bounded query', () => {
  test('ends with its last page', async () => {
    writeMany(5);
    const window = { since: iso(start), until: iso(start + 4000) };
    expect(await walk(query({ ...window, limit: 2 }))).toEqual([
      ['00u1', '00u2'],
      ['00u3', '00u4'],
    ]);
    expect(await walk(query({ ...window, limit: 3 }))).toEqual([['00u1', '00u2', '00u3'], ['00u4']]);
    expect(await walk(query({ ...window, since: window.until }))).toEqual([[]]);
    expect(await walk(query({ since: window.until, until: window.since }))).toEqual([[]]);
  });

  test('goes backwards when asked, up to now', async () => {
    writeMany(5);
    expect(await walk(query({ sortOrder: 'DESCENDING', limit: 2 }))).toEqual([
      ['00u5', '00u4'],
      ['00u3', '00u2'],
      ['00u1'],
    ]);
    expect(await walk(query({ sortOrder: 'descending', until: iso(start + 2000), limit: 2 }))).toEqual([
      ['00u2', '00u1'],
    ]);
    write('user.lifecycle.suspend', [{ ...user, id: 'now' }]);
    expect(targets(await find({ sortOrder: 'DESCENDING', limit: 1 }))).toEqual(['now']);
  });

  test('walks through events of one moment', async () => {
    for (const id of ['a', 'b', 'c']) write('user.lifecycle.create', [{ ...user, id }]);
    expect(await walk(query({ until: iso(start + 1), limit: 1 }))).toEqual([['a'], ['b'], ['c']]);
    expect(await walk(query({ sortOrder: 'DESCENDING', limit: 1 }))).toEqual([['c'], ['b'], ['a']]);
  });

  test('is in the order of time though the clock was set back', async () => {
    writeMany(3);
    org.clock.set(start + 500);
    write('user.lifecycle.create', [{ ...user, id: 'between' }]);
    org.clock.set(start + 5000);
    const until = iso(start + 5000);
    const expected = [['00u1'], ['between'], ['00u2'], ['00u3']];
    expect(await walk(query({ until, limit: 1 }))).toEqual(expected);
    expect(await walk(query({ until, limit: 1, sortOrder: 'DESCENDING' }))).toEqual(expected.toReversed());
    expect(await walk(query({ since: iso(start + 400), until: iso(start + 1500) }))).toEqual([['between', '00u2']]);
  });

  test('with a limit of 0 has a next page where there is one', async () => {
    writeMany(2);
    for (const [sortOrder, ids] of [
      ['ASCENDING', ['00u1', '00u2']],
      ['DESCENDING', ['00u2', '00u1']],
    ] as const) {
      const first = await find({ limit: 0, sortOrder, until: iso(org.clock.now()) });
      expect(first.body).toEqual([]);
      const next = (nextOf(first) ?? '').replace('limit=0', 'limit=5');
      expect(targets(await org.get(next))).toEqual(ids);
    }
    expect(nextOf(await find({ limit: 0, until: iso(start) }))).toBeUndefined();
  });

  test('begins seven days before its end, and shows 90 days at most', async () => {
    write('user.lifecycle.create', [{ ...user, id: 'old' }]);
    org.clock.advance(90 * DAY);
    expect(targets(await find({ until: iso(start + 7 * DAY) }))).toEqual(['old']);
    expect(targets(await find({ until: iso(start + 7 * DAY + 1) }))).toEqual([]);
    expect(targets(await find({ since: iso(start), until: iso(start + 1) }))).toEqual(['old']);
    org.clock.advance(1);
    expect(targets(await find({ since: iso(start), until: iso(start + 1) }))).toEqual([]);
  });

  test.each([
    ['2026-01-15', 1],
    ['2026-01-16', 0],
    ['2026-01-15T09:30', 1],
    ['2026-01-15T09:30:00Z', 1],
    ['2026-01-15T09:30:00.001', 0],
    ['2026-01-15T10:30:00+01:00', 1],
    ['2026-01-15T10:30:00 01:00', 1],
    ['2026-01-15T02:30:00.000-0700', 1],
  ])('since %s', async (since, count) => {
    write('user.lifecycle.create');
    expect((await find({ since, until: '2026-02-01' })).body).toHaveLength(count);
  });

  const dates = [
    'The date format in your query is not recognized. Please enter dates using ISO8601 string format.',
    'must be a valid date-time or empty.',
  ];
  test.each(['since', 'until'])('refuses a %s that is no date', async (name) => {
    for (const value of ['yesterday', '2026-02-30', '2026-01-15T25:00:00Z', '1768469400000']) {
      expectRefusal(
        await find({ [name]: value }),
        'E0000001',
        `Api validation failed: '${name}': ${dates[0]}. '${name}': ${dates[1]}`,
        `${name}: ${dates[0]}`,
        `${name}: ${dates[1]}`,
      );
    }
    expect((await find({ [name]: '' })).status).toBe(200);
  });

  test('refuses a beginning that is too old, a wrong order, limit or cursor', async () => {
    const late = 'Invalid parameter: The since parameter is over 180 days prior to the current day.';
    expect((await find({ since: iso(start - 180 * DAY) })).status).toBe(200);
    expectRefusal(await find({ since: iso(start - 180 * DAY - 1) }), 'E0000053', late);
    const order = 'must be ASCENDING or DESCENDING.';
    expectRefusal(
      await find({ sortOrder: 'upwards' }),
      'E0000001',
      `Api validation failed: 'sortOrder': ${order}`,
      `sortOrder: ${order}`,
    );
    for (const limit of [-1, 1001]) {
      const text = 'must be between 0 and 1000.';
      expectRefusal(await find({ limit }), 'E0000001', `Api validation failed: 'limit': ${text}`, `limit: ${text}`);
    }
    expect((await find({ limit: 1000 })).status).toBe(200);
    for (const after of ['x', '1_', '_1', '1_2_3', '1_-2', `1_${'9'.repeat(30)}`, '1768469400000']) {
      expectRefusal(await find({ after }), 'E0000029', 'Invalid paging request.', 'Invalid cursor.');
    }
    expect((await find({ limit: 'many' })).status).toBe(400);
  });
});

describe('a filter', () => {
  beforeEach(() => {
    write('user.lifecycle.create', [user], { debugData: { note: 'first' } });
    write('group.user_membership.add', [user, team], {}, job);
    write('user.session.start', [], { outcome: { result: 'FAILURE', reason: 'LOCKED_OUT' }, severity: 'WARN' });
  });

  test.each<[string, number[]]>([
    ['eventType eq "user.lifecycle.create"', [0]],
    ['event_type eq "user.lifecycle.create"', [0]],
    ['legacy_event_type co "login_failed" or display_message sw "Add user"', [1, 2]],
    ['eventType ne "user.lifecycle.create"', [1, 2]],
    ['target.id eq "00uJane" and target.id eq "00gTeam"', [1]],
    ['target.type eq "UserGroup"', [1]],
    ['not (target pr)', [2]],
    ['target.displayName co "west"', [1]],
    ['outcome.result eq "FAILURE" and severity eq "WARN"', [2]],
    ['outcome.reason pr', [2]],
    ['actor.type eq "SystemPrincipal"', [1]],
    ['client.ipAddress eq "203.0.113.9"', [0, 2]],
    ['transaction.type eq "JOB"', [1]],
    ['transaction.detail.requestApiTokenId eq "00TtokenOfAda"', [0, 2]],
    ['debugContext.debugData.requestUri eq "/api/v1/users/00uJane"', [0, 2]],
    ['debugContext.debugData.note eq "first"', [0]],
    ['debugContext.debugData.constructor pr', []],
    ['debugContext.debugData.url sw "/api/v1/users"', [0, 2]],
    ['device pr or client.geographicalContext.city pr or securityContext.isProxy pr', []],
    ['authenticationContext.authenticationStep lt 1', [0, 1, 2]],
    ['eventType ew ".create" or eventType ew ".add"', [0, 1]],
  ])('%s', async (filter, expected) => {
    const all = ['user.lifecycle.create', 'group.user_membership.add', 'user.session.start'];
    expect(types(await find({ filter }))).toEqual(expected.map((n) => all[n]));
  });

  test.each([
    [
      'display_message eqq "Create okta user"',
      'E0000053',
      `Invalid filter 'display_message eqq "Create okta user"': Unrecognized attribute operator 'eqq' at position 16. Expected: eq,co,sw,pr,gt,ge,lt,le`,
    ],
    ['some_invalid_field eq "x"', 'E0000053', 'field is not valid: some_invalid_field'],
    ['published gt "2026-01-01T00:00:00.000Z"', 'E0000053', 'field is not valid: published'],
    ['target eqs', 'E0000053', undefined],
    ['debugContext.debugData eq "x"', 'E0000053', 'field is not valid: debugContext.debugData'],
    [
      'debugContext.debugData.url co "users"',
      'E0000031',
      'The supplied combination of operator and field is not currently supported. Operator: co, Field: debugContext.debugData.url',
    ],
    [
      'debugContext.debugData.requestUri CO "users"',
      'E0000031',
      'The supplied combination of operator and field is not currently supported. Operator: co, Field: debugContext.debugData.requestUri',
    ],
    ['eventType eq', 'E0000053', `Invalid filter 'eventType eq': Unexpected end at position 12.`],
    ['target[id eq "x"]', 'E0000053', `Invalid filter 'target[id eq "x"]': Unexpected '[' at position 6.`],
    [
      'eventType gt true',
      'E0000053',
      `Invalid filter 'eventType gt true': Unsupported value for 'eventType' at position 0.`,
    ],
  ])('refuses %s', async (filter, code, summary) => {
    const answer = await find({ filter });
    expectRefusal(answer, code, summary ?? answer.body.errorSummary);
  });
});

describe('keywords', () => {
  beforeEach(() => {
    write('user.lifecycle.create', [user]);
    write('group.user_membership.add', [team], { debugData: { nested: { deep: ['Purple Rain'] } } }, job);
  });

  test.each<[string, number[]]>([
    ['jane', [0]],
    ['JANE doe', [0]],
    ['jan', []],
    ['jane@acme.example', [0]],
    ['acme', []],
    ['north-west', [1]],
    ['north', [1]],
    ['west team', [1]],
    ['orth-west', []],
    ['jane team', []],
    ['user.lifecycle.create', [0]],
    ['purple', [1]],
    ['system@okta.com', [1]],
    ['203.0.113.9', [0]],
    ['req', [0, 1]],
    ['2026-01-15T09:30:00.000Z', [0, 1]],
    ['okta-sdk-nodejs/6.6.0', [0]],
    ['okta', [0, 1]],
    ['', [0, 1]],
    ['   ', [0, 1]],
  ])('%j', async (q, expected) => {
    expect(types(await find({ q }))).toEqual(
      expected.map((n) => ['user.lifecycle.create', 'group.user_membership.add'][n]),
    );
  });

  test('the UUID and its parts', async () => {
    const { uuid } = (await find()).body[0];
    expect(types(await find({ q: uuid.toUpperCase() }))).toEqual(['user.lifecycle.create']);
    expect(types(await find({ q: uuid.slice(0, 8) }))).toEqual(['user.lifecycle.create']);
    expect(types(await find({ q: uuid.slice(0, 7) }))).toEqual([]);
  });

  test('refuses too many and too long ones', async () => {
    const long =
      'Freeform search cannot contain items longer than 40 characters. Please shorten the items in your search or use an advanced filter to query by specific fields.';
    expectRefusal(
      await find({ q: `jane ${'x'.repeat(41)}` }),
      'E0000001',
      `Api validation failed: 'q': ${long}`,
      `q: ${long}`,
    );
    expect((await find({ q: 'x'.repeat(40) })).status).toBe(200);
    const many = 'Freeform search cannot contain more than 10 items.';
    const q = Array.from({ length: 11 }, (_, n) => `word${n}`).join(' ');
    expectRefusal(await find({ q }), 'E0000001', `Api validation failed: 'q': ${many}`, `q: ${many}`);
    expect((await find({ q: q.slice(0, -7) })).status).toBe(200);
  });
});

const word = fc.constantFrom('a', 'Bee', 'x-y', 'dead-beef', '7', 'jane@acme.example');
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const target: fc.Arbitrary<LogTarget> = fc.record(
  {
    id: word,
    type: fc.constantFrom('User', 'UserGroup'),
    alternateId: phrase,
    displayName: phrase,
    detailEntry: fc.option(fc.record({ signOnModeType: word })),
  },
  { requiredKeys: ['id', 'type', 'alternateId', 'displayName'] },
);
const origin: fc.Arbitrary<LogOrigin> = fc.record(
  {
    actor: target,
    requestId: word,
    tokenId: word,
    ip: fc.constantFrom('10.0.0.1', '::1'),
    userAgent: fc.constantFrom('curl/8', 'Mozilla/5.0 (X11; Linux) Firefox/120.0'),
    url: fc.constantFrom('/api/v1/users', '/api/v1/users?limit=1'),
  },
  { requiredKeys: ['actor', 'requestId'] },
);
/** Rows as requests and jobs write them: a job has no token, address or program. */
const row: fc.Arbitrary<LogRow> = fc
  .record(
    {
      id: fc.string({ minLength: 20, maxLength: 20 }),
      seq: fc.nat(),
      type: fc.constantFrom('user.lifecycle.create', 'user.session.start', 'made.up'),
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      origin,
      targets: fc.array(target, { maxLength: 3 }),
      outcome: fc.record({ result: fc.constantFrom('SUCCESS', 'FAILURE'), reason: fc.option(phrase) }),
      severity: fc.constantFrom('INFO', 'WARN'),
      debugData: fc.dictionary(fc.constantFrom('url', 'note', 'requestId', 'other'), phrase),
    },
    { requiredKeys: ['id', 'seq', 'type', 'at', 'origin', 'targets'] },
  )
  .map((value) => {
    const { actor, requestId, url } = value.origin;
    return (url === undefined ? { ...value, origin: { actor, requestId } } : value) as LogRow;
  });

/** What stands at a path of a shown event: every value, lists opened. */
function valuesAt(value: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, names));
  const [name, ...rest] = names;
  if (name === undefined) return value === null || value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[name], rest);
}

/** Every path to a value that is neither an object nor a list. */
function pathsOf(value: unknown, prefix: string): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => pathsOf(element, prefix));
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member, prefix ? `${prefix}.${name}` : name));
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

describe('the stored row', () => {
  test('answers a filter on every path as the shown event would', () => {
    fc.assert(
      fc.property(row, (stored) => {
        const shown = JSON.parse(JSON.stringify(eventView(stored, links)));
        for (const path of pathsOf(shown, '')) {
          if (path === 'published') continue;
          const values = valuesAt(shown, path.split('.'));
          const passes = (rest: string): boolean => compileFilter(`${path} ${rest}`, logFilter).test(stored);
          expect([path, passes('pr')]).toEqual([path, values.some((value) => value !== '')]);
          for (const value of values) {
            if (typeof value !== 'object') expect([path, passes(`eq ${JSON.stringify(value)}`)]).toEqual([path, true]);
          }
          expect(passes('eq "nowhere to be found"')).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('answers keywords as the shown event would', () => {
    fc.assert(
      fc.property(row, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), word, (stored, picks, other) => {
        const words = textsOf(eventView(stored, links)).flatMap((text) => {
          const whole = text.toLowerCase().split(/\s+/).filter(Boolean);
          return [...whole, ...whole.flatMap((part) => part.split('-')).filter(Boolean)];
        });
        const picked = picks.map((n) => words[n % words.length] ?? '').filter((text) => text.length <= 40);
        expect([picked, keywordTest(picked.join(' '))(stored)]).toEqual([picked, true]);
        for (const made of [other, `${other}x`, other.slice(1)]) {
          const holds = made.split(/\s+/).every((part) => part === '' || words.includes(part.toLowerCase()));
          expect([made, keywordTest(made)(stored)]).toEqual([made, holds]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no filter, keyword or window breaks the log', async () => {
    write('user.lifecycle.create');
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      ' eq ',
      'actor.id',
      'a_b',
      ' pr',
      ' and ',
      '\\',
      'é',
      '2026-01-15',
      '+',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('filter', 'q', 'since', 'until', 'after', 'limit', 'sortOrder'),
        text,
        async (name, value) => {
          const { status, body } = await find({ [name]: value });
          expect([value, [200, 400].includes(status)]).toEqual([value, true]);
          if (status === 400) expect(body.errorCode).toMatch(/^E0000/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a refusal is an OktaError of the log form', () => {
  try {
    compileFilter('x', logFilter);
    throw new Error('accepted');
  } catch (error) {
    expect(error).toBeInstanceOf(OktaError);
    expect((error as OktaError).details.form).toBe('log');
  }
});
