import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { EventDetails } from '../../contract/context.js';
import { logRow } from '../../objects/logs/origin.js';
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/logs.js';
import type { TestAnswer, TestOrg } from './org.js';

export const LOGS = '/api/v1/logs';
export const DAY = 24 * 60 * 60 * 1000;

export const user: LogTarget = {
  id: '00uJane',
  type: 'User',
  alternateId: 'jane@acme.example',
  displayName: 'Jane Doe',
};
export const team: LogTarget = {
  id: '00gTeam',
  type: 'UserGroup',
  alternateId: 'unknown',
  displayName: 'North-West Team',
};
export const web: LogOrigin = {
  actor: { id: '00uAda', type: 'User', alternateId: 'ada@acme.example', displayName: 'Ada Admin' },
  requestId: 'req-1',
  tokenId: '00TtokenOfAda',
  ip: '203.0.113.9',
  userAgent: 'okta-sdk-nodejs/6.6.0',
  url: '/api/v1/users/00uJane?sendEmail=false',
};
export const job: LogOrigin = {
  actor: { id: 'system', type: 'SystemPrincipal', alternateId: 'system@okta.com', displayName: 'Okta System' },
  requestId: 'req-2',
};

/** The path of a query with these members. */
export const query = (values: Record<string, string | number>): string =>
  `${LOGS}?${Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

export const iso = (ms: number): string => new Date(ms).toISOString();

/** The ids of the first targets of the events of an answer. */
export const targets = (answer: TestAnswer): string[] =>
  answer.body.map((event: { target: { id: string }[] | null }) => event.target?.[0]?.id);

/** The types of the events of an answer. */
export const types = (answer: TestAnswer): string[] =>
  answer.body.map((event: { eventType: string }) => event.eventType);

/** The path behind `rel="next"`. */
export const nextOf = ({ headers }: TestAnswer): string | undefined =>
  /<https?:\/\/[^/]+([^>]*)>; rel="next"/.exec(headers.link ?? '')?.[1];

/** Writes and reads the log of an org. */
export function logsOf(org: TestOrg) {
  /** Writes an event at the clock's time. */
  const write = (
    type: string,
    of: readonly LogTarget[] = [user],
    details: EventDetails = {},
    origin: LogOrigin = web,
  ): LogRow =>
    org.sandbox.org.store.transaction(() => org.store.logs.insert(logRow(type, of, details, origin, org.clock.now())));
  return {
    write,
    /** Writes events a second apart, named by their numbers. */
    writeMany(count: number): void {
      for (let n = 1; n <= count; n++) {
        write('user.lifecycle.create', [{ ...user, id: `00u${n}` }]);
        org.clock.advance(1000);
      }
    },
    find: (values: Record<string, string | number> = {}): Promise<TestAnswer> => org.get(query(values)),
    /** The ids of the first targets on every page. */
    async walk(path: string): Promise<string[][]> {
      const pages: string[][] = [];
      for (let next: string | undefined = path; next !== undefined; ) {
        const answer = await org.get(next);
        expect(answer.status).toBe(200);
        pages.push(targets(answer));
        next = nextOf(answer);
      }
      return pages;
    },
  };
}

export const word = fc.constantFrom('a', 'Bee', 'x-y', 'dead-beef', '7', 'jane@acme.example');
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
    sessionId: fc.constantFrom('102aBc', 'unknown'),
    ip: fc.constantFrom('10.0.0.1', '::1'),
    zone: fc.constantFrom('Office', 'Office, North-West'),
    userAgent: fc.constantFrom('curl/8', 'Mozilla/5.0 (X11; Linux) Firefox/120.0'),
    url: fc.constantFrom('/api/v1/users', '/api/v1/users?limit=1'),
  },
  { requiredKeys: ['actor', 'requestId'] },
);

/** Rows as requests and jobs write them: a job has no token, address or program. */
export const row: fc.Arbitrary<LogRow> = fc
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
