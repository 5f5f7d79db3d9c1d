import type { JobContext } from '../../contract/context.js';
import type { AppUserRow } from '../../store/rows/applications.js';
import { type Budget, CHANGE, drain, type JobKind, LOOK, walk } from '../job.js';
import { makePair } from '../profile-mappings/make.js';
import { hasClaims } from './app-schema.js';
import { assignmentsOf, holdsEverybody } from './grants.js';
import { makeRoomJob } from './priorities.js';
import { appUserStatus } from './provisioning.js';
import { push, type Settling, settle } from './settle.js';

/** Rows that are read at once. */
const CHUNK = 100;

/** What it costs to look whether a user has an app: memberships and assignments are looked up. */
const SETTLE = 4 * LOOK;

const BY_CALLER: Settling = { job: false };
const BY_ORG: Settling = { job: true };

const partsOf = (of: string | null): readonly [string, string, string] => {
  const [first = '', second = '', third = ''] = (of ?? '').split(' ');
  return [first, second, third];
};

/** The third part where a rule of the org changed the membership, and nobody's request did. */
const ORG = 'org';

/** What `followMembershipJob` works for. @param job the org's own rules brought the change about */
export const membershipOfJob = (groupId: string, userId: string, job: boolean): string =>
  job ? `${groupId} ${userId} ${ORG}` : `${groupId} ${userId}`;

function settlePair(ctx: JobContext, appId: string, userId: string, budget: Budget, how: Settling): void {
  budget.steps -= SETTLE;
  const app = ctx.store.apps.get(appId);
  const user = ctx.store.users.get(userId);
  if (app && user && settle(ctx, app, user, how)) budget.steps -= CHANGE;
}

/** A user came into a group or left it: the apps that the group gives. `of` is made by `membershipOfJob`. */
export const followMembershipJob: JobKind = {
  kind: 'followMembership',
  slice: (ctx, { of, cursor }, budget) => {
    const [groupId, userId, by] = partsOf(of);
    const from = { cursor, within: { index: 'group', key: groupId } } as const;
    return walk(ctx.store.appGroups, from, budget, ({ appId }) =>
      settlePair(ctx, appId, userId, budget, by === ORG ? BY_ORG : BY_CALLER),
    );
  },
};

/** Members of a group, or all users where it is Everyone, by their place in their collection. */
function membersAfter(ctx: JobContext, groupId: string, after: number): { userId: string; seq: number }[] {
  const group = ctx.store.groups.get(groupId);
  if (!group) return [];
  const page = { limit: CHUNK, after: { seq: after } };
  if (holdsEverybody(group)) return ctx.store.users.page(page).rows.map(({ id, seq }) => ({ userId: id, seq }));
  return [...ctx.store.memberships.page({ ...page, within: { index: 'group', key: groupId } }).rows];
}

/** A group was assigned to an app, or assigned otherwise. `of` is the app's id and the group's. */
export const assignGroupJob: JobKind = {
  kind: 'assignGroup',
  slice: (ctx, { of, cursor }, budget) => {
    const [appId, groupId] = partsOf(of);
    let last = cursor;
    for (;;) {
      const members = membersAfter(ctx, groupId, last);
      for (const { userId, seq } of members) {
        if (budget.steps <= 0) return last;
        settlePair(ctx, appId, userId, budget, { job: true, refresh: true });
        last = seq;
      }
      if (members.length < CHUNK) return undefined;
    }
  },
};

/** A group is no longer assigned to an app, or is gone: what it gave goes, or another group gives it from now on. `of` is the app's id and the group's. */
export const unassignGroupJob: JobKind = {
  kind: 'unassignGroup',
  slice: (ctx, { of }, budget) => {
    // Assigned again meanwhile: what is left is as it should be.
    const [, groupId] = partsOf(of);
    if (ctx.store.groups.get(groupId) && ctx.store.appGroups.by('pair', of ?? '')) return undefined;
    return drain(ctx.store.appUsers, { index: 'grant', key: of ?? '' }, budget, (row) =>
      settlePair(ctx, row.appId, row.userId, budget, BY_ORG),
    );
  },
};

/** A user was deactivated: all apps go. */
export const dropUserAppsJob: JobKind = {
  kind: 'dropUserApps',
  slice: (ctx, { of }, budget) => {
    // Activated again meanwhile: the apps that its groups give are its own.
    if (ctx.store.users.get(of ?? '')?.status !== 'DEPROVISIONED') return undefined;
    return drain(ctx.store.appUsers, { index: 'user', key: of ?? '' }, budget, (row) =>
      settlePair(ctx, row.appId, row.userId, budget, BY_CALLER),
    );
  },
};

/** A user was activated: the apps that its groups give. */
export const settleUserAppsJob: JobKind = {
  kind: 'settleUserApps',
  slice: (ctx, { of, cursor }, budget) => {
    const user = ctx.store.users.get(of ?? '');
    if (!user) return undefined;
    let last = cursor;
    for (const { appId, seq } of assignmentsOf(ctx, user, cursor)) {
      if (budget.steps <= 0) return last;
      settlePair(ctx, appId, user.id, budget, BY_CALLER);
      last = seq;
    }
    return undefined;
  },
};

/** A user's profile changed: what the mappings of its apps push. */
export const pushProfileJob: JobKind = {
  kind: 'pushProfile',
  slice: (ctx, { of, cursor }, budget) => {
    const user = ctx.store.users.get(of ?? '');
    if (!user) return undefined;
    return walk(ctx.store.appUsers, { cursor, within: { index: 'user', key: user.id } }, budget, (row) => {
      budget.steps -= SETTLE;
      const app = ctx.store.apps.get(row.appId);
      if (app && push(ctx, row, app, user)) budget.steps -= CHANGE;
    });
  },
};

/** An app was switched on or off: so are its users. */
export const turnAppUsersJob: JobKind = {
  kind: 'turnAppUsers',
  slice: (ctx, { of, cursor }, budget) => {
    const app = ctx.store.apps.get(of ?? '');
    if (!app) return undefined;
    return walk(ctx.store.appUsers, { cursor, within: { index: 'app', key: app.id } }, budget, (row) => {
      const status = appUserStatus(app, row);
      if (row.status === status) return;
      budget.steps -= CHANGE;
      ctx.store.appUsers.update(row.id, { status, statusChanged: ctx.now() });
    });
  },
};

const without = (profile: AppUserRow['profile'], name: string): AppUserRow['profile'] =>
  Object.fromEntries(Object.entries(profile).filter(([key]) => key !== name));

/** A property of an app's users is gone: so are its values. `of` is the app's id and the property's name. */
export const clearAppProfilesJob: JobKind = {
  kind: 'clearAppProfiles',
  slice: (ctx, { of, cursor }, budget) => {
    const [appId, name] = partsOf(of);
    for (const row of cursor === 0 ? ctx.store.appGroups.where('app', appId) : []) {
      if (Object.hasOwn(row.profile, name)) ctx.store.appGroups.update(row.id, { profile: without(row.profile, name) });
    }
    return walk(ctx.store.appUsers, { cursor, within: { index: 'app', key: appId } }, budget, (row) => {
      if (!Object.hasOwn(row.profile, name)) return;
      budget.steps -= CHANGE;
      ctx.store.appUsers.update(row.id, { profile: without(row.profile, name) });
    });
  },
};

/** A user type is new: a pair of mappings with each app that has mappings. */
export const mapUserTypeJob: JobKind = {
  kind: 'mapUserType',
  slice: (ctx, { of, cursor }, budget) => {
    const type = ctx.store.userTypes.get(of ?? '');
    if (!type) return undefined;
    return walk(ctx.store.apps, { cursor }, budget, (app) => {
      const mappings = ctx.store.profileMappings.where('app', app.id);
      if (mappings.length === 0 || mappings.some(({ typeId }) => typeId === type.id)) return;
      budget.steps -= 2 * CHANGE;
      makePair(ctx, app.id, type.id, hasClaims(app));
    });
  },
};

/** Every job of this kind of object. */
export const applicationJobs: readonly JobKind[] = [
  assignGroupJob,
  clearAppProfilesJob,
  dropUserAppsJob,
  followMembershipJob,
  makeRoomJob,
  mapUserTypeJob,
  pushProfileJob,
  settleUserAppsJob,
  turnAppUsersJob,
  unassignGroupJob,
];
