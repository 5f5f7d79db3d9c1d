import type { Context } from '../../../contract/context.js';
import { blank, invalid, OktaError } from '../../../contract/errors.js';
import { type Members, objectOf, oneOf, refuseAll, textOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { findByName } from '../../../objects/sign-in/find-user.js';
import {
  type Channel,
  canRecover,
  hasChannel,
  issueRecovery,
  mailRecovery,
  type RecoveryType,
  sendRecoveryCode,
} from '../../../objects/sign-in/recover.js';
import { beginSignIn } from '../../../objects/sign-in/state.js';
import { recoveryTokenView, transactionView } from '../../../objects/sign-in/view.js';
import type { UserRow } from '../../../store/rows/users.js';

/** What a client asks for who cannot sign in. */
interface Asked {
  readonly user: UserRow | undefined;
  readonly type: RecoveryType;
  readonly channel: Channel | undefined;
  readonly relayState: string | undefined;
}

const CHANNELS: readonly string[] = ['EMAIL', 'SMS', 'CALL'];

/** @throws OktaError 400 E0000001 without a name, or for a channel that there is not */
function read(ctx: Context, body: Members, type: RecoveryType): Asked {
  const username = textOf(body.username);
  if (username === undefined) throw invalid('username', blank('username'));
  const { factorType } = body;
  refuseAll(oneOf('factorType', factorType, CHANNELS));
  const channel = textOf(factorType) as Channel | undefined;
  return { user: findByName(ctx, username), type, channel, relayState: textOf(body.relayState) };
}

/** A trusted application is given the token itself, to hand it on as it likes. */
function forTrusted(ctx: Context, { user, type, relayState }: Asked): unknown {
  if (!user) throw new OktaError('E0000095');
  if (!canRecover(user, type)) throw new OktaError(type === 'UNLOCK' ? 'E0000032' : 'E0000034');
  return recoveryTokenView(ctx, user, { ...issueRecovery(ctx, user, type), recoveryType: type, relayState });
}

/** Whoever asks learns nothing of whether there is such a user: the answer is the same. */
function forPublic(ctx: Context, { user, type, channel = 'EMAIL', relayState }: Asked): unknown {
  const known = user && canRecover(user, type) ? user : undefined;
  if (!hasChannel(ctx, user, channel)) throw new OktaError(type === 'UNLOCK' ? 'E0000032' : 'E0000034');
  const relay = relayState === undefined ? {} : { relayState };
  if (channel === 'EMAIL') {
    if (known) mailRecovery(ctx, known, type);
    return { status: 'RECOVERY_CHALLENGE', ...relay, factorResult: 'WAITING', factorType: 'EMAIL', recoveryType: type };
  }
  const signIn = beginSignIn(ctx, 'RECOVERY_CHALLENGE', {
    ...(known ? { userId: known.id } : {}),
    ...relay,
    recoveryType: type,
    recoveryFactor: channel,
    code: sendRecoveryCode(ctx, known, channel, type),
  });
  return transactionView(ctx, signIn, known);
}

const recover =
  (type: RecoveryType) =>
  ({ body }: NeighbourCall, ctx: Context): unknown => {
    const asked = read(ctx, objectOf(body) ?? {}, type);
    const isTrusted = ctx.caller.tokenId !== '' && asked.channel === undefined;
    return isTrusted ? forTrusted(ctx, asked) : forPublic(ctx, asked);
  };

/** Begins the way to a new password (facts: authn). */
export const recoverPassword = recover('PASSWORD');

/** Begins the way out of a lockout. */
export const recoverAccount = recover('UNLOCK');
