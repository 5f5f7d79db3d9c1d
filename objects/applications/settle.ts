import { isDeepStrictEqual } from 'node:util';
import type { JobContext } from '../../contract/context.js';

import type { AppGroupRow, AppRow, AppUserRow } from '../../store/rows/applications.js';
import type { Draft } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';
import { grantOf } from './grants.js';
import { mappedProfile, pushedProfile, userNameFor } from './profile.js';
import { appUserStatus, passedOn } from './provisioning.js';
import { appUserTargets } from './user-view.js';

/** What bringing somebody up to date takes: also a seed has it. */
export type SettleContext = Pick<JobContext, 'store' | 'ids' | 'now' | 'log'>;

/** A user's row in an app as it begins, before anything is given. */
export function freshAppUser(
  ctx: Pick<JobContext, 'store' | 'ids' | 'now'>,
  app: AppRow,
  user: UserRow,
  grant?: AppGroupRow,
): Draft<AppUserRow> {
  const now = ctx.now();
  const passed = passedOn(ctx, app);
  return {
    appId: app.id,
    userId: user.id,
    scope: grant ? 'GROUP' : 'USER',
    groupId: grant?.groupId ?? null,
    status: appUserStatus(app, passed),
    created: now,
    lastUpdated: now,
    statusChanged: now,
    passwordChanged: null,
    userName: userNameFor(app, user),
    password: app.credentials.scheme === 'SHARED_USERNAME_AND_PASSWORD' && app.credentials.password === true,
    profile: { ...mappedProfile(ctx, app, user), ...grant?.profile },
    ...passed,
  };
}

/** Who gives or takes an app: events of the org itself name the kind of app (facts: system-log §1). */
const by = (app: AppRow, job: boolean) => (job ? { job, debugData: { appname: app.name } } : {});

/** Takes an app from a user. */
export function takeApp(ctx: SettleContext, row: AppUserRow, app: AppRow, user: UserRow, job: boolean): void {
  ctx.store.appUsers.remove(row.id);
  ctx.log('application.user_membership.remove', appUserTargets(row, app, user), by(app, job));
}

/** How a user's row in an app is brought up to date. */
export interface Settling {
  /** Events are the org's own. */
  readonly job: boolean;
  /** What the group says of its users has changed: profiles are made anew. */
  readonly refresh?: boolean;
}

/** Another group gives the app from now on, or the same one says something else of its users. */
function regrant(
  ctx: SettleContext,
  row: AppUserRow,
  app: AppRow,
  user: UserRow,
  grant: AppGroupRow,
  { refresh }: Settling,
): boolean {
  if (row.groupId === grant.groupId && !refresh) return false;
  const profile = { ...mappedProfile(ctx, app, user), ...grant.profile };
  if (row.groupId === grant.groupId && isDeepStrictEqual(row.profile, profile)) return false;
  ctx.store.appUsers.update(row.id, { groupId: grant.groupId, profile, lastUpdated: ctx.now() });
  return true;
}

/**
 * Brings what groups make of one user in one app up to date. Who has the app by itself keeps it until deactivated.
 * @returns whether something changed
 */
export function settle(ctx: SettleContext, app: AppRow, user: UserRow, how: Settling): boolean {
  const row = ctx.store.appUsers.by('pair', `${app.id} ${user.id}`);
  if (row?.scope === 'USER' && user.status !== 'DEPROVISIONED') return false;
  const grant = grantOf(ctx, app.id, user);
  if (grant && row) return regrant(ctx, row, app, user, grant, how);
  if (grant) {
    const added = ctx.store.appUsers.insert(freshAppUser(ctx, app, user, grant));
    // The index is there by the day the group goes: it is not to be made of all rows at once then.
    ctx.store.appUsers.count('grant', `${app.id} ${grant.groupId}`);
    ctx.log('application.user_membership.add', appUserTargets(added, app, user), by(app, how.job));
    return true;
  }
  if (!row) return false;
  takeApp(ctx, row, app, user, how.job);
  return true;
}

/** Brings what an app's mapping pushes into the profile of one of its users. @returns whether something changed */
export function push(ctx: SettleContext, row: AppUserRow, app: AppRow, user: UserRow): boolean {
  const profile = { ...row.profile, ...pushedProfile(ctx, app, user) };
  const isPushed = app.credentials.userNameTemplate.pushStatus === 'PUSH';
  const userName = isPushed ? userNameFor(app, user) : row.userName;
  if (userName === row.userName && isDeepStrictEqual(profile, row.profile)) return false;
  ctx.store.appUsers.update(row.id, { profile, userName, lastUpdated: ctx.now() });
  return true;
}
