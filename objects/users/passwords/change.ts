import type { Context, EventDetails, ReadContext } from '../../../contract/context.js';
import { OktaError } from '../../../contract/errors.js';
import type { ScryptHash, UserRow } from '../../../store/rows/users.js';
import { transition } from '../../lifecycle.js';
import { moveUser } from '../change.js';
import { type UserAction, userLifecycle } from '../states.js';
import { endTokens } from '../tokens.js';
import { COMMON_PASSWORD, historyAfter, isTooYoung, requirements, rulesFor, wasUsed, weakness } from './policy.js';

/** 403 E0000014. */
export const updateFailed = (...causes: string[]): OktaError => new OktaError('E0000014', { causes });

/** Wrong present password, by the member of the request that holds it (facts: errors §4). */
export const wrongPassword = (member: string): OktaError =>
  updateFailed(`${member}: The credentials provided were incorrect.`);

/** Who checks a password that the sandbox hashed itself: an import ends with it. */
export const providerAfter = (provider: UserRow['credentials']['provider']): UserRow['credentials']['provider'] =>
  provider.type === 'IMPORT' ? { type: 'OKTA', name: 'OKTA' } : provider;

/**
 * Puts the new password in; expired and recovering users are active again.
 * @param action by which the user comes to it
 * @param details who its event names, where that is nobody's token
 */
export function setPassword(
  ctx: Context,
  user: UserRow,
  password: ScryptHash,
  action: UserAction = 'changePassword',
  details: EventDetails = {},
): UserRow {
  const status = transition(userLifecycle, action, user.status, user);
  const credentials = {
    ...user.credentials,
    password,
    history: historyAfter(user, rulesFor(ctx, user)),
    provider: providerAfter(user.credentials.provider),
  };
  endTokens(ctx, user.id);
  const changes = { passwordChanged: ctx.now(), failedAttempts: 0, credentials };
  return moveUser(ctx, user, status, changes, [['user.account.update_password', details]]);
}

/** Why a user may not take this password; the policy is enforced in full, as for any change by the user. */
export async function newPasswordFault(
  ctx: ReadContext,
  user: UserRow,
  password: string,
  strictAge: boolean,
): Promise<OktaError | undefined> {
  const rules = rulesFor(ctx, user);
  const weak = weakness(password, user.profile, rules);
  if (weak) return updateFailed(weak === 'common' ? COMMON_PASSWORD : `Passwords must have ${requirements(rules)}`);
  if (strictAge && isTooYoung(user, rules, ctx.clock.now())) {
    return updateFailed('Password cannot be changed because the minimum age requirement is not met');
  }
  if (await wasUsed(ctx, password, user, rules)) {
    return updateFailed('Password cannot be your current password or one of your former passwords');
  }
  return undefined;
}
