import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { routes } from '../../generated/routes.js';
import { type TestAnswer, type TestOrg, testOrg } from '../support/org.js';

// Everything of a company that can be deleted goes, in two orders: what named it must answer all the same.

const patternsOf = (method: string): readonly string[] => routes.filter((r) => r.method === method).map((r) => r.path);
const [gets, deletes, posts] = ['get', 'delete', 'post'].map(patternsOf) as [string[], string[], string[]];
const TYPES = ['OKTA_SIGN_ON', 'PASSWORD', 'MFA_ENROLL', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT', 'IDP_DISCOVERY'];
/** Images and sessions are no things that others name; the log only grows. */
const SKIPPED = /\/(?:logo|favicon|background-image|sessions|logs)(?:\/|$)/;

/** A place in the API: a path, and the contract's pattern for it. */
type Place = readonly [pattern: string, path: string];

/** Places one step below: by literal parts as they are, by a parameter for each item of the list that was answered. */
function below([pattern, path]: Place, items: readonly Record<string, unknown>[]): Place[] {
  const depth = pattern.split('/').length;
  const next = new Set(
    [...gets, ...deletes].filter((one) => one.startsWith(`${pattern}/`)).map((one) => one.split('/')[depth]),
  );
  return [...next].flatMap((part = ''): Place[] => {
    if (!part.startsWith(':')) return [[`${pattern}/${part}`, `${path}/${part}`]];
    const names = items.map((item) => item.kid ?? item.id ?? item.name).filter((name) => typeof name === 'string');
    return names.slice(0, 12).map((name): Place => [`${pattern}/${part}`, `${path}/${encodeURIComponent(name)}`]);
  });
}

/** Reads everything that the API shows. @returns what is no answer, and the paths that can be deleted */
async function readAll(org: TestOrg): Promise<{ readonly faults: string[]; readonly deletable: Place[] }> {
  const faults: string[] = [];
  const deletable: Place[] = [];
  const open: Place[] = [['/api/v1', '/api/v1']];
  for (let place = open.shift(); place; place = open.shift()) {
    const [pattern, path] = place;
    if (SKIPPED.test(path)) continue;
    const queries = path === '/api/v1/policies' ? TYPES.map((type) => `?type=${type}`) : [''];
    const answers = gets.includes(pattern) ? await Promise.all(queries.map((query) => org.get(path + query))) : [];
    faults.push(...answers.filter(({ status }) => status >= 500).map(({ status }) => `${status} ${path}`));
    if (deletes.includes(pattern)) deletable.push(place);
    open.push(
      ...below(
        place,
        answers.flatMap(({ body }) => (Array.isArray(body) ? body : [])),
      ),
    );
  }
  return { faults, deletable };
}

/** Deletes what a path names, and what has to be out of use before it. */
async function remove(org: TestOrg, [pattern, path]: Place): Promise<TestAnswer> {
  const turn = `${pattern}/lifecycle/deactivate`;
  if (posts.includes(turn)) await org.post(path + turn.slice(pattern.length));
  return org.delete(path);
}

test.each(['first to last', 'last to first'])(
  'all that can be deleted, %s, leaves nothing that cannot be read',
  async (order) => {
    const data = mkdtempSync(join(tmpdir(), 'mockta-removals-'));
    const org = await testOrg({ seed: 'acme', data });
    const { id: own } = (await org.get('/api/v1/users/me')).body;
    const { deletable } = await readAll(org);
    const places = deletable.filter(([, path]) => !path.includes(own) && !path.includes('/users/me'));
    if (order === 'last to first') places.reverse();
    const counts = new Map<number, number>();
    for (const place of places) {
      const { status } = await remove(org, place);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect([...counts.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(counts.get(204) ?? 0).toBeGreaterThan(50);
    const hash = org.hash();
    expect((await readAll(org)).faults).toEqual([]);
    expect(org.hash()).toBe(hash);
    await org.close();
    const again = await testOrg({ seed: 'acme', data });
    expect(again.hash()).toBe(hash);
    expect((await readAll(again)).faults).toEqual([]);
    await again.close();
    rmSync(data, { recursive: true });
  },
  120_000,
);
