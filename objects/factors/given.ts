import { blank, invalid, OktaError } from '../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../contract/given.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';
import { type FactorKind, kindOf } from './kinds.js';
import { questions } from './questions.js';

const WHAT = 'factorEnrollRequest';
const MIN_ANSWER = 4;
const MAX_TEXT = 255;

/** A factor as a request asks for it, checked in form. An answer is still plain here and goes no further than a hash. */
export interface GivenFactor {
  readonly kind: FactorKind;
  /** As it is to be shown. */
  readonly profile: JsonObject;
  /** A shared secret that the client brought. */
  readonly secret?: string;
  readonly answer?: string;
  readonly factorProfileId?: string;
  /** What proves at once that the user has it. */
  readonly proof: Members;
}

/** 400 E0000001 about the whole request. */
export const badEnrolment = (...causes: string[]): OktaError => invalid(WHAT, ...causes);

/**
 * A phone number in the form of E.164; numbers without a country are of the United States.
 * @throws OktaError 400 E0000098
 */
function phoneOf(value: unknown): string {
  const given = textOf(value)?.replace(/[\s().-]/g, '') ?? '';
  const number = given.startsWith('+') ? given : given.length === 10 ? `+1${given}` : `+${given}`;
  if (!/^\+[1-9]\d{6,14}$/.test(number)) throw new OktaError('E0000098');
  return number;
}

function phoneProfile(user: UserRow, profile: Members, isCall: boolean): JsonObject {
  const phoneNumber = phoneOf(profile.phoneNumber ?? user.profile.mobilePhone);
  const extension = textOf(profile.phoneExtension);
  if (extension !== undefined && !/^\d{1,10}$/.test(extension)) throw new OktaError('E0000098');
  return { phoneNumber, ...(isCall && extension !== undefined ? { phoneExtension: extension } : {}) };
}

/** @throws OktaError 400 E0000001 for an address that is not the user's own */
function emailProfile({ profile: own }: UserRow, profile: Members): JsonObject {
  const email = textOf(profile.email ?? own.email);
  const mine = [own.email, own.secondEmail].flatMap((address) => textOf(address)?.toLowerCase() ?? []);
  if (email === undefined || !mine.includes(email.toLowerCase())) {
    throw invalid('Only verified primary or secondary email can be enrolled.');
  }
  return { email };
}

function questionProfile(profile: Members): Pick<GivenFactor, 'profile' | 'answer'> {
  const question = textOf(profile.question);
  if (question === undefined) throw badEnrolment(blank('question'));
  const own = question === 'custom' ? textOf(profile.questionText) : undefined;
  const questionText = own ?? (Object.hasOwn(questions, question) ? questions[question] : undefined);
  if (questionText === undefined || questionText.length > MAX_TEXT) throw badEnrolment('Invalid security question.');
  const answer = textOf(profile.answer)?.trim() ?? '';
  if (answer.length < MIN_ANSWER || answer.length > MAX_TEXT) {
    throw badEnrolment(`The security question answer must be at least ${MIN_ANSWER} characters in length`);
  }
  return { profile: { question, questionText }, answer };
}

/** A text that a profile must have. @throws OktaError 400 E0000001 */
function needed(profile: Members, name: string): string {
  const value = textOf(profile[name]);
  if (value === undefined) throw badEnrolment(blank(name));
  if (value.length > MAX_TEXT) throw badEnrolment(`${name}: The field is too long`);
  return value;
}

function hotpProfile(body: Members, profile: Members): Pick<GivenFactor, 'profile' | 'secret' | 'factorProfileId'> {
  const factorProfileId = textOf(body.factorProfileId);
  if (factorProfileId === undefined) throw badEnrolment(blank('factorProfileId'));
  return { profile: {}, secret: needed(profile, 'sharedSecret'), factorProfileId };
}

function partsOf(user: UserRow, kind: FactorKind, body: Members): Omit<GivenFactor, 'kind' | 'proof'> {
  const profile = objectOf(body.profile) ?? {};
  switch (kind.factorType) {
    case 'sms':
    case 'call':
      return { profile: phoneProfile(user, profile, kind.factorType === 'call') };
    case 'email':
      return { profile: emailProfile(user, profile) };
    case 'question':
      return questionProfile(profile);
    case 'token:hotp':
      return hotpProfile(body, profile);
    case 'token':
      return { profile: { credentialId: needed(profile, 'credentialId') } };
    default:
      return { profile: { credentialId: textOf(user.profile.login) ?? '' } };
  }
}

/**
 * Reads a request to enrol a factor.
 * @throws OktaError 400 E0000001 for a factor that there is not, or a profile that it does not take; E0000098 for a number
 */
export function readFactor(user: UserRow, given: unknown): GivenFactor {
  const body = objectOf(given) ?? {};
  const type = textOf(body.factorType);
  if (type === undefined) throw badEnrolment(blank('factorType'));
  const kind = kindOf(type, textOf(body.provider));
  if (!kind) throw badEnrolment('Invalid Factor');
  return { kind, ...partsOf(user, kind, body), proof: objectOf(body.verify) ?? {} };
}

/**
 * Reads what a security question is to be from now on.
 * @throws OktaError 400 E0000001 for a question that there is not, or an answer that is too short
 */
export const readQuestion = (given: unknown): Pick<GivenFactor, 'profile' | 'answer'> =>
  questionProfile(objectOf(objectOf(given)?.profile) ?? {});

const UNABLE: ReadonlySet<UserRow['status']> = new Set(['STAGED', 'SUSPENDED', 'DEPROVISIONED']);

/**
 * A user who can have factors now.
 * @throws OktaError 403 E0000038
 */
export function checkAble({ status }: UserRow): void {
  if (UNABLE.has(status)) throw new OktaError('E0000038');
}

/** Seconds that a code is good: 300 unless said. @throws OktaError 400 E0000001 outside of 1 to 86400 */
export function lifetimeOf({ tokenLifetimeSeconds: seconds }: { readonly tokenLifetimeSeconds?: number }): number {
  if (seconds === undefined) return 300;
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) {
    throw invalid('tokenLifetimeSeconds', 'tokenLifetimeSeconds: The value must be between 1 and 86400');
  }
  return seconds;
}
