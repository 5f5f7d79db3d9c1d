import type { UserStatus } from '../../store/rows/users.js';
import type { TestAnswer, TestOrg } from './org.js';
import { PASSWORD } from './people.js';

/** What can be asked of a user, one name for each operation or form of one. */
export type Asked =
  | 'activate'
  | 'reactivate'
  | 'deactivate'
  | 'suspend'
  | 'unsuspend'
  | 'unlock'
  | 'resetPassword'
  | 'expirePassword'
  | 'temporaryPassword'
  | 'changePassword'
  | 'wrongPassword'
  | 'changeRecoveryQuestion'
  | 'forgotPassword'
  | 'setPassword'
  | 'update';

type Leads = Readonly<Partial<Record<UserStatus, UserStatus>>>;

const same = (...statuses: UserStatus[]): Leads => Object.fromEntries(statuses.map((status) => [status, status]));

/**
 * Where each request leads a user that has what it needs, such as a password; a status that is not named refuses.
 * Written down from the facts (users §4 to §6), not from the code: the test holds the code to it.
 */
const leads: Readonly<Record<Asked, Leads>> = {
  activate: { STAGED: 'ACTIVE', DEPROVISIONED: 'PROVISIONED' },
  reactivate: same('PROVISIONED', 'RECOVERY'),
  deactivate: {
    STAGED: 'DEPROVISIONED',
    PROVISIONED: 'DEPROVISIONED',
    ACTIVE: 'DEPROVISIONED',
    RECOVERY: 'DEPROVISIONED',
    LOCKED_OUT: 'DEPROVISIONED',
    PASSWORD_EXPIRED: 'DEPROVISIONED',
    SUSPENDED: 'DEPROVISIONED',
  },
  suspend: { ACTIVE: 'SUSPENDED' },
  unsuspend: { SUSPENDED: 'ACTIVE' },
  unlock: { LOCKED_OUT: 'ACTIVE' },
  resetPassword: {
    PROVISIONED: 'PROVISIONED',
    ACTIVE: 'RECOVERY',
    RECOVERY: 'RECOVERY',
    PASSWORD_EXPIRED: 'RECOVERY',
    LOCKED_OUT: 'RECOVERY',
  },
  expirePassword: { ACTIVE: 'PASSWORD_EXPIRED', PASSWORD_EXPIRED: 'PASSWORD_EXPIRED' },
  temporaryPassword: { ACTIVE: 'PASSWORD_EXPIRED', PASSWORD_EXPIRED: 'PASSWORD_EXPIRED' },
  changePassword: { STAGED: 'STAGED', ACTIVE: 'ACTIVE', PASSWORD_EXPIRED: 'ACTIVE', RECOVERY: 'ACTIVE' },
  wrongPassword: same('STAGED', 'ACTIVE', 'PASSWORD_EXPIRED', 'RECOVERY'),
  changeRecoveryQuestion: same('STAGED', 'ACTIVE', 'RECOVERY'),
  forgotPassword: same('ACTIVE'),
  setPassword: {
    STAGED: 'STAGED',
    PROVISIONED: 'ACTIVE',
    ACTIVE: 'ACTIVE',
    RECOVERY: 'ACTIVE',
    LOCKED_OUT: 'ACTIVE',
    PASSWORD_EXPIRED: 'ACTIVE',
    SUSPENDED: 'SUSPENDED',
  },
  update: same('STAGED', 'PROVISIONED', 'ACTIVE', 'RECOVERY', 'LOCKED_OUT', 'PASSWORD_EXPIRED', 'SUSPENDED'),
};

/** How each request is refused; the others with 403 E0000038. */
const refusals: Readonly<Partial<Record<Asked, readonly [number, string]>>> = {
  suspend: [400, 'E0000001'],
  unsuspend: [400, 'E0000001'],
  unlock: [403, 'E0000032'],
  changePassword: [403, 'E0000035'],
  wrongPassword: [403, 'E0000035'],
  changeRecoveryQuestion: [403, 'E0000036'],
  forgotPassword: [403, 'E0000034'],
};

/** Requests that need a password of the user. */
const onPassword: readonly Asked[] = [
  'expirePassword',
  'temporaryPassword',
  'changePassword',
  'wrongPassword',
  'changeRecoveryQuestion',
];

/** The event that each request writes. */
export const eventOf: Readonly<Record<Exclude<Asked, 'wrongPassword'>, string>> = {
  activate: 'user.lifecycle.activate',
  reactivate: 'user.lifecycle.reactivate',
  deactivate: 'user.lifecycle.deactivate',
  suspend: 'user.lifecycle.suspend',
  unsuspend: 'user.lifecycle.unsuspend',
  unlock: 'user.account.unlock_by_admin',
  resetPassword: 'user.account.reset_password',
  expirePassword: 'user.account.expire_password',
  temporaryPassword: 'user.account.update_password',
  changePassword: 'user.account.update_password',
  changeRecoveryQuestion: 'user.account.update_profile',
  forgotPassword: 'user.account.reset_password',
  setPassword: 'user.account.update_password',
  update: 'user.account.update_profile',
};

/** Every request. */
export const asked = Object.keys(leads) as readonly Asked[];

/** What the model knows of a user. */
export interface ModelUser {
  readonly status: UserStatus;
  /** The present password; undefined for none. */
  readonly password: string | undefined;
  /** Wrong passwords since the last right one, and after how many the user is locked out. */
  readonly wrong: number;
  readonly maxWrong: number;
}

/** What a request should be answered with, and what the user is afterwards. */
export interface Expected {
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly user: ModelUser;
}

/** How a request is refused in this status. */
function refusal(user: ModelUser, name: Asked): Expected {
  const alreadyActive = name === 'activate' && user.status === 'ACTIVE';
  // Who is deprovisioned is not there for a change.
  const gone = user.status === 'DEPROVISIONED' && ['deactivate', 'update', 'setPassword'].includes(name);
  if (gone) return { status: 404, errorCode: 'E0000007', user };
  const [status, errorCode] = refusals[name] ?? [403, alreadyActive ? 'E0000016' : 'E0000038'];
  return { status, errorCode, user };
}

/** The password after a request that was granted. @param next what the request or its answer made it */
function passwordAfter(user: ModelUser, name: Asked, next: string | undefined): string | undefined {
  if (name === 'deactivate') return undefined;
  return name === 'changePassword' || name === 'setPassword' || name === 'temporaryPassword' ? next : user.password;
}

const keepsCount: readonly Asked[] = ['activate', 'reactivate', 'suspend', 'unsuspend', 'expirePassword', 'update'];

/** What the facts say of a request. @param next the new password that it brings or gets */
export function expected(user: ModelUser, name: Asked, next: string | undefined): Expected {
  const to = leads[name][user.status];
  if (to === undefined || (onPassword.includes(name) && user.password === undefined)) return refusal(user, name);
  if (name === 'wrongPassword') {
    const wrong = user.wrong + 1;
    const locked = wrong >= user.maxWrong && user.status !== 'STAGED';
    return {
      status: 403,
      errorCode: 'E0000014',
      user: { ...user, wrong, status: locked ? 'LOCKED_OUT' : user.status },
    };
  }
  const status = name === 'activate' && user.password === undefined ? 'PROVISIONED' : to;
  const counts = keepsCount.includes(name) || name === 'forgotPassword';
  const after = { ...user, status, password: passwordAfter(user, name, next), wrong: counts ? user.wrong : 0 };
  return { status: 200, errorCode: undefined, user: after };
}

/** Asks for it. @param present the user's password @param next the password to set, where the request sets one */
export function ask(
  org: TestOrg,
  name: Asked,
  id: string,
  present = PASSWORD,
  next = 'Green-Lantern-52',
): Promise<TestAnswer> {
  const path = `/api/v1/users/${id}`;
  const change = (value: string) =>
    org.post(`${path}/credentials/change_password`, { oldPassword: { value }, newPassword: { value: next } });
  switch (name) {
    case 'changePassword':
      return change(present);
    case 'wrongPassword':
      return change('Wrong-Kettle-47');
    case 'changeRecoveryQuestion':
      return org.post(`${path}/credentials/change_recovery_question`, {
        password: { value: present },
        recovery_question: { question: 'Where?', answer: 'Here it is' },
      });
    case 'forgotPassword':
      return org.post(`${path}/credentials/forgot_password`);
    case 'setPassword':
      return org.post(path, { credentials: { password: { value: next } } });
    case 'update':
      return org.post(path, { profile: { nickName: `Nick ${next}` } });
    case 'resetPassword':
      return org.post(`${path}/lifecycle/reset_password`);
    case 'expirePassword':
      return org.post(`${path}/lifecycle/expire_password`);
    case 'temporaryPassword':
      return org.post(`${path}/lifecycle/expire_password?tempPassword=true`);
    default:
      return org.post(`${path}/lifecycle/${name}`);
  }
}
