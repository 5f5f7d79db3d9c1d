import type { UserRow } from '../../store/rows/users.js';

/** Whether a user may do anything: what acts for one who may not, a token among it, ends. */
export const isActing = (user: UserRow | undefined): boolean =>
  user !== undefined && user.status !== 'SUSPENDED' && user.status !== 'DEPROVISIONED';
