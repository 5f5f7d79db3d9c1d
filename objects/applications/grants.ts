import type { ReadContext } from '../../contract/context.js';
import type { AppGroupRow } from '../../store/rows/applications.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { UserRow, UserStatus } from '../../store/rows/users.js';

type Reading = Pick<ReadContext, 'store'>;

/** The group that every user is in. Rows of it are looked for by name: it has no memberships. */
const everyoneId = ({ store }: Reading): string | undefined =>
  store.groups.where('type', 'BUILT_IN').find(({ profile }) => profile.name === 'Everyone')?.id;

/** Whether a group is the one that every user is in. */
export const holdsEverybody = ({ type, profile }: GroupRow): boolean =>
  type === 'BUILT_IN' && profile.name === 'Everyone';

/** Groups give apps to those who can use them: users that were activated, and were not deactivated. */
export const takesGroupApps = (status: UserStatus): boolean => status !== 'STAGED' && status !== 'DEPROVISIONED';

function* assignmentsFor(ctx: Reading, appId: string, userId: string): Generator<AppGroupRow> {
  const { appGroups, memberships } = ctx.store;
  const everyone = everyoneId(ctx);
  // Whichever is less to look at: the groups of the app or those of the user.
  if (appGroups.count('app', appId) <= memberships.count('user', userId)) {
    for (const row of appGroups.where('app', appId)) {
      if (row.groupId === everyone || memberships.by('pair', `${row.groupId} ${userId}`)) yield row;
    }
    return;
  }
  for (const { groupId } of memberships.where('user', userId)) {
    const row = appGroups.by('pair', `${appId} ${groupId}`);
    if (row) yield row;
  }
  const forAll = everyone === undefined ? undefined : appGroups.by('pair', `${appId} ${everyone}`);
  if (forAll) yield forAll;
}

/** The assignment by which a user has an app: that of the group with the lowest priority; undefined where no group gives it. */
export function grantOf(ctx: Reading, appId: string, user: UserRow): AppGroupRow | undefined {
  if (!takesGroupApps(user.status)) return undefined;
  let best: AppGroupRow | undefined;
  for (const row of assignmentsFor(ctx, appId, user.id)) {
    // A group that is gone may have assignments still, for as long as they are being taken away.
    if (!ctx.store.groups.get(row.groupId)) continue;
    if (!best || row.priority < best.priority || (row.priority === best.priority && row.seq < best.seq)) best = row;
  }
  return best;
}

/** The assignments of all groups of a user after this one, in the order they were made. */
export function assignmentsOf(ctx: Reading, user: UserRow, after: number): AppGroupRow[] {
  const { appGroups, memberships } = ctx.store;
  if (appGroups.count() === 0) return [];
  const everyone = everyoneId(ctx);
  const groupIds = memberships.where('user', user.id).map(({ groupId }) => groupId);
  return [...groupIds, ...(everyone === undefined ? [] : [everyone])]
    .flatMap((groupId) => appGroups.where('group', groupId).filter(({ seq }) => seq > after))
    .sort((a, b) => a.seq - b.seq);
}
