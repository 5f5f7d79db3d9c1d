import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

/** A list as it should be: names in order, the default left out. */
type Model = string[];

type Step =
  | { readonly do: 'create'; readonly at: number | undefined }
  | { readonly do: 'move'; readonly which: number; readonly to: number }
  | { readonly do: 'delete' | 'deactivate' | 'activate'; readonly which: number };

const place = fc.integer({ min: -1, max: 9 });
const which = fc.nat({ max: 99 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('create' as const), at: fc.option(place, { nil: undefined }) }),
  fc.record({ do: fc.constant('move' as const), which, to: place }),
  fc.record({ do: fc.constantFrom('delete' as const, 'deactivate' as const, 'activate' as const), which }),
);

/** A list of the org: where it stands, and what is sent for an item of this name. */
interface List {
  readonly path: string;
  readonly shown: string;
  body(name: string): object;
}

const insertAt = (model: Model, name: string, at: number | undefined): Model => {
  const index = at === undefined ? model.length : Math.min(Math.max(at - 1, 0), model.length);
  return [...model.slice(0, index), name, ...model.slice(index)];
};

/** Walks a list by random steps, and compares what the org shows after each with the model. */
async function walk(list: List, steps: readonly Step[]): Promise<void> {
  let model: Model = [];
  const ids = new Map<string, string>();
  const off = new Set<string>();
  for (const [n, one] of steps.entries()) {
    const name = one.do === 'create' ? `n${n}` : model[one.which % Math.max(model.length, 1)];
    if (name === undefined) continue;
    const path = `${list.path}/${ids.get(name)}`;
    if (one.do === 'create') {
      const { status, body } = await org.post(list.path, { ...list.body(name), priority: one.at });
      expect(status).toBe(200);
      ids.set(name, body.id);
      model = insertAt(model, name, one.at);
      expect(body.priority).toBe(model.indexOf(name) + 1);
    } else if (one.do === 'move') {
      const { body } = await org.put(path, { ...list.body(name), priority: one.to });
      model = insertAt(
        model.filter((other) => other !== name),
        name,
        one.to,
      );
      expect(body.priority).toBe(model.indexOf(name) + 1);
    } else if (one.do === 'delete') {
      expect((await org.delete(path)).status).toBe(204);
      model = model.filter((other) => other !== name);
    } else {
      expect((await org.post(`${path}/lifecycle/${one.do}`)).status).toBe(204);
      if (one.do === 'deactivate') off.add(name);
      else off.delete(name);
    }
  }
  const { body } = await org.get(list.shown);
  const custom = body.filter((item: { system: boolean }) => !item.system);
  expect(custom.map((item: { name: string }) => item.name)).toEqual(model);
  for (const item of custom) expect(item.status).toBe(off.has(item.name) ? 'INACTIVE' : 'ACTIVE');
  expect(body.map((item: { priority: number }) => item.priority)).toEqual(body.map((_: unknown, i: number) => i + 1));
  expect(body.findIndex((item: { system: boolean }) => item.system)).toBe(body.length - 1);
}

const clear = async (list: List): Promise<void> => {
  for (const { id, system } of (await org.get(list.shown)).body) if (!system) await org.delete(`${list.path}/${id}`);
};

describe('a list of priorities', () => {
  let rules: List;

  beforeEach(async () => {
    const [policy] = (await org.get('/api/v1/policies?type=OKTA_SIGN_ON')).body;
    const path = `/api/v1/policies/${policy.id}/rules`;
    const signon = { access: 'ALLOW' };
    rules = { path, shown: path, body: (name) => ({ name, type: 'SIGN_ON', actions: { signon } }) };
  });

  const walks = (list: () => List) =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 9 }), async (steps) => {
        await walk(list(), steps);
        await clear(list());
      }),
      { numRuns: 1000 },
    );

  test('of policies agrees with its model in 1,000 random walks', async () => {
    const list: List = {
      path: '/api/v1/policies',
      shown: '/api/v1/policies?type=PASSWORD',
      body: (name) => ({ name, type: 'PASSWORD' }),
    };
    await walks(() => list);
  }, 120_000);

  test('of rules agrees with its model in 1,000 random walks', () => walks(() => rules), 120_000);
});

describe('the rules of an authentication policy', () => {
  /** What was recorded: a taken number moves its holder on, and whoever follows without a gap; a rule holds its own. */
  const take = (model: ReadonlyMap<string, number>, name: string, at: number | undefined): Map<string, number> => {
    const others = new Map([...model].filter(([other]) => other !== name));
    const next = Math.max(-1, ...others.values()) + 1;
    const slot = at === undefined ? next : Math.max(at, 0);
    let gap = slot;
    while ([...model.values()].includes(gap)) gap += 1;
    const moved = [...others].map(([other, n]) => [other, n >= slot && n < gap ? n + 1 : n] as const);
    return new Map([...moved, [name, slot]]);
  };

  test('move those behind on where one is sent with the number that it has', async () => {
    const { body: policy } = await org.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'Sent back' });
    const path = `/api/v1/policies/${policy.id}/rules`;
    const rule = (n: number) => ({ name: `n${n}`, type: 'ACCESS_POLICY', priority: n });
    const ids: string[] = [];
    for (const n of [1, 2, 4]) ids.push((await org.post(path, rule(n))).body.id);
    const lastUpdated = async (n: number) => (await org.get(`${path}/${ids[n]}`)).body.lastUpdated;
    const [moved, stayed] = [await lastUpdated(1), await lastUpdated(2)];
    org.clock.advance(5000);
    const shown = async () => (await org.get(path)).body.map((one: { priority: number }) => one.priority);
    for (let times = 0; times < 2; times++) {
      expect((await org.put(`${path}/${ids[0]}`, rule(1))).body.priority).toBe(1);
      expect(await shown()).toEqual([1, 3, 4, 99]);
    }
    expect([(await lastUpdated(1)) === moved, (await lastUpdated(2)) === stayed]).toEqual([false, true]);
    await org.post(`${path}/${ids[2]}/lifecycle/activate`);
    expect(await lastUpdated(2)).not.toBe(stayed);
    expect((await org.put(`${path}/${ids[1]}`, rule(2))).body.priority).toBe(2);
    expect(await shown()).toEqual([1, 2, 4, 99]);
  });

  test('move back where the last number is taken, until there are as many as there may be', async () => {
    const { body: policy } = await org.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'To the end' });
    const path = `/api/v1/policies/${policy.id}/rules`;
    const add = (name: string, priority?: number) => org.post(path, { name, type: 'ACCESS_POLICY', priority });
    const shown = async () =>
      (await org.get(path)).body.map((one: { name: string; priority: number }) => `${one.name} ${one.priority}`);
    expect((await add('last', 98)).body.priority).toBe(98);
    expect((await add('after it')).body.priority).toBe(98);
    expect(await shown()).toEqual(['last 97', 'after it 98', 'Catch-all Rule 99']);
    expect((await add('between', 98)).body.priority).toBe(97);
    expect(await shown()).toEqual(['last 96', 'between 97', 'after it 98', 'Catch-all Rule 99']);
    for (let n = 0; n < 96; n++) expect((await add(`n${n}`, n)).status).toBe(200);
    const before = org.hash();
    expect((await add('too many', 5)).body.errorSummary).toBe('Api validation failed: priority');
    expect(org.hash()).toBe(before);
  });

  test('keep gaps and move on where a number is taken, in 200 random walks', async () => {
    const moves = fc.array(
      fc.record({ which: fc.nat({ max: 5 }), at: fc.option(fc.nat({ max: 6 }), { nil: undefined }) }),
      {
        maxLength: 9,
      },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const { body: policy } = await org.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'Walked' });
        const path = `/api/v1/policies/${policy.id}/rules`;
        let model = new Map<string, number>();
        const ids = new Map<string, string>();
        for (const { which: n, at } of steps) {
          const name = `n${n}`;
          const body = { name, type: 'ACCESS_POLICY', priority: at };
          const id = ids.get(name);
          if (id === undefined) ids.set(name, (await org.post(path, body)).body.id);
          else await org.put(`${path}/${id}`, body);
          if (id === undefined || at !== undefined) model = take(model, name, at);
        }
        const shown = (await org.get(path)).body.map((rule: { name: string; priority: number }) => [
          rule.name,
          rule.priority,
        ]);
        const inOrder = [...model].sort(([, a], [, b]) => a - b);
        expect(shown).toEqual([...inOrder, ['Catch-all Rule', 99]]);
        await org.delete(`/api/v1/policies/${policy.id}`);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
