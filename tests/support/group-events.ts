import { expect } from '@jest/globals';
import type { OperationId } from '../../contract/routes.js';
import type { TestAnswer, TestOrg } from './org.js';

/** A request of one operation. */
export interface Ask {
  readonly method: 'post' | 'put' | 'delete';
  readonly path: string;
  readonly body?: unknown;
  /** Where the body is no JSON. */
  readonly headers?: Record<string, string>;
}

export const post = (path: string, body?: unknown): Ask => ({ method: 'post', path: `/api/v1${path}`, body });
export const put = (path: string, body?: unknown): Ask => ({ method: 'put', path: `/api/v1${path}`, body });
export const remove = (path: string): Ask => ({ method: 'delete', path: `/api/v1${path}` });

export const ask = (org: TestOrg, { method, path, body, headers }: Ask): Promise<TestAnswer> =>
  method === 'delete' ? org.delete(path) : org[method](path, body, headers);

/** Asks for what a case needs first, and gives the id of what was made. */
export async function done(org: TestOrg, asked: Ask): Promise<string> {
  const answer = await ask(org, asked);
  if (answer.status >= 300) throw new Error(`${asked.path}: ${answer.status} ${answer.text}`);
  return answer.body?.id ?? '';
}

/** What an operation emits, in order; events of the org's own jobs are marked with a star. */
export type Case = readonly [
  operationId: OperationId,
  when: string,
  prepare: (org: TestOrg) => Promise<Ask>,
  events: readonly string[],
];

/**
 * What the sheet of the System Log says of an event type: the message shown, the name in the old Events API, and the
 * types of the targets in order. Kept apart from the product's own table on purpose. Where the sheet knows no message or
 * no single target, the entry is undefined and the test asks for any text.
 */
export interface EventFacts {
  readonly message?: string;
  readonly legacy: string | null;
  readonly targets: readonly string[];
  /** Why it came out so, where a success has a reason, too. */
  readonly reason?: string;
}

/** Facts by event type. */
export type FactsByType = Readonly<Record<string, EventFacts>>;

/** What `tests/<group>/events.ts` exports. `tests/logs/events.test.ts` finds and runs it. */
export interface GroupEvents {
  /** A case at least for each operation that changes something. */
  readonly cases: readonly Case[];
  readonly facts: FactsByType;
}

interface ShownEvent {
  readonly eventType: string;
  readonly displayMessage: string;
  readonly legacyEventType: string | null;
  readonly actor: { readonly id: string; readonly type: string };
  readonly target: readonly { readonly type: string; readonly id: string; readonly displayName: string }[] | null;
  readonly transaction: { readonly type: string; readonly id: string };
}

/** What every event says besides its own type, as the sheet has it. */
function expectFacts(event: ShownEvent, known: FactsByType, isJob: boolean, adminId: string | undefined): void {
  const facts = known[event.eventType];
  if (!facts) throw new Error(`no events.ts has facts of ${event.eventType}`);
  expect(event).toMatchObject({
    outcome: { result: 'SUCCESS', reason: facts.reason ?? null },
    severity: 'INFO',
    version: '0',
  });
  expect(event.displayMessage).toEqual(facts.message ?? expect.stringMatching(/^[A-Z][a-z].{5,}[^.]$/));
  expect(event.legacyEventType).toBe(facts.legacy);
  expect([event.transaction.type, event.actor.type]).toEqual(isJob ? ['JOB', 'SystemPrincipal'] : ['WEB', 'User']);
  expect(event.actor.id).toBe(isJob ? 'system' : adminId);
  const targets = event.target ?? [];
  expect(targets.map(({ type }) => type)).toEqual(
    facts.targets.map((wanted) => expect.stringMatching(`^(?:${wanted})$`)),
  );
  for (const target of targets) expect([target.id, target.displayName]).not.toContain('');
}

/**
 * Runs a case and compares what it logged.
 * @param known what is said of each type, by all groups
 * @param answered the operations that were dispatched with success so far; emptied of the case's own first
 */
export async function expectEvents(
  org: TestOrg,
  [operationId, , prepare, events]: Case,
  known: FactsByType,
  answered: Set<string>,
): Promise<void> {
  const asked = await prepare(org);
  const before = org.store.logs.count();
  answered.delete(operationId);
  const answer = await ask(org, asked);
  if (!answered.has(operationId)) throw new Error(`${asked.method} ${asked.path}: ${answer.status} ${answer.text}`);
  const since = org.store.logs.count() - before;
  const { body } = await org.get(`/api/v1/logs?sortOrder=DESCENDING&limit=${since}`);
  const shown: ShownEvent[] = body.reverse();
  expect(shown.map((event) => event.eventType)).toEqual(events.map((name) => name.replace('*', '')));
  const adminId = org.store.tokens.all()[0]?.userId;
  for (const [i, event] of shown.entries()) {
    expectFacts(event, known, events[i]?.endsWith('*') ?? false, adminId);
    expect(event.transaction.id).toBe(answer.headers['x-okta-request-id']);
  }
}
