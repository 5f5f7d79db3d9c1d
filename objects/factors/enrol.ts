import type { Context } from '../../contract/context.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { ScryptHash, UserRow } from '../../store/rows/users.js';
import { userTarget } from '../logs/targets.js';
import { enrolmentFor } from '../policies/enrolment.js';
import { allowance } from './allowed.js';
import { newSecret } from './codes.js';
import { deliver } from './deliver.js';
import { badEnrolment, checkAble, type GivenFactor } from './given.js';
import type { FactorKind } from './kinds.js';
import { isVendorCode, wrongCode } from './prove.js';
import { beginTransaction } from './push.js';
import { removeFactor } from './removal.js';

/** How a factor is to be enrolled. */
export interface EnrolOptions {
  /** At once, without a proof. */
  readonly activate: boolean;
  /** In place of a phone that is there already. */
  readonly updatePhone: boolean;
  /** Seconds that a code is good. */
  readonly seconds: number;
  readonly templateId?: string | undefined;
  /** The answer of the request, hashed. */
  readonly answer?: ScryptHash | undefined;
}

/** The user's factor of a kind. */
const presentOf = (ctx: Pick<Context, 'store'>, user: UserRow, { factorType, provider }: FactorKind) =>
  ctx.store.factors.where('user', user.id).find((row) => row.factorType === factorType && row.provider === provider);

/** Whether a user may have several of a kind: keys. */
const isPlural = ({ proving }: FactorKind): boolean => proving === 'key';

/**
 * What stands in the way of a new factor goes, if it may.
 * @throws OktaError 400 E0000001 where the user has one already
 */
function makeRoom(
  ctx: Context,
  user: UserRow,
  { kind, profile }: GivenFactor,
  options: EnrolOptions,
): FactorRow | undefined {
  const present = isPlural(kind) ? undefined : presentOf(ctx, user, kind);
  if (!present) return undefined;
  const isPhone = kind.factorType === 'sms' || kind.factorType === 'call';
  const isOther = isPhone && present.profile.phoneNumber !== profile.phoneNumber;
  if (present.status === 'ACTIVE') {
    if (isOther && !options.updatePhone) throw badEnrolment('There is an existing verified phone number.');
    if (!isOther) throw badEnrolment('A factor of this type is already set up.');
  }
  // Who begins again goes on with what was begun: messages to one number have their pause.
  if (present.status === 'PENDING_ACTIVATION' && kind.proving === 'sent' && !isOther) return present;
  removeFactor(ctx, present);
  return undefined;
}

/** Whether it needs no further step. @throws OktaError where the proof that must come along is wrong */
function isActiveAtOnce({ kind, proof }: GivenFactor, { activate }: EnrolOptions): boolean {
  if (kind.proving === 'question') return true;
  if (kind.proving === 'vendor') {
    if (!isVendorCode(kind, proof)) throw wrongCode(kind);
    return true;
  }
  if (kind.factorType === 'token:hotp') {
    if (!activate) throw badEnrolment('A custom factor can be enrolled with activate=true only.');
    return true;
  }
  return activate && kind.proving === 'sent';
}

/** What only the device or the key tells, once it is there. */
const profileAtFirst = ({ kind, profile }: GivenFactor): JsonObject =>
  kind.proving === 'device' || kind.proving === 'key' ? {} : profile;

function insert(
  ctx: Context,
  user: UserRow,
  given: GivenFactor,
  { answer }: EnrolOptions,
  isActive: boolean,
): FactorRow {
  const now = ctx.now();
  const { kind, factorProfileId } = given;
  const secret = given.secret ?? (kind.proving === 'otp' ? newSecret(ctx) : undefined);
  return ctx.store.factors.insert({
    id: ctx.ids.next(kind.prefix),
    userId: user.id,
    factorType: kind.factorType,
    provider: kind.provider,
    vendorName: kind.provider,
    status: isActive ? 'ACTIVE' : 'PENDING_ACTIVATION',
    created: now,
    lastUpdated: now,
    profile: profileAtFirst(given),
    ...(factorProfileId === undefined ? {} : { factorProfileId }),
    ...(secret === undefined ? {} : { secret }),
    ...(answer === undefined ? {} : { answer }),
    ...(kind.proving === 'key' ? { nonce: ctx.ids.secret(20) } : {}),
  });
}

/**
 * Enrols a factor (facts: factors §2).
 * @throws OktaError 403 E0000038, 400 E0000001 where the user has it, or may not have it; 429 for messages too soon
 */
export function enrolFactor(ctx: Context, user: UserRow, given: GivenFactor, options: EnrolOptions): FactorRow {
  const { kind } = given;
  checkAble(user);
  if (!allowance(ctx, enrolmentFor(ctx, user), kind)) {
    throw badEnrolment('Factor not allowed for the user based on the Multifactor policy.');
  }
  const begun = makeRoom(ctx, user, given, options);
  const isActive = isActiveAtOnce(given, options);
  if (begun && isActive) removeFactor(ctx, begun);
  const factor = begun && !isActive ? begun : insert(ctx, user, given, options, isActive);
  if (isActive) {
    ctx.log('user.mfa.factor.activate', [userTarget(user)]);
    return factor;
  }
  if (kind.proving === 'device') beginTransaction(ctx, factor, 'ACTIVATION');
  if (kind.proving !== 'sent') return factor;
  return deliver(ctx, user, factor, { purpose: 'enroll', seconds: options.seconds, templateId: options.templateId });
}
