import type { Fault } from '../../../contract/given.js';
import type { JsonObject } from '../../../store/rows/common.js';
import { choice, flag, ifGiven, inEitherCase, list, object, orNull, type Reader, text, whole } from './readers.js';

const status = (fallback: string) => choice(['ACTIVE', 'INACTIVE'], fallback);

/** What a policy says where a client does not: as recorded, not as documented (facts: policy §PASSWORD settings). */
const complexity = object({
  minLength: whole(8, 4, 30),
  minLowerCase: whole(1, 0, 1),
  minUpperCase: whole(1, 0, 1),
  minNumber: whole(1, 0, 1),
  minSymbol: whole(0, 0, 1),
  excludeUsername: flag(true),
  dictionary: object({ common: object({ exclude: flag(false) }) }),
  excludeAttributes: list(choice(['firstName', 'lastName']), []),
});

const age: Reader<JsonObject> = (value, at, faults) => {
  const given = object({
    maxAgeDays: whole(0, 0, 999),
    expireWarnDays: whole(0, 0, 999),
    minAgeMinutes: whole(0, 0),
    historyCount: whole(4, 0, 30),
  })(value, at, faults);
  const { maxAgeDays, expireWarnDays } = given ?? {};
  if (Number(expireWarnDays) > Number(maxAgeDays)) {
    const where = `${at}.expireWarnDays`;
    faults.push([where, `${where}: The value must be less than or equal to ${Number(maxAgeDays)}`]);
  }
  return given;
};

const lockout = object({
  maxAttempts: whole(10, 0, 100),
  autoUnlockMinutes: whole(0, 0),
  userLockoutNotificationChannels: list(choice(['EMAIL']), []),
  showLockoutFailures: flag(false),
});

const breachedProtection = object({
  expireAfterDays: orNull(whole(undefined, 0, 10)),
  logoutEnabled: flag(false),
  delegatedWorkflowId: orNull(text()),
});

const recovery = object({
  factors: object({
    recovery_question: object({
      status: status('ACTIVE'),
      properties: object({ complexity: object({ minLength: whole(4, 1, 100) }) }),
    }),
    okta_email: object({
      status: status('ACTIVE'),
      properties: object({ recoveryToken: object({ tokenLifetimeMinutes: whole(60, 1) }) }),
    }),
    okta_sms: object({ status: status('INACTIVE') }),
    okta_call: object({ status: status('INACTIVE') }),
  }),
});

/** The settings of a password policy, whole. */
export const passwordSettings: Reader<JsonObject> = object({
  password: object({ complexity, age, lockout, breachedProtection }),
  recovery,
  delegation: object({ options: object({ skipUnlock: flag(false) }) }),
});

const access = (fallback: string) => choice(['ALLOW', 'DENY'], fallback);
const METHODS = ['EMAIL', 'OTP', 'PUSH', 'SMS', 'VOICE'];

/** Methods come back in order and in lower case. */
const methods: Reader<readonly string[]> = (value, at, faults) =>
  list(inEitherCase(...METHODS))(value, at, faults)
    ?.map((name) => name.toLowerCase())
    .sort();

const otpNeedsItsApp = ({ primary }: JsonObject, at: string): Fault[] => {
  const { methods: given, methodConstraints } = (primary ?? {}) as JsonObject;
  const where = `${at}.primary.methodConstraints`;
  return Array.isArray(given) && given.includes('otp') && methodConstraints === undefined
    ? [[where, `${where}: The field cannot be left blank`]]
    : [];
};

const requirement: Reader<JsonObject> = (value, at, faults) => {
  const given = object({
    accessControl: choice(['LEGACY', 'AUTH_POLICY'], 'LEGACY'),
    primary: object({
      methods,
      methodConstraints: list(
        object({ method: text(), allowedAuthenticators: list(object({ key: text(), id: text() })) }),
      ),
    }),
    stepUp: object({ required: flag(false), methods: list(choice(['security_question'])) }),
  })(value, at, faults);
  if (given) faults.push(...otpNeedsItsApp(given, at));
  return given;
};

/**
 * What a rule of a password policy allows.
 * @param fallback `ALLOW` for a rule that says nothing of it, `DENY` for what one that says something leaves out
 */
export const passwordActions = (fallback: 'ALLOW' | 'DENY'): Reader<JsonObject> =>
  object({
    passwordChange: object({ access: access(fallback) }),
    selfServicePasswordReset: object({ access: access(fallback), requirement: ifGiven(requirement) }),
    selfServiceUnlock: object({ access: access(fallback) }),
  });
