import type { JobContext } from '../../contract/context.js';
import type { AppUserRow } from '../../store/rows/applications.js';
import { type Budget, CHANGE, type JobKind, LOOK } from '../job.js';
import { makePair } from '../profile-mappings/make.js';
import { hasClaims } from './app-schema.js';
import { assignmentsOf, holdsEverybody } from './grants.js';
import { makeRoomJob } from './priorities.js';
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
    let last = cursor;
    for (;;) {
      const query = { limit: CHUNK, after: { seq: last }, within: { index: 'group', key: groupId } } as const;
      const { rows } = ctx.store.appGroups.page(query);
      for (const { appId, seq } of rows) {
        if (budget.steps <= 0) return last;
        settlePair(ctx, appId, userId, budget, by === ORG ? BY_ORG : BY_CALLER);
        last = seq;
      }
      if (rows.length < CHUNK) return undefined;
    }
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

/** Takes rows from the front of an index while there are some: `act` takes each out of it. */
function drain(
  ctx: JobContext,
  index: 'user' | 'grant',
  key: string,
  budget: Budget,
  act: (row: AppUserRow) => void,
): number | undefined {
  for (;;) {
    const { rows } = ctx.store.appUsers.page({ limit: CHUNK, within: { index, key } });
    for (const { id } of rows) {
      if (budget.steps <= 0) return 0;
      const row = ctx.store.appUsers.get(id);
      if (row) act(row);
    }
    if (rows.length < CHUNK) return undefined;
  }
}

/** A group is no longer assigned to an app, or is gone: what it gave goes, or another group gives it from now on. `of` is the app's id and the group's. */
export const unassignGroupJob: JobKind = {
  kind: 'unassignGroup',
  slice: (ctx, { of }, budget) => {
    // Assigned again meanwhile: what is left is as it should be.
    const [, groupId] = partsOf(of);
    if (ctx.store.groups.get(groupId) && ctx.store.appGroups.by('pair', of ?? '')) return undefined;
    return drain(ctx, 'grant', of ?? '', budget, (row) => settlePair(ctx, row.appId, row.userId, budget, BY_ORG));
  },
};

/** A user was deactivated: all apps go. */
export const dropUserAppsJob: JobKind = {
  kind: 'dropUserApps',
  slice: (ctx, { of }, budget) => {
    // Activated again meanwhile: the apps that its groups give are its own.
    if (ctx.store.users.get(of ?? '')?.status !== 'DEPROVISIONED') return undefined;
    return drain(ctx, 'user', of ?? '', budget, (row) => settlePair(ctx, row.appId, row.userId, budget, BY_CALLER));
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
    let last = cursor;
    while (user) {
      const { rows } = ctx.store.appUsers.page({
        limit: CHUNK,
        after: { seq: last },
        within: { index: 'user', key: user.id },
      });
      for (const row of rows) {
        if (budget.steps <= 0) return last;
        budget.steps -= SETTLE;
        const app = ctx.store.apps.get(row.appId);
        if (app && push(ctx, row, app, user)) budget.steps -= CHANGE;
        last = row.seq;
      }
      if (rows.length < CHUNK) break;
    }
    return undefined;
  },
};

/** An app was switched on or off: so are its users. */
export const turnAppUsersJob: JobKind = {
  kind: 'turnAppUsers',
  slice: (ctx, { of, cursor }, budget) => {
    const app = ctx.store.apps.get(of ?? '');
    let last = cursor;
    while (app) {
      const within = { index: 'app', key: app.id } as const;
      const { rows } = ctx.store.appUsers.page({ limit: CHUNK, after: { seq: last }, within });
      for (const row of rows) {
        if (budget.steps <= 0) return last;
        budget.steps -= LOOK;
        last = row.seq;
        if (row.status === app.status) continue;
        budget.steps -= CHANGE;
        ctx.store.appUsers.update(row.id, { status: app.status, statusChanged: ctx.now() });
      }
      if (rows.length < CHUNK) break;
    }
    return undefined;
  },
};

const without = (profile: AppUserRow['profile'], name: string): AppUserRow['profile'] =>
  Object.fromEntries(Object.entries(profile).filter(([key]) => key !== name));

/** A property of an app's users is gone: so are its values. `of` is the app's id and the property's name. */
export const clearAppProfilesJob: JobKind = {
  kind: 'clearAppProfiles',
  slice: (ctx, { of, cursor }, budget) => {
    const [appId, name] = partsOf(of);
    let last = cursor;
    for (const row of cursor === 0 ? ctx.store.appGroups.where('app', appId) : []) {
      if (Object.hasOwn(row.profile, name)) ctx.store.appGroups.update(row.id, { profile: without(row.profile, name) });
    }
    for (;;) {
      const within = { index: 'app', key: appId } as const;
      const { rows } = ctx.store.appUsers.page({ limit: CHUNK, after: { seq: last }, within });
      for (const row of rows) {
        if (budget.steps <= 0) return last;
        budget.steps -= LOOK;
        last = row.seq;
        if (!Object.hasOwn(row.profile, name)) continue;
        budget.steps -= CHANGE;
        ctx.store.appUsers.update(row.id, { profile: without(row.profile, name) });
      }
      if (rows.length < CHUNK) return undefined;
    }
  },
};

/** A user type is new: a pair of mappings with each app that has mappings. */
export const mapUserTypeJob: JobKind = {
  kind: 'mapUserType',
  slice: (ctx, { of, cursor }, budget) => {
    const type = ctx.store.userTypes.get(of ?? '');
    let last = cursor;
    while (type) {
      const { rows } = ctx.store.apps.page({ limit: CHUNK, after: { seq: last } });
      for (const app of rows) {
        if (budget.steps <= 0) return last;
        last = app.seq;
        budget.steps -= LOOK;
        const mappings = ctx.store.profileMappings.where('app', app.id);
        if (mappings.length === 0 || mappings.some(({ typeId }) => typeId === type.id)) continue;
        budget.steps -= 2 * CHANGE;
        makePair(ctx, app.id, type.id, hasClaims(app));
      }
      if (rows.length < CHUNK) break;
    }
    return undefined;
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
