import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AppRow, AppUserRow } from '../../store/rows/applications.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { UserRow } from '../../store/rows/users.js';
import { target, userTarget } from '../logs/targets.js';
import { appTarget } from './view.js';

/** A user of an app, by the id of the user (facts: apps §6). */
export const appUserView: View<AppUserRow, Schemas['AppUser']> = (row, links) => ({
  id: row.userId,
  externalId: row.externalId ?? null,
  created: row.created,
  lastUpdated: row.lastUpdated,
  scope: row.scope,
  status: row.status,
  statusChanged: row.statusChanged,
  passwordChanged: row.passwordChanged,
  syncState: row.externalId === undefined ? 'DISABLED' : 'SYNCHRONIZED',
  ...(row.lastSync === undefined ? {} : { lastSync: row.lastSync }),
  credentials: {
    ...(row.userName === null ? {} : { userName: row.userName }),
    ...(row.password ? { password: {} } : {}),
  },
  profile: row.profile,
  _links: {
    app: links.to('getApplication', { appId: row.appId }),
    ...(row.groupId === null ? {} : { group: links.to('getGroup', { groupId: row.groupId }) }),
    user: links.to('getUser', { userId: row.userId }),
  },
});

/** What events of an app's user name: the assignment, the app, the user. */
export function appUserTargets(row: AppUserRow, app: AppRow, user: UserRow): LogTarget[] {
  const named = userTarget(user);
  return [target(row.id, 'AppUser', row.userName ?? named.alternateId, named.displayName), appTarget(app), named];
}
