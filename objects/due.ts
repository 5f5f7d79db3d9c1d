import type { JobContext } from '../contract/context.js';
import type { DueRow } from '../store/rows/due.js';
import type { Store } from '../store/types.js';
import type { Budget } from './job.js';

/** Work for a time to come. */
export type Scheduled = Pick<DueRow, 'at' | 'kind' | 'of'>;

/**
 * Does what is due for one thing, in a transaction that it may share with others. Its row is gone by then: what is to be
 * done again, or not yet, schedules itself anew. What it is for may have changed or gone since.
 * @param budget what it costs is taken from it
 */
export type DueAct = (ctx: JobContext, of: string, budget: Budget) => void;

/** A kind of due work: its name in the rows, and what it does. Every kind stands in `objects/due-kinds.ts`. */
export interface DueKind {
  readonly kind: string;
  readonly act: DueAct;
}

const idOf = ({ kind, of }: Omit<Scheduled, 'at'>): string => `${kind} ${of}`;

/** Has work done at a time; where the same work stands already, at that time instead of its own. */
export function schedule(ctx: { readonly store: Pick<Store, 'due'> }, { at, kind, of }: Scheduled): void {
  const id = idOf({ kind, of });
  const row = ctx.store.due.get(id);
  if (!row) ctx.store.due.insert({ id, at, kind, of });
  else if (row.at !== at) ctx.store.due.update(id, { at });
}

/** Takes work back that was scheduled, if it was. */
export function cancel(ctx: { readonly store: Pick<Store, 'due'> }, work: Omit<Scheduled, 'at'>): void {
  const id = idOf(work);
  if (ctx.store.due.get(id)) ctx.store.due.remove(id);
}

/** The work that is due by now and comes first. Every request asks. @param now milliseconds since 1970 */
export function firstDue(store: Pick<Store, 'due'>, now: number): DueRow | undefined {
  const row = store.due.earliest();
  return row && row.at <= now ? row : undefined;
}

/** Looks through all lockouts, and schedules their ends. */
export const SCHEDULE_LOCKOUTS = 'scheduleLockouts';

/** Ends the lockout of a user, if the policy says so by then. */
export const UNLOCK = 'unlock';

/** Takes away a row that has ended. */
export const EXPIRE = 'expire';
/** Ends the wait for a certificate that Okta gets for a custom domain. */
export const ISSUE_CERTIFICATE = 'issueCertificate';

/** Publishes the next key of an authorization server, or puts it to use. */
export const ROTATE_KEYS = 'rotateKeys';

/**
 * To be called where the terms of many lockouts may have changed (a password policy, its order, the groups that it is
 * for), and where a seed or an earlier version brought some. Before the next request each gets the end that the terms say.
 */
export function rescheduleLockouts({ store }: { readonly store: Pick<Store, 'due' | 'users'> }): void {
  if (store.users.count('status', 'LOCKED_OUT') > 0) schedule({ store }, { at: 0, kind: SCHEDULE_LOCKOUTS, of: '0' });
}

/** To be called where the terms of one user's lockout may have changed. */
export function recheckLockout(
  ctx: { readonly store: Pick<Store, 'due'> },
  user: { readonly id: string; readonly status: string },
): void {
  if (user.status === 'LOCKED_OUT') schedule(ctx, { at: 0, kind: UNLOCK, of: user.id });
}
