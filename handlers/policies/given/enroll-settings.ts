import type { ReadContext } from '../../../contract/context.js';
import { invalid, OktaError } from '../../../contract/errors.js';
import { type Fault, objectOf } from '../../../contract/given.js';
import { activeAuthenticators, spokenOf } from '../../../objects/policies/authenticators.js';
import type { JsonObject } from '../../../store/rows/common.js';
import { choice, ifGiven, list, object, type Reader, text, texts } from './readers.js';

type Reads = Pick<ReadContext, 'store'>;

const self = choice(['NOT_ALLOWED', 'OPTIONAL', 'REQUIRED'], 'NOT_ALLOWED');

const authenticators = list(
  object({
    key: text(),
    id: text(),
    enroll: object({ self }),
    constraints: ifGiven(object({ aaguidGroups: texts([]) })),
  }),
  [],
);

const FACTORS = [
  ...(['duo', 'fido_u2f', 'fido_webauthn', 'google_otp', 'hotp', 'okta_call', 'okta_email', 'okta_otp'] as const),
  ...(['okta_password', 'okta_push', 'okta_question', 'okta_sms', 'rsa_token', 'symantec_vip'] as const),
  'yubikey_token',
];

const factor = ifGiven(
  object({
    enroll: object({ self }),
    consent: object({
      type: choice(['NONE', 'TERMS_OF_SERVICE'], 'NONE'),
      terms: ifGiven(object({ format: text(), value: text() })),
    }),
  }),
);

const factors: Reader<JsonObject> = object(Object.fromEntries(FACTORS.map((name) => [name, factor])));

/** People sign in with their passwords, whatever else they enrol. */
const passwordFactor: JsonObject = { okta_password: { enroll: { self: 'REQUIRED' }, consent: { type: 'NONE' } } };

const MISFORMED =
  'The policy could not be created or updated because the request was not formatted correctly. Please ensure that ' +
  'the value of the "type" field is valid and that the rest of the body conforms to the expected format for that type.';

/** 400 E0000001 as the newer validator of policies words a body of another form. */
const misformed = (): OktaError =>
  new OktaError('E0000001', {
    args: [MISFORMED],
    causes: [{ errorSummary: MISFORMED, reason: 'INVALID_FORMAT', locationType: 'body', domain: 'policy' }],
  });

/** @throws OktaError 400 E0000001 `mediationPolicy` where the default policy would leave people without a password */
function keepPassword(given: readonly JsonObject[]): void {
  const password = given.find(({ key }) => key === 'okta_password');
  if (!password || objectOf(password.enroll)?.self === 'NOT_ALLOWED') {
    throw invalid(
      'mediationPolicy',
      'mediationPolicy: The default policy cannot do without the password authenticator.',
    );
  }
}

/**
 * The settings of an enrolment policy: authenticators, or factors in an org of the older engine. What was there before
 * stays where the body says nothing.
 * @param isEngine Identity Engine
 * @param isDefault the policy that applies where no other does
 */
export function enrollSettings(
  ctx: Reads,
  value: unknown,
  faults: Fault[],
  { isEngine, isDefault, before }: { isEngine: boolean; isDefault: boolean; before?: JsonObject | undefined },
): JsonObject {
  const given = objectOf(value);
  if (!given && before) return before;
  const inFactors = given?.factors !== undefined && given.factors !== null;
  const inAuthenticators = Boolean(given?.authenticators) || given?.type === 'AUTHENTICATORS';
  if (inAuthenticators && (inFactors || !isEngine)) throw misformed();
  if (inFactors || (!isEngine && given)) {
    const read = { ...passwordFactor, ...factors(given?.factors, 'settings.factors', faults) };
    return isEngine ? { type: 'FACTORS', factors: read } : { factors: read };
  }
  if (!isEngine) return { factors: passwordFactor };
  if (given && given.type !== undefined && given.type !== null && given.type !== 'AUTHENTICATORS') throw misformed();
  const named = authenticators(given?.authenticators, 'settings.authenticators', faults) ?? [];
  if (named.some(({ key }) => key === undefined)) throw misformed();
  if (given && isDefault) keepPassword(named);
  return { type: 'AUTHENTICATORS', authenticators: spokenOf(activeAuthenticators(ctx), named) };
}
