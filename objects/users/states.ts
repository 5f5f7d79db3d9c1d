import { invalid, notFound, OktaError } from '../../contract/errors.js';
import type { UserRow, UserStatus } from '../../store/rows/users.js';
import { defineLifecycle } from '../lifecycle.js';

/** Who is deprovisioned is found by a read, but not by what would change it (facts: reports). */
const isGone = (_: UserStatus, { id }: Pick<UserRow, 'id'>): OktaError => notFound(id, 'User');

const notInThisStatus = (): OktaError => new OktaError('E0000038');

/** Whether another organization vouches for the users of a provider: they have no password here. */
export const isExternal = (providerType: string): boolean => providerType === 'FEDERATION' || providerType === 'SOCIAL';

/** Whether the user can sign in once active: a password of any kind, or another organization that vouches. */
export const hasLoginMethod = ({ credentials }: Pick<UserRow, 'credentials'>): boolean =>
  credentials.password !== undefined || isExternal(credentials.provider.type);

const activated = (user: Pick<UserRow, 'credentials'>): UserStatus => (hasLoginMethod(user) ? 'ACTIVE' : 'PROVISIONED');

/** What can be done with a user, from which status to which (facts: users §5). */
export const userLifecycle = defineLifecycle<UserStatus, Pick<UserRow, 'id' | 'credentials'>>()({
  activate: {
    from: { STAGED: activated, DEPROVISIONED: activated },
    refuse: (status) => (status === 'ACTIVE' ? new OktaError('E0000016') : notInThisStatus()),
  },
  reactivate: { from: { PROVISIONED: 'PROVISIONED', RECOVERY: 'RECOVERY' }, refuse: notInThisStatus },
  deactivate: {
    from: {
      STAGED: 'DEPROVISIONED',
      PROVISIONED: 'DEPROVISIONED',
      ACTIVE: 'DEPROVISIONED',
      RECOVERY: 'DEPROVISIONED',
      LOCKED_OUT: 'DEPROVISIONED',
      PASSWORD_EXPIRED: 'DEPROVISIONED',
      SUSPENDED: 'DEPROVISIONED',
    },
    refuse: isGone,
  },
  suspend: {
    from: { ACTIVE: 'SUSPENDED' },
    refuse: () => invalid('suspendUser', 'Cannot suspend a user that is not active'),
  },
  unsuspend: {
    from: { SUSPENDED: 'ACTIVE' },
    refuse: () => invalid('unsuspendUser', 'Cannot unsuspend a user that is not suspended'),
  },
  unlock: {
    from: { LOCKED_OUT: 'ACTIVE' },
    refuse: () => new OktaError('E0000032', { causes: ['The user is not locked out.'] }),
  },
  resetPassword: {
    from: {
      PROVISIONED: 'PROVISIONED',
      ACTIVE: 'RECOVERY',
      RECOVERY: 'RECOVERY',
      PASSWORD_EXPIRED: 'RECOVERY',
      LOCKED_OUT: 'RECOVERY',
    },
    refuse: notInThisStatus,
  },
  expirePassword: {
    from: { ACTIVE: 'PASSWORD_EXPIRED', PASSWORD_EXPIRED: 'PASSWORD_EXPIRED' },
    refuse: notInThisStatus,
  },
  changePassword: {
    from: { STAGED: 'STAGED', ACTIVE: 'ACTIVE', PASSWORD_EXPIRED: 'ACTIVE', RECOVERY: 'ACTIVE' },
    refuse: () => new OktaError('E0000035'),
  },
  changeRecoveryQuestion: {
    from: { STAGED: 'STAGED', ACTIVE: 'ACTIVE', RECOVERY: 'RECOVERY' },
    refuse: () => new OktaError('E0000036'),
  },
  forgotPassword: { from: { ACTIVE: 'ACTIVE' }, refuse: () => new OktaError('E0000034') },
  /** A password set by an administrator. */
  setPassword: {
    from: {
      STAGED: 'STAGED',
      PROVISIONED: 'ACTIVE',
      ACTIVE: 'ACTIVE',
      RECOVERY: 'ACTIVE',
      LOCKED_OUT: 'ACTIVE',
      PASSWORD_EXPIRED: 'ACTIVE',
      SUSPENDED: 'SUSPENDED',
    },
    refuse: notInThisStatus,
  },
  /** Too many wrong passwords. */
  lock: {
    from: { ACTIVE: 'LOCKED_OUT', PASSWORD_EXPIRED: 'LOCKED_OUT', RECOVERY: 'LOCKED_OUT' },
    refuse: notInThisStatus,
  },
  update: {
    from: {
      STAGED: 'STAGED',
      PROVISIONED: 'PROVISIONED',
      ACTIVE: 'ACTIVE',
      RECOVERY: 'RECOVERY',
      LOCKED_OUT: 'LOCKED_OUT',
      PASSWORD_EXPIRED: 'PASSWORD_EXPIRED',
      SUSPENDED: 'SUSPENDED',
    },
    refuse: isGone,
  },
});

/** What can be done with a user. */
export type UserAction = keyof typeof userLifecycle;

/** Every status of a user. */
export const userStatuses: readonly UserStatus[] = [
  'STAGED',
  'PROVISIONED',
  'ACTIVE',
  'RECOVERY',
  'LOCKED_OUT',
  'PASSWORD_EXPIRED',
  'SUSPENDED',
  'DEPROVISIONED',
];
