import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { type Members, textOf } from '../../contract/given.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { allows } from '../lifecycle.js';
import { userTarget } from '../logs/targets.js';
import { lockOut } from '../users/lockout.js';
import { userLifecycle } from '../users/states.js';
import { kindOfRow } from './kinds.js';
import { prove } from './prove.js';

/** Wrong codes in a row after which the user is locked out, or the enrolment is held up (facts: factors §2). */
const MAX_WRONG = 5;

/** The factor after a proof, or why it is refused; what is counted is counted already. */
export type Verified = { readonly factor: FactorRow } | { readonly error: OktaError };

/** What a factor no longer holds once it was proved. */
function spent({ id: _id, seq: _seq, code: _code, nonce: _nonce, failedAttempts: _failed, ...rest }: FactorRow) {
  return rest;
}

const failed = (ctx: Context, user: UserRow, error: OktaError): void =>
  ctx.log('user.authentication.auth_via_mfa', [userTarget(user)], {
    outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' },
    severity: 'WARN',
    debugData: { reason: error.code },
  });

/** Counts a wrong code. The fifth in a row locks the user out. */
function countWrong(ctx: Context, user: UserRow, factor: FactorRow, error: OktaError): Verified {
  const failedAttempts = (factor.failedAttempts ?? 0) + 1;
  failed(ctx, user, error);
  if (failedAttempts < MAX_WRONG) {
    ctx.store.factors.update(factor.id, { failedAttempts });
    return { error };
  }
  ctx.store.factors.update(factor.id, { failedAttempts: 0 });
  if (allows(userLifecycle, 'lock', user.status)) lockOut(ctx, user);
  return { error: new OktaError('E0000069') };
}

/** How sessions and events call it when a factor was proved. */
export function verifyFactor(
  ctx: Context,
  user: UserRow,
  factor: FactorRow,
  given: Members,
  answerIsRight = false,
): Verified {
  if (factor.status !== 'ACTIVE') throw new OktaError('E0000154');
  if (user.status === 'LOCKED_OUT') throw new OktaError('E0000069');
  const found = prove(ctx, factor, given, { isEnrolment: false, answerIsRight });
  if (!found.right) return countWrong(ctx, user, factor, found.error);
  const after = ctx.store.factors.replace(factor.id, { ...spent(factor), ...found.changes });
  ctx.log('user.authentication.auth_via_mfa', [userTarget(user)]);
  return { factor: after };
}

/** What a key tells of itself when it is enrolled. */
function profileAfter(ctx: Context, user: UserRow, factor: FactorRow): JsonObject {
  const login = textOf(user.profile.login) ?? '';
  if (factor.factorType === 'u2f') return { credentialId: ctx.ids.secret(40), version: 'U2F_V2' };
  if (factor.factorType === 'webauthn') return { credentialId: ctx.ids.secret(40), authenticatorName: 'Sandbox key' };
  return Object.keys(factor.profile).length > 0 ? factor.profile : { credentialId: login };
}

/**
 * Makes a factor active with the first proof that the user has it.
 * @throws OktaError 429 E0000047 after five wrong ones
 */
export function activateFactor(ctx: Context, user: UserRow, factor: FactorRow, given: Members): Verified {
  if ((factor.failedAttempts ?? 0) >= MAX_WRONG) throw new OktaError('E0000047');
  const found = prove(ctx, factor, given, { isEnrolment: true });
  if (!found.right) {
    ctx.store.factors.update(factor.id, { failedAttempts: (factor.failedAttempts ?? 0) + 1 });
    return { error: found.error };
  }
  const after = ctx.store.factors.replace(factor.id, {
    ...spent(factor),
    ...found.changes,
    status: 'ACTIVE',
    lastUpdated: ctx.now(),
    profile: profileAfter(ctx, user, factor),
  });
  ctx.log('user.mfa.factor.activate', [userTarget(user)]);
  return { factor: after };
}

/** How a session names that this factor was proved. */
export const amrOf = (factor: FactorRow): string => kindOfRow(factor).amr;
