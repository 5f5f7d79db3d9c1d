import type { Row, Timestamp } from './common.js';
import type { SentCode } from './factors.js';
import { collection } from './spec.js';

/** Who proved to be whom, and how. */
interface SignedIn extends Row {
  readonly userId: string;
  /** How: `pwd`, `otp`, `sms`, ... (facts: sessions). */
  readonly amr: readonly string[];
  readonly created: Timestamp;
  readonly lastPasswordVerification: Timestamp | null;
  readonly lastFactorVerification: Timestamp | null;
}

/** A session (facts: sessions). Its id is the value of the cookie. */
export interface SessionRow extends SignedIn {
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Minutes that it goes on from its last use. */
  readonly idleMinutes: number;
  /** Minutes that it lasts at most; 0: as long as it is used. */
  readonly lifetimeMinutes: number;
}

/** A one-time token that becomes a session. Its id is the hash of the token. */
export interface SessionTokenRow extends SignedIn {
  /** The session that is there already, whose cookie it stands for. */
  readonly sessionId?: string;
  /** The id of the session that it becomes: the sign-in was logged with it. */
  readonly begins?: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly idleMinutes: number;
  readonly lifetimeMinutes: number;
}

/** The states of a sign-in that goes on (facts: authn). */
export type SignInStatus =
  | 'PASSWORD_WARN'
  | 'PASSWORD_EXPIRED'
  | 'PASSWORD_RESET'
  | 'RECOVERY'
  | 'RECOVERY_CHALLENGE'
  | 'MFA_ENROLL'
  | 'MFA_ENROLL_ACTIVATE'
  | 'MFA_REQUIRED'
  | 'MFA_CHALLENGE';

/** A sign-in, or a recovery, that is under way. Its id is the hash of the state token. */
export interface SignInRow extends Row {
  /** Absent where nobody has the name that was given: whoever asks must not learn that. */
  readonly userId?: string;
  readonly status: SignInStatus;
  readonly created: Timestamp;
  /** Milliseconds since 1970; each step moves it. */
  readonly expires: number;
  readonly amr: readonly string[];
  readonly passwordVerified?: Timestamp;
  readonly factorVerified?: Timestamp;
  /** What the person chose to pass over: a warning, an optional enrolment. */
  readonly skipped: readonly string[];
  /** Whether the person is offered further factors after the first. */
  readonly enrolsMore: boolean;
  /** What is offered now can be passed over. */
  readonly canSkip?: boolean;
  readonly warns: boolean;
  readonly deviceToken?: string;
  readonly relayState?: string;
  readonly factorId?: string;
  /** The question on a device that is waited for. */
  readonly transactionId?: string;
  readonly recoveryType?: 'PASSWORD' | 'UNLOCK' | 'ACCOUNT_ACTIVATION';
  readonly recoveryFactor?: 'EMAIL' | 'SMS' | 'CALL';
  readonly code?: SentCode;
  readonly failedAttempts?: number;
}

/** A device on which no second factor is asked for again. */
export interface RememberedDeviceRow extends Row {
  readonly userId: string;
  /** What the client calls the device. */
  readonly deviceToken: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export const sessions = collection<SessionRow>()({
  prefix: '102',
  typeName: 'AppSession',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});

export const sessionTokens = collection<SessionTokenRow>()({
  prefix: '201',
  typeName: 'SessionToken',
  index: { user: (row) => row.userId, session: (row) => row.sessionId },
  references: { user: { to: 'users', onRemove: 'cascade' }, session: { to: 'sessions', onRemove: 'cascade' } },
});

export const signIns = collection<SignInRow>()({
  prefix: 'sgn',
  typeName: 'SignIn',
  index: { user: (row) => row.userId, factor: (row) => row.factorId },
  references: { user: { to: 'users', onRemove: 'cascade' }, factor: { to: 'factors', onRemove: 'cascade' } },
});

export const rememberedDevices = collection<RememberedDeviceRow>()({
  prefix: 'rmd',
  typeName: 'Device',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});
