import type { Fault } from '../../../contract/given.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';
import { anything, choice, duration, flag, ifGiven, inEitherCase, list, object, type Reader, text } from './readers.js';

const wanted = choice(['REQUIRED', 'OPTIONAL']);
const types = list(inEitherCase('SECURITY_KEY', 'PHONE', 'EMAIL', 'PASSWORD', 'SECURITY_QUESTION', 'APP', 'FEDERATED'));
const methods = list(
  inEitherCase(
    ...['PASSWORD', 'SECURITY_QUESTION', 'SMS', 'VOICE', 'EMAIL', 'PUSH', 'SIGNED_NONCE', 'OTP', 'TOTP', 'WEBAUTHN'],
    ...['DUO', 'IDP', 'CERT'],
  ),
);
const authenticators = list(object({ key: text(), id: text(), method: text() }));

/** What a class of factors asks for; it is required unless it only says what it excludes (facts: policy). */
const constraintOf =
  (more: { readonly [name: string]: Reader }): Reader<JsonObject> =>
  (value, at, faults) => {
    const given = object({
      required: flag(),
      types,
      methods,
      reauthenticateIn: duration(),
      authenticationMethods: authenticators,
      excludedAuthenticationMethods: authenticators,
      ...more,
    })(value, at, faults);
    if (!given) return undefined;
    const { required, ...rest } = given;
    const names = Object.keys(rest);
    const excludesOnly = names.length === 1 && names[0] === 'excludedAuthenticationMethods';
    return { required: required ?? !excludesOnly, ...rest };
  };

const constraints = list(
  object({
    knowledge: ifGiven(constraintOf({})),
    possession: ifGiven(
      constraintOf({
        deviceBound: wanted,
        hardwareProtection: wanted,
        phishingResistant: wanted,
        userPresence: wanted,
        userVerification: wanted,
      }),
    ),
  }),
);

const assurance = object({
  factorMode: choice(['1FA', '2FA'], '2FA'),
  type: choice(['ASSURANCE', 'AUTH_METHOD_CHAIN'], 'ASSURANCE'),
  reauthenticateIn: duration('PT12H'),
  inactivityPeriod: duration(),
  constraints: ifGiven(constraints),
});

const chain = object({ type: text(), chains: list(anything, []), reauthenticateIn: duration() });

const verificationMethod: Reader<JsonObject> = (value, at, faults) => {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  const given = (type === 'AUTH_METHOD_CHAIN' ? chain : assurance)(value, at, faults);
  if (given?.factorMode === '1FA') faults.push(...tooManyClasses(given.constraints, at));
  return given;
};

/** One factor cannot be of two classes. */
const tooManyClasses = (given: Json | undefined, at: string): Fault[] => {
  const where = `${at}.constraints`;
  const items = Array.isArray(given) ? (given as readonly JsonObject[]) : [];
  return items.some(({ knowledge, possession }) => knowledge && possession)
    ? [[where, `${where}: The number of constraint classes cannot exceed the factor mode.`]]
    : [];
};

const appSignOn = object({
  access: choice(['ALLOW', 'DENY'], 'ALLOW'),
  verificationMethod,
  keepMeSignedIn: object({
    postAuth: choice(['ALLOWED', 'NOT_ALLOWED'], 'NOT_ALLOWED'),
    postAuthPromptFrequency: duration(),
  }),
});

/** What a rule of an authentication policy asks of who signs in to an app. */
export const accessActions: Reader<JsonObject> = object({ appSignOn });
