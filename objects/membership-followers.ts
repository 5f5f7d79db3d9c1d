import type { Context, JobContext } from '../contract/context.js';
import type { UserRow } from '../store/rows/users.js';
import { takesGroupApps } from './applications/grants.js';
import {
  dropUserAppsJob,
  followMembershipJob,
  membershipOfJob,
  pushProfileJob,
  settleUserAppsJob,
  unassignGroupJob,
} from './applications/jobs.js';
import { type Budget, beginJob, type JobKind, sliceBudget } from './job.js';

/** What a transaction may still do for followers, whatever number of memberships it changes. */
const budgets = new WeakMap<object, Budget>();

/** Does a follower's work at once as far as the transaction's budget goes, and leaves the rest to a job of the request. */
function follow(ctx: JobContext, { kind, slice }: JobKind, of: string): void {
  let budget = budgets.get(ctx);
  if (!budget) budgets.set(ctx, (budget = sliceBudget()));
  const job = { kind, of, cursor: 0 };
  const cursor = budget.steps > 0 ? slice(ctx, job, budget) : 0;
  if (cursor !== undefined) ctx.store.jobs.insert({ ...job, cursor, requestId: ctx.requestId, created: ctx.now() });
}

/**
 * To be called when a user has come into a group or has left it: applications follow.
 * @param job a rule of the org did that: what follows is the org's own doing, too
 */
export function followMembership(ctx: JobContext, groupId: string, userId: string, job: boolean): void {
  if (ctx.store.appGroups.count('group', groupId) === 0) return;
  follow(ctx, followMembershipJob, membershipOfJob(groupId, userId, job));
}

/**
 * To be called before a group is removed; what it returns, after that: what the group gave to its members goes, or
 * another group gives it from now on.
 */
export function followGroupRemoval(ctx: Context, groupId: string, budget: Budget): () => void {
  const apps = ctx.store.appGroups.where('group', groupId).map(({ appId }) => appId);
  return () => {
    for (const appId of apps) beginJob(ctx, unassignGroupJob, `${appId} ${groupId}`, budget);
  };
}

/** To be called when a user's profile or status has changed, or the user is new: applications follow. */
export function followUser(ctx: JobContext, user: UserRow): void {
  const { appGroups, appUsers } = ctx.store;
  if (user.status === 'DEPROVISIONED') {
    if (appUsers.count('user', user.id) > 0) follow(ctx, dropUserAppsJob, user.id);
    return;
  }
  if (appUsers.count('user', user.id) > 0) follow(ctx, pushProfileJob, user.id);
  if (takesGroupApps(user.status) && appGroups.count() > 0) follow(ctx, settleUserAppsJob, user.id);
}
