import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound, OktaError } from '../../contract/errors.js';
import { isBlank, type Members, missing, objectOf, refuseAll, tooLong } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { reply, show } from '../../contract/reply.js';
import { filterOf } from '../../languages/filter/fields.js';
import { appSchema, hasClaims, propertyOf } from '../../objects/applications/app-schema.js';
import { grantOf } from '../../objects/applications/grants.js';
import { mappingToward } from '../../objects/applications/profile.js';
import { profileFaults } from '../../objects/applications/profile-faults.js';
import { hasScheme } from '../../objects/applications/reading/credentials.js';
import { hasPart, partIn, textIn, wordIn } from '../../objects/applications/reading/members.js';
import { freshAppUser, takeApp } from '../../objects/applications/settle.js';
import { appUserTargets, appUserView } from '../../objects/applications/user-view.js';
import { findUser, namedUser } from '../../objects/users/find.js';
import { userView } from '../../objects/users/view.js';
import type { AppRow, AppUserRow } from '../../store/rows/applications.js';
import type { Json } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';
import { appUserFilter } from './filters.js';

const LIMITS = { limit: 50, max: 500 };

/** What a request gives of a user in an app. */
interface GivenUser {
  readonly userName: string | undefined;
  readonly password: string | undefined;
  readonly profile: Readonly<Record<string, Json>> | undefined;
}

const unfit = (): OktaError =>
  new OktaError('E0000041', { causes: ['User level credentials should not be provided for this scheme.'] });

/** @throws OktaError 400 E0000041 where the app has one username for all, or takes Okta's password */
function readAssignment(given: Members, app: AppRow): GivenUser {
  const credentials = partIn(given, 'credentials');
  const userName = wordIn(credentials, 'userName');
  const password = wordIn(partIn(credentials, 'password'), 'value');
  const { scheme } = app.credentials;
  const isShared = scheme === 'SHARED_USERNAME_AND_PASSWORD';
  // The one for all may come back as it was shown.
  const isOwn = password !== undefined || (userName !== undefined && userName !== app.credentials.userName);
  if (isShared && isOwn) throw unfit();
  // The password there is the one of Okta.
  if (scheme === 'EXTERNAL_PASSWORD_SYNC' && password !== undefined) throw unfit();
  refuseAll(tooLong('userName', userName, 100));
  const profile = hasPart(given, 'profile') ? (partIn(given, 'profile') as Record<string, Json>) : undefined;
  // A scheme is what a password is for; other apps drop it.
  return {
    userName: isShared ? undefined : userName,
    password: hasScheme(app.signOnMode) ? password : undefined,
    profile,
  };
}

/**
 * The members of a profile that a request may set.
 * @throws OktaError 400 E0000001 `assignment` with a cause for each member that is unknown or wrong, 403 E0000075
 */
function checkProfile(ctx: ReadContext, app: AppRow, user: UserRow, profile: GivenUser['profile']): void {
  if (!profile) return;
  const schema = appSchema(ctx, app);
  const unknown = Object.keys(profile).filter((name) => !propertyOf(schema, name));
  if (unknown.length > 0) throw invalid('assignment', ...unknown.map((name) => `Property '${name}' not found`));
  const wrong = profileFaults(schema, profile);
  if (wrong.length > 0) throw invalid('assignment', ...wrong);
  if (!app.features.includes('PUSH_PROFILE_UPDATES')) return;
  const mapping = mappingToward(ctx, app.id, user.typeId);
  const pushed = Object.keys(profile).find(
    (name) => Object.hasOwn(mapping, name) && mapping[name]?.pushStatus === 'PUSH',
  );
  if (pushed !== undefined) throw new OktaError('E0000075', { args: [pushed] });
}

/** @throws OktaError 403 E0000117 */
function refuseInactive({ status }: UserRow): void {
  if (status === 'DEPROVISIONED' || status === 'SUSPENDED') throw new OktaError('E0000117');
}

const rowOf = (ctx: ReadContext, app: AppRow, user: UserRow): AppUserRow | undefined =>
  ctx.store.appUsers.by('pair', `${app.id} ${user.id}`);

/** A user of an app, as a path names it. @throws OktaError 404 for a user that does not have the app */
function assigned(ctx: ReadContext, appId: string, userId: string) {
  const app = ctx.store.apps.require(appId);
  const user = namedUser(ctx, userId);
  const row = user && rowOf(ctx, app, user);
  if (!row) throw notFound(userId, 'AppUser');
  return { app, user, row };
}

const withoutName = (profile: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(profile).filter(([name]) => name !== 'userName'));

/** What a request changes of a user's row; the row is the user's own from then on. */
function written(ctx: Context, row: AppUserRow, { userName, password, profile }: GivenUser): AppUserRow {
  const now = ctx.now();
  const named = userName ?? (typeof profile?.userName === 'string' ? profile.userName : undefined);
  return ctx.store.appUsers.update(row.id, {
    scope: 'USER',
    groupId: null,
    lastUpdated: now,
    ...(named === undefined ? {} : { userName: named }),
    ...(password === undefined ? {} : { password: true, passwordChanged: now }),
    ...(profile ? { profile: { ...row.profile, ...withoutName(profile) } } : {}),
    ...(row.externalId === undefined ? {} : { lastSync: now }),
  });
}

function logChanges(ctx: Context, before: AppUserRow, after: AppUserRow, app: AppRow, user: UserRow, given: GivenUser) {
  const targets = appUserTargets(after, app, user);
  if (given.profile) ctx.log('application.user_membership.update', targets);
  if (after.userName !== before.userName) ctx.log('application.user_membership.change_username', targets);
  if (given.password !== undefined) ctx.log('application.user_membership.change_password', targets);
}

/** Assigns a user who has not got the app. */
function assign(ctx: Context, app: AppRow, user: UserRow, given: GivenUser): AppUserRow {
  const fresh = ctx.store.appUsers.insert(freshAppUser(ctx, app, user));
  const row = written(ctx, fresh, given);
  const targets = appUserTargets(row, app, user);
  ctx.log('application.user_membership.add', targets);
  if (given.userName !== undefined) ctx.log('application.user_membership.change_username', targets);
  return row;
}

/** `q` of the list: what the username, the names or the e-mail address begins with. */
function byText(ctx: ReadContext, app: AppRow, q: string | undefined): (row: AppUserRow) => boolean {
  if (!q) return () => true;
  const prefix = q.toLowerCase();
  const names = hasClaims(app) ? ['email'] : ['firstName', 'lastName', 'email'];
  const begins = (value: unknown): boolean => typeof value === 'string' && value.toLowerCase().startsWith(prefix);
  return (row) => {
    const profile = ctx.store.users.get(row.userId)?.profile ?? {};
    return begins(row.userName) || names.some((name) => begins(profile[name]));
  };
}

const expanded = (ctx: ReadContext, row: AppUserRow) => ({
  ...appUserView(row, ctx.links),
  _embedded: { user: userView(ctx.store.users.require(row.userId), ctx.links) },
});

/** The users of an app (facts: apps §6). */
export const appUsers = {
  listApplicationUsers({ params, query }, ctx) {
    const app = ctx.store.apps.require(params.appId);
    const request = pageRequest(query, LIMITS, app.id);
    const { filter = () => true } = filterOf(query.filter, appUserFilter);
    const wanted = byText(ctx, app, query.q);
    const test = query.q || query.filter ? (row: AppUserRow) => filter(row) && wanted(row) : undefined;
    const page = ctx.store.appUsers.page({ ...request, filter: test, within: { index: 'app', key: app.id } });
    if (query.expand !== 'user') return pageReply(appUserView, page, request);
    return reply(
      page.rows.map((row) => expanded(ctx, row)),
      { paging: pagingOf(page, request) },
    );
  },

  getApplicationUser({ params, query }, ctx) {
    const { row } = assigned(ctx, params.appId, params.userId);
    return query.expand === 'user' ? expanded(ctx, row) : show(appUserView, row);
  },

  assignUserToApplication({ params, body }, ctx) {
    const app = ctx.store.apps.require(params.appId);
    const given = objectOf(body) ?? {};
    const id = textIn(given, 'id');
    refuseAll(isBlank(id) ? missing('id', id) : []);
    const user = findUser(ctx, id ?? '');
    refuseInactive(user);
    const assignment = readAssignment(given, app);
    checkProfile(ctx, app, user, assignment.profile);
    const before = rowOf(ctx, app, user);
    if (!before) return show(appUserView, assign(ctx, app, user, assignment));
    const after = written(ctx, before, assignment);
    logChanges(ctx, before, after, app, user, assignment);
    return show(appUserView, after);
  },

  updateApplicationUser({ params, body }, ctx) {
    const { app, user, row } = assigned(ctx, params.appId, params.userId);
    refuseInactive(user);
    const assignment = readAssignment(objectOf(body) ?? {}, app);
    checkProfile(ctx, app, user, assignment.profile);
    const says = assignment.userName ?? assignment.password ?? assignment.profile;
    if (says === undefined) return show(appUserView, row);
    const after = written(ctx, row, assignment);
    logChanges(ctx, row, after, app, user, assignment);
    return show(appUserView, after);
  },

  deleteApplicationUser({ params }, ctx) {
    const { app, user, row } = assigned(ctx, params.appId, params.userId);
    if (grantOf(ctx, app.id, user)) {
      throw new OktaError('E0000046', {
        causes: [
          'The application cannot be unassigned from the user while their group memberships require that they are assigned to it.',
        ],
      });
    }
    takeApp(ctx, row, app, user, false);
  },
} satisfies Partial<HandlersOf<'Application'>>;
