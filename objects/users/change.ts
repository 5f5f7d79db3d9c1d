import type { EventDetails, JobContext } from '../../contract/context.js';
import type { EventTypeName } from '../../contract/event-table.js';
import type { Next } from '../../store/rows/common.js';
import type { UserRow, UserStatus } from '../../store/rows/users.js';
import { applyRules } from '../groups/rules/apply.js';
import type { Budget } from '../job.js';
import { userTarget } from '../logs/targets.js';
import { followUser } from '../membership-followers.js';

/** What a change is called in the System Log: a type of event, with what the event says besides it. */
export type UserEvent = EventTypeName | readonly [type: EventTypeName, details: EventDetails];

/** Whether something changed that a group rule may ask for. */
const isReadByRules = (before: UserRow, after: UserRow): boolean =>
  before.status !== after.status || before.typeId !== after.typeId || before.profile !== after.profile;

/**
 * Changes a user, in the one way that keeps the org in step: the row, then the events in their order, then the
 * user's applications and the group rules, which see the user as it is now.
 * @param budget what the rules cost is taken from it
 * @throws MissingRowError, DuplicateKeyError for a login that another user has
 */
export function changeUser(
  ctx: JobContext,
  user: UserRow,
  changes: Partial<Next<UserRow>>,
  events: readonly UserEvent[] = [],
  budget?: Budget,
): UserRow {
  const after = ctx.store.users.update(user.id, changes);
  for (const event of events) {
    const [type, details] = typeof event === 'string' ? [event, {}] : event;
    ctx.log(type, [userTarget(after)], details);
  }
  if (isReadByRules(user, after)) {
    followUser(ctx, after);
    applyRules(ctx, after, budget);
  }
  return after;
}

/** Changes a user that comes to this status or stays in it: the time of its last change goes with it. */
export function moveUser(
  ctx: JobContext,
  user: UserRow,
  status: UserStatus,
  changes: Partial<Next<UserRow>>,
  events: readonly UserEvent[] = [],
  budget?: Budget,
): UserRow {
  const now = ctx.now();
  const statusChanged = status === user.status ? user.statusChanged : now;
  return changeUser(ctx, user, { lastUpdated: now, statusChanged, status, ...changes }, events, budget);
}
