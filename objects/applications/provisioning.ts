import type { JobContext } from '../../contract/context.js';
import type { AppRow, AppUserRow, AppUserStatus } from '../../store/rows/applications.js';

/**
 * What an app's user shows once it was passed on (facts: apps §6). Nobody is called: what a sandbox passes on is taken
 * to have arrived at once.
 */
export function passedOn(
  ctx: Pick<JobContext, 'ids' | 'now'>,
  { features }: AppRow,
): Pick<AppUserRow, 'externalId' | 'lastSync'> {
  if (!features.includes('PUSH_NEW_USERS')) return {};
  return { externalId: ctx.ids.next('00u'), lastSync: ctx.now() };
}

/** The status of an app's user: the app's, or that it is known on the other side. */
export const appUserStatus = ({ status }: AppRow, { externalId }: Pick<AppUserRow, 'externalId'>): AppUserStatus =>
  status === 'ACTIVE' && externalId !== undefined ? 'PROVISIONED' : status;
