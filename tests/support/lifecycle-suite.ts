import { describe, expect, test } from '@jest/globals';
import { allows, type Lifecycle } from '../../objects/lifecycle.js';
import type { TestAnswer, TestOrg } from './org.js';
import { refusedBy } from './refused.js';

/** A kind of object as its life cycle is tried over HTTP. `S` are its statuses, `A` its actions. */
export interface LifecycleCase<S extends string, A extends string, Facts> {
  readonly table: Lifecycle<S, A, Facts>;
  /** Makes an object in each status, in the ways that a client has or by the store. @returns its id */
  readonly make: Readonly<Record<S, () => Promise<string>>>;
  readonly send: Readonly<Record<A, (id: string) => Promise<TestAnswer>>>;
  /** What the org holds of the object; undefined where it is gone. */
  find(id: string): (Facts & { readonly status: S }) | undefined;
  /** Actions that leave no object behind. */
  readonly removes?: readonly NoInfer<A>[];
  /** Where an object shows links of its actions: the whole answer, and the name of each action's link. */
  readonly links?: {
    show(id: string): Promise<TestAnswer>;
    readonly names: Readonly<Partial<Record<NoInfer<A>, string>>>;
  };
}

/** One action in one status: it leads where the table says, or is refused in the table's words and changes nothing. */
async function expectAction<S extends string, A extends string, Facts>(
  org: TestOrg,
  { table, make, send, find, removes = [] }: LifecycleCase<S, A, Facts>,
  status: S,
  action: A,
): Promise<void> {
  const id = await make[status]();
  const before = find(id);
  expect(before?.status).toBe(status);
  const to: S | ((facts: Facts) => S) | undefined = table[action].from[status];
  if (to === undefined) {
    if (!before) throw new Error('nothing was made');
    const refusal = table[action].refuse(status, before);
    const causes = refusal.causes.map(({ errorSummary }) => errorSummary);
    const answer = await refusedBy(org)(() => send[action](id), refusal.status, refusal.code, ...causes);
    expect(answer.body.errorSummary).toBe(refusal.summary);
    return;
  }
  const answer = await send[action](id);
  expect([answer.text, answer.status < 300]).toEqual([answer.text, true]);
  const reached = typeof to === 'function' ? before && to(before) : to;
  expect(find(id)?.status).toBe(removes.includes(action) ? undefined : reached);
}

/** The links of exactly the actions that the status allows. */
async function expectLinks<S extends string, A extends string, Facts>(
  { table, make, links }: LifecycleCase<S, A, Facts>,
  status: S,
): Promise<void> {
  if (!links) return;
  const { body } = await links.show(await make[status]());
  const named = Object.entries(links.names) as [A, string][];
  const shown = Object.keys(body._links ?? {}).filter((link) => named.some(([, name]) => name === link));
  const due = named.filter(([action]) => allows(table, action, status)).map(([, name]) => name);
  expect(shown.sort()).toEqual([...new Set(due)].sort());
}

/**
 * Tries every action in every status: it leads where the table says, or is refused in the table's words and changes
 * nothing; and an object shows the links of exactly the actions that its status allows. Call it within a `describe`.
 */
export function lifecycleSuite<S extends string, A extends string, Facts>(
  org: TestOrg,
  of: LifecycleCase<S, A, Facts>,
): void {
  const statuses = Object.keys(of.make) as S[];
  const actions = Object.keys(of.table) as A[];

  test('has no status that cannot be made, and no action that cannot be sent', () => {
    const named = Object.values<Lifecycle<S, A, Facts>[A]>(of.table).flatMap(({ from }) => Object.keys(from));
    expect(statuses).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(Object.keys(of.send).sort()).toEqual([...actions].sort());
  });

  describe.each(statuses)('%s', (status) => {
    test.each(actions)('%s', (action) => expectAction(org, of, status, action));
    if (of.links) test('links', () => expectLinks(of, status));
  });
}
