import type { Json, Row, Timestamp } from './common.js';
import { collection, folded, text } from './spec.js';

/** The states of a user (facts: users §5). */
export type UserStatus =
  | 'STAGED'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'RECOVERY'
  | 'LOCKED_OUT'
  | 'PASSWORD_EXPIRED'
  | 'SUSPENDED'
  | 'DEPROVISIONED';

/** scrypt's `N`. */
export type ScryptCost = 16 | 32 | 64 | 128 | 256 | 512 | 1024 | 2048 | 4096 | 8192 | 16384 | 32768 | 65536;

/** A password or an answer, hashed by the sandbox itself. `salt` and `value` are base64. */
export interface ScryptHash {
  readonly algorithm: 'SCRYPT';
  /** scrypt's `N`; 4096 where a hash does not say. */
  readonly cost?: ScryptCost;
  readonly salt: string;
  readonly value: string;
}

/** A hash that was imported with the user, verified as sent and replaced by scrypt at the first sign-in (facts: users §6). */
export interface ImportedHash {
  readonly algorithm: 'BCRYPT' | 'PBKDF2' | 'SHA-512' | 'SHA-256' | 'SHA-1' | 'MD5';
  readonly value: string;
  readonly salt?: string;
  readonly saltOrder?: 'PREFIX' | 'POSTFIX';
  readonly workFactor?: number;
  readonly iterationCount?: number;
  readonly keySize?: number;
  readonly digestAlgorithm?: string;
}

/** The password is checked by an inline hook at the first sign-in. */
export interface HookPassword {
  readonly algorithm: 'HOOK';
  readonly type: string;
}

export type PasswordHash = ScryptHash | ImportedHash | HookPassword;

export interface UserCredentials {
  readonly password?: PasswordHash;
  /** Former passwords, newest first, as far as the password policy looks back. */
  readonly history?: readonly PasswordHash[];
  readonly recoveryQuestion?: { readonly question: string; readonly answer: ScryptHash };
  readonly provider: { readonly type: string; readonly name: string };
}

export interface UserRow extends Row {
  readonly status: UserStatus;
  /** `oty…` */
  readonly typeId: string;
  /** `guo…`: the realm that orgs of today put every user into. */
  readonly realmId: string;
  readonly created: Timestamp;
  readonly activated: Timestamp | null;
  readonly statusChanged: Timestamp | null;
  readonly lastLogin: Timestamp | null;
  readonly lastUpdated: Timestamp;
  readonly passwordChanged: Timestamp | null;
  readonly profile: Readonly<Record<string, Json>>;
  readonly credentials: UserCredentials;
  /** Wrong passwords in a row since the last right one. */
  readonly failedAttempts?: number;
}

/**
 * A one-time secret that was mailed or returned: activation, password reset, recovery. Its id is the SHA-256 of the token
 * (base64url): the token itself is only in the answer and in the mail.
 */
export interface OneTimeTokenRow extends Row {
  readonly userId: string;
  readonly purpose: 'ACTIVATION' | 'PASSWORD_RESET' | 'RECOVERY' | 'UNLOCK';
  readonly created: Timestamp;
  readonly expires: Timestamp;
}

/** The digit of each status in the order of the list, which cursors begin with; LOCKED_OUT's place is inferred (facts: reports). */
const PLACES: Readonly<Record<UserStatus, string>> = {
  STAGED: '0',
  PROVISIONED: '1',
  ACTIVE: '2',
  RECOVERY: '3',
  PASSWORD_EXPIRED: '4',
  LOCKED_OUT: '5',
  SUSPENDED: '6',
  DEPROVISIONED: '7',
};

/** What the keys of users of this status begin with in the order `status`. */
export const placeOf = (status: string): string => PLACES[status as UserStatus] ?? '';

export const users = collection<UserRow>()({
  prefix: '00u',
  typeName: 'User',
  unique: { login: (row) => folded(row.profile.login) },
  uniqueness: { login: { folded: true } },
  index: {
    status: (row) => row.status,
    type: (row) => row.typeId,
    email: (row) => folded(row.profile.email),
    shortName: (row) => folded(text(row.profile.login)?.split('@')[0]),
  },
  orders: {
    status: {
      key: (row) => placeOf(row.status) + row.id,
      head: { member: 'status', key: (id, status) => placeOf(status) + id },
    },
    id: { key: (row) => row.id, head: { key: (id) => id } },
  },
  references: { type: { to: 'userTypes', onRemove: 'refuse' } },
});

export const oneTimeTokens = collection<OneTimeTokenRow>()({
  prefix: 'ott',
  typeName: 'Token',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});
