import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventTypes } from '../../contract/event-table.js';
import { Links } from '../../contract/links.js';
import { ruleTarget } from '../../objects/logs/targets.js';
import { uuidOf } from '../../objects/logs/uuid.js';
import { eventView } from '../../objects/logs/view.js';
import type { GroupRuleRow } from '../../store/rows/groups.js';
import type { LogRow } from '../../store/rows/logs.js';
import { DAY, iso, job, LOGS, logsOf, nextOf, targets, team, types, user, web } from '../support/logs.js';
import { suiteOrg } from '../support/org.js';

const links = new Links('https://sandbox.example');

const org = suiteOrg();
let start: number;
beforeEach(() => {
  start = org.clock.now();
});

const { write, writeMany, find } = logsOf(org);

const nowhere = {
  city: null,
  state: null,
  country: null,
  postalCode: null,
  geolocation: { lat: null, lon: null },
};

const signedInBy = {
  authenticationProvider: null,
  credentialProvider: null,
  credentialType: null,
  issuer: null,
  interface: null,
  authenticationStep: 0,
  rootSessionId: null,
};

/** The event of a profile change by a request, members in the order of real ones. */
function shownInFull(uuid: string, externalSessionId: string): object {
  return {
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
    authenticationContext: { ...signedInBy, externalSessionId },
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
    uuid,
    version: '0',
    request: { ipChain: [{ ip: '203.0.113.9', geographicalContext: nowhere, version: 'V4', source: null }] },
    target: [{ ...user, detailEntry: null }],
  };
}

describe('an event', () => {
  test('of a request is shown whole, members in the order of real ones', async () => {
    const row = write('user.account.update_profile', [user], { debugData: { changedAttributes: 'firstName' } });
    const { body } = await find();
    const expected = shownInFull(uuidOf(row.id), body[0].authenticationContext.externalSessionId);
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

  test('names rules as the event wants it', () => {
    expect(ruleTarget({ id: '0pr1', name: 'Sales' } as GroupRuleRow)).toMatchObject({ type: 'PolicyRule' });
    expect(ruleTarget({ id: '0pr1', name: 'Sales' } as GroupRuleRow, 'Rule')).toEqual({
      id: '0pr1',
      type: 'Rule',
      alternateId: 'unknown',
      displayName: 'Sales',
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

  test('keeps the query in its links as it was asked, and puts the cursor last', async () => {
    write('user.lifecycle.create');
    const { link } = (await find({ q: 'jane', sortOrder: 'ASCENDING' })).headers;
    const [self, next] = (link ?? '').split(', ');
    expect(self).toBe(`<${org.url}${LOGS}?q=jane&sortOrder=ASCENDING>; rel="self"`);
    expect(next).toMatch(/\/logs\?q=jane&sortOrder=ASCENDING&after=[\w]+>; rel="next"$/);
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
