import { beforeEach, describe, expect, test } from '@jest/globals';
import { OktaError } from '../../contract/errors.js';
import { DAY, iso, job, logsOf, nextOf, query, targets, team, types, user } from '../support/logs.js';
import { suiteOrg } from '../support/org.js';
import { expectLogRefusal } from '../support/refused.js';

const org = suiteOrg();
let start: number;
beforeEach(() => {
  start = org.clock.now();
});

const { write, writeMany, find, walk } = logsOf(org);

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

  test.each(['since', 'until'])('refuses a %s that is no date', async (name) => {
    for (const value of ['yesterday', '2026-02-30', '2026-01-15T25:00:00Z', '1768469400000']) {
      expectLogRefusal(await find({ [name]: value }), 'E0000030', new OktaError('E0000030').summary);
    }
    expect((await find({ [name]: '' })).status).toBe(200);
  });

  test('takes a beginning of any age, as clients send it that ask for everything', async () => {
    expect((await find({ since: '2018-01-01T00:00:00Z' })).status).toBe(200);
  });

  test('refuses a wrong order, limit or cursor', async () => {
    const order = 'must be ASCENDING or DESCENDING.';
    expectLogRefusal(
      await find({ sortOrder: 'upwards' }),
      'E0000001',
      `Api validation failed: 'sortOrder': ${order}`,
      `sortOrder: ${order}`,
    );
    for (const limit of [-1, 1001]) {
      const text = 'must be between 0 and 1000.';
      expectLogRefusal(await find({ limit }), 'E0000001', `Api validation failed: 'limit': ${text}`, `limit: ${text}`);
    }
    expect((await find({ limit: 1000 })).status).toBe(200);
    for (const after of ['x', '1_', '_1', '1_2_3', '1_-2', `1_${'9'.repeat(30)}`, '1768469400000']) {
      expectLogRefusal(await find({ after }), 'E0000029', 'Invalid paging request.', 'Invalid cursor.');
    }
    const many = "Type mismatch exception.  The parameter 'limit' takes a value of type integer; 'many' is none.";
    expectLogRefusal(await find({ limit: 'many' }), 'E0000037', many);
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
    expectLogRefusal(answer, code, summary ?? answer.body.errorSummary);
  });
});
