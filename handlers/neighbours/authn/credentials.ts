import type { Context, ReadContext } from '../../../contract/context.js';
import { blank, invalid, type OktaError } from '../../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { refused } from '../../../contract/reply.js';
import { userTarget } from '../../../objects/logs/targets.js';
import { hashOf } from '../../../objects/secrets/scrypt.js';
import { endSession } from '../../../objects/sessions/end.js';
import { advance } from '../../../objects/sign-in/advance.js';
import { findSignIn, moveSignIn, userOf } from '../../../objects/sign-in/state.js';
import { countFailure } from '../../../objects/users/lockout.js';
import { newPasswordFault, setPassword, updateFailed, wrongPassword } from '../../../objects/users/passwords/change.js';
import { passwordMatches } from '../../../objects/users/passwords/hash.js';
import type { SignInStatus } from '../../../store/rows/sessions.js';
import type { ScryptHash, UserRow } from '../../../store/rows/users.js';

/** What was found out about the passwords of a request, and about which row. */
interface Checked {
  readonly user: UserRow;
  readonly right: boolean;
  readonly fault?: OktaError;
  readonly password?: ScryptHash;
}

const CHANGES: readonly SignInStatus[] = ['PASSWORD_EXPIRED', 'PASSWORD_WARN'];
const RESETS: readonly SignInStatus[] = ['PASSWORD_RESET'];

const bodyOf = ({ body }: NeighbourCall): Members => objectOf(body) ?? {};

/** @throws OktaError 400 E0000001 for a password that is not there */
function needed(body: Members, field: string): string {
  const value = textOf(body[field]);
  if (value === undefined) throw invalid(field, blank(field));
  return value;
}

async function check(ctx: ReadContext, user: UserRow, password: string, old: string | undefined): Promise<Checked> {
  const hash = user.credentials.password;
  if (old !== undefined && !(hash && (await passwordMatches(ctx, hash, old)))) return { user, right: false };
  const fault = await newPasswordFault(ctx, user, password, old !== undefined);
  return fault ? { user, right: true, fault } : { user, right: true, password: await hashOf(ctx, password) };
}

/** The password that was found good, for the user as it was then. @throws OktaError 403 E0000014 */
function goodPassword(user: UserRow, { user: before, fault, password }: Checked): ScryptHash {
  if (before.credentials !== user.credentials) throw updateFailed('The credentials were changed by another request.');
  if (fault || !password) throw fault ?? updateFailed();
  return password;
}

/** A new password for one that has expired or soon will (facts: authn). */
export const changePassword = {
  prepare(call: NeighbourCall, ctx: ReadContext): Promise<Checked> {
    const body = bodyOf(call);
    const user = userOf(ctx, findSignIn(ctx, body.stateToken, ...CHANGES));
    return check(ctx, user, needed(body, 'newPassword'), needed(body, 'oldPassword'));
  },

  act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown {
    const checked = prepared as Checked;
    const body = bodyOf(call);
    const signIn = findSignIn(ctx, body.stateToken, ...CHANGES);
    const user = userOf(ctx, signIn);
    if (!checked.right) {
      countFailure(ctx, user);
      return refused(wrongPassword('oldPassword'));
    }
    const after = setPassword(ctx, user, goodPassword(user, checked), 'changePassword', { actor: userTarget(user) });
    if (body.revokeSessions === true) {
      for (const { id } of ctx.store.sessions.where('user', user.id)) endSession(ctx, id);
    }
    return advance(ctx, after, moveSignIn(ctx, signIn, { passwordVerified: ctx.now(), amr: ['pwd'] }));
  },
};

/** A new password at the end of a recovery or an activation. */
export const resetPassword = {
  prepare(call: NeighbourCall, ctx: ReadContext): Promise<Checked> {
    const body = bodyOf(call);
    const user = userOf(ctx, findSignIn(ctx, body.stateToken, ...RESETS));
    return check(ctx, user, needed(body, 'newPassword'), undefined);
  },

  act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown {
    const signIn = findSignIn(ctx, bodyOf(call).stateToken, ...RESETS);
    const user = userOf(ctx, signIn);
    const after = setPassword(ctx, user, goodPassword(user, prepared as Checked), 'setPassword', {
      actor: userTarget(user),
    });
    return advance(ctx, after, moveSignIn(ctx, signIn, { passwordVerified: ctx.now(), amr: ['pwd'] }));
  },
};
