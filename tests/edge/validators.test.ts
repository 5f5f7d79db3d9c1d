import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OperationId } from '../../contract/routes.js';
import { match } from '../../server/router.js';
import { strictFor } from '../../server/strict/validator.js';
import { coerceQuery, loadValidators, type Validator } from '../../server/validate.js';
import { bodies, jsonOperations, routeOf, wrongBodies } from '../support/contract-arbitrary.js';

const SEED = 20_261_124;

async function compiled(id: OperationId): Promise<Validator> {
  const validator = (await loadValidators(routeOf(id).group))[id];
  if (!validator) throw new Error(`${id} has no validator`);
  return validator;
}

const urlOf = (id: OperationId): string => routeOf(id).path.replace(/:\w+/g, 'x');

const strictly = (id: OperationId, body: unknown): Promise<readonly string[]> =>
  strictFor(id).request({ url: urlOf(id), headers: {}, body });

/** Bodies of an operation from an arbitrary, as JSON carries them. */
const sample = (arbitrary: fc.Arbitrary<unknown> | undefined, numRuns: number): unknown[] =>
  fc
    .sample(arbitrary ?? fc.constant(undefined), { seed: SEED, numRuns })
    .map((value) => JSON.parse(JSON.stringify(value)));

/** Where the compiled validators take what the reference refuses: handlers answer for these in Okta's words. */
const lenient = [
  /must be equal to one of the allowed values/,
  /must match format "(date-time|int32|double)"/,
  /must NOT have duplicate items/,
];

describe('compiled validators', () => {
  test('need nothing at run time', () => {
    const folder = new URL('../../generated/validators/', import.meta.url);
    const files = readdirSync(folder);
    expect(files).toHaveLength(26);
    for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/\brequire\(|^import\b/m);
  });

  test('cover every operation with a JSON body', async () => {
    expect(jsonOperations.length).toBeGreaterThan(70);
    for (const id of jsonOperations) await compiled(id);
  });

  test('take null and unknown members, and what only answers show', async () => {
    const createUser = await compiled('createUser');
    expect(createUser({ profile: { email: null, zz: [1] }, zz: {}, groupIds: null })).toBe(true);
    expect((await compiled('updateUser'))({ id: 1, status: [], _links: 'x', created: {} })).toBe(true);
  });

  test.each([null, [], 'x', 3, true])('refuse %j as a body', async (body) => {
    for (const id of jsonOperations) expect([id, (await compiled(id))(body)]).toEqual([id, false]);
  });

  test('refuse what nests without end, and look at no prototype', async () => {
    const createUser = await compiled('createUser');
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(createUser({ zz: deep })).toBe(false);
    expect(createUser(deep)).toBe(false);
    expect(createUser(JSON.parse('{"__proto__":{"profile":1},"constructor":1}'))).toBe(true);
  });
});

describe('compiled and reference validators', () => {
  test.each(jsonOperations)('agree on the bodies of %s', async (id) => {
    const fits = await compiled(id);
    for (const body of sample(bodies(routeOf(id)), 6)) {
      expect({ body, fits: fits(body), strict: await strictly(id, body) }).toEqual({ body, fits: true, strict: [] });
    }
    for (const body of sample(wrongBodies(routeOf(id)), 12)) {
      expect({ body, fits: fits(body), problems: (await strictly(id, body)).length > 0 }).toEqual({
        body,
        fits: false,
        problems: true,
      });
    }
    for (const body of sample(bodies(routeOf(id), 'loose'), 6)) {
      expect(fits(body)).toBe(true);
      for (const problem of await strictly(id, body)) expect(lenient.some((known) => known.test(problem))).toBe(true);
    }
  });

  test('agree on the query, but for empty values, capitals and numbers in other notations', async () => {
    const search = fc.constantFrom('5', '-1', 'abc', '1.5', 'true', 'false', 'yes', 'NaN');
    const names = {
      listUsers: 'limit',
      getLogs: 'limit',
      createUser: 'activate',
      forgotPassword: 'sendEmail',
    } as const;
    for (const [id, name] of Object.entries(names) as [keyof typeof names, string][]) {
      for (const value of fc.sample(search, { seed: SEED, numRuns: 20 })) {
        const coerces = (): unknown => coerceQuery(routeOf(id), `${name}=${value}`);
        const request = {
          url: `${urlOf(id)}?${name}=${value}`,
          headers: {},
          body: routeOf(id).body === 'none' ? undefined : {},
        };
        const problems = await strictFor(id).request(request);
        if (problems.length > 0) expect(coerces).toThrow(`'${value}'`);
        else expect(coerces).not.toThrow();
      }
    }
    expect(() => coerceQuery(routeOf('listUsers'), 'limit=0x10')).toThrow("'0x10'");
    expect(coerceQuery(routeOf('createUser'), 'activate=TRUE&provider=')).toEqual({
      activate: true,
      provider: undefined,
    });
  });
});

describe('the reference validator', () => {
  test('finds what is wrong with a request', async () => {
    const problems = await strictFor('createGroup').request({
      url: '/api/v1/groups',
      headers: {},
      body: { profile: 'x' },
    });
    expect(problems).toEqual(['/body/profile must be object']);
    expect(await strictly('createGroup', undefined)).toEqual(['/body is required']);
    expect(await strictly('createGroup', null)).toEqual(['/body must be object']);
  });

  test('leaves the body that it looks at as it is', async () => {
    const body = Object.freeze({ conditions: Object.freeze({}) });
    expect(await strictly('createPolicyRule', body)).toEqual([]);
    expect(body).toEqual({ conditions: {} });
  });

  test('takes the path as clients write it', async () => {
    const url = '/api/v1//users/?limit=5&filter=status eq "ACTIVE"&q=&zz=1';
    expect(await strictFor('listUsers').request({ url, headers: {}, body: undefined })).toEqual([]);
  });

  test.each([
    ['a right answer', 200, { id: 'x', type: 'OKTA_GROUP', created: '2026-01-06T09:19:35.000Z', profile: null }, []],
    ['a wrong type', 200, { id: 3 }, ['/response/id must be string']],
    [
      'a wrong value',
      200,
      { type: 'x' },
      ['/response/type must be equal to one of the allowed values: OKTA_GROUP, APP_GROUP, BUILT_IN, '],
    ],
    ['a status that is not the operation’s', 204, undefined, ['/response the contract has no status 204']],
    ['no body', 200, undefined, ['/response has no body, the contract has application/json']],
    [
      'a refusal',
      404,
      { errorCode: 'E0000007', errorSummary: 's', errorId: 'oae', errorLink: null, errorCauses: [] },
      [],
    ],
    [
      'a refusal without its code',
      404,
      { errorSummary: 's', errorId: 'oae' },
      ["/response/errorCode must have required property 'errorCode'"],
    ],
    ['a refusal without a body', 403, undefined, []],
  ])('judges %s', async (_, status, body, problems) => {
    expect(await strictFor('getGroup').answer(status, body)).toEqual(problems);
  });

  test('knows answers without a body', async () => {
    expect(await strictFor('deleteGroup').answer(204, undefined)).toEqual([]);
    expect(await strictFor('deleteGroup').answer(204, {})).toEqual(['/response has a body, the contract has none']);
  });
});

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string | null;
  readonly status: number;
  readonly requestBody: unknown;
}

const recordings = process.env.MOCKTA_RECORDINGS;

if (recordings !== undefined)
  test('take every recorded body that Okta took', async () => {
    const lines = gunzipSync(readFileSync(join(recordings, 'open.jsonl.gz')))
      .toString()
      .split('\n')
      .filter(Boolean);
    const exchanges = lines.flatMap((line) => (JSON.parse(line) as { exchanges: Exchange[] }).exchanges);
    const taken = exchanges.filter(
      ({ status, requestBody }) => status < 300 && requestBody !== null && requestBody !== '',
    );
    let checked = 0;
    for (const { method, path, query, requestBody } of taken) {
      const found = match(method, path, query ?? '');
      if (!found || 'methods' in found || 'consumes' in found.route) continue;
      const fits = (await loadValidators(found.route.group))[found.route.operationId];
      if (fits && !fits(requestBody)) throw new Error(`${found.route.operationId} ${JSON.stringify(requestBody)}`);
      checked++;
    }
    expect(checked).toBeGreaterThan(100);
  });
