import type { Context, ReadContext } from '../../../contract/context.js';
import { blank, invalid, OktaError } from '../../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { refused } from '../../../contract/reply.js';
import { type InlineAnswer, noteInlineCall } from '../../../objects/hooks/inline.js';
import { verifyHookPassword } from '../../../objects/hooks/password-import.js';
import { target, userTarget } from '../../../objects/logs/targets.js';
import { hashOf } from '../../../objects/secrets/scrypt.js';
import { advance } from '../../../objects/sign-in/advance.js';
import { findByName } from '../../../objects/sign-in/find-user.js';
import { beginSignIn, findSignIn } from '../../../objects/sign-in/state.js';
import { lockedOutView, transactionView } from '../../../objects/sign-in/view.js';
import { countFailure } from '../../../objects/users/lockout.js';
import { providerAfter } from '../../../objects/users/passwords/change.js';
import { passwordMatches } from '../../../objects/users/passwords/hash.js';
import { rulesFor } from '../../../objects/users/passwords/policy.js';
import { findToken } from '../../../objects/users/tokens.js';
import type { LogTarget } from '../../../store/rows/logs.js';
import type { PasswordHash, ScryptHash, UserRow } from '../../../store/rows/users.js';

const MAX_DEVICE_TOKEN = 32;
/** Characters of a name that an event keeps. */
const MAX_NAME = 255;

/** What was found out about a name and a password. */
interface Tried {
  readonly user?: UserRow;
  readonly right: boolean;
  /** The password again, hashed by us, where it had been imported. */
  readonly upgraded?: ScryptHash;
  /** What a password import hook said, where one was asked. */
  readonly asked?: InlineAnswer;
}

/** Who can sign in with a password at all: the others fail as if the password were wrong (facts: authn). */
const SIGNS_IN: ReadonlySet<UserRow['status']> = new Set(['ACTIVE', 'PASSWORD_EXPIRED']);

const failure = (): OktaError => new OktaError('E0000004');

/** @throws OktaError 400 E0000001 for a name, a password or a device token that cannot be one */
function checkForm(body: Members): void {
  for (const field of ['username', 'password'] as const) {
    if (textOf(body[field]) === undefined) throw invalid(field, blank(field));
  }
  const device = textOf(objectOf(body.context)?.deviceToken);
  if (device !== undefined && device.length > MAX_DEVICE_TOKEN) {
    throw invalid('deviceToken', 'deviceToken: The field is too long');
  }
}

/** Whether this is the user's password: by its hash, or by the hook that knows the passwords of imported users. */
async function isRight(
  ctx: ReadContext,
  user: UserRow,
  hash: PasswordHash,
  password: string,
): Promise<Pick<Tried, 'right' | 'asked'>> {
  if (hash.algorithm !== 'HOOK') return { right: await passwordMatches(ctx, hash, password) };
  const verdict = await verifyHookPassword(ctx, user, password);
  return verdict ? { right: verdict.verified, asked: verdict.answer } : { right: false };
}

async function tryPassword(ctx: ReadContext, username: string, password: string): Promise<Tried> {
  const user = findByName(ctx, username);
  const hash = user?.credentials.password;
  if (!user || !hash || !SIGNS_IN.has(user.status)) return user ? { user, right: false } : { right: false };
  const checked = await isRight(ctx, user, hash, password);
  return checked.right && hash.algorithm !== 'SCRYPT'
    ? { user, ...checked, upgraded: await hashOf(ctx, password) }
    : { user, ...checked };
}

/** Whoever it was who gave the name of nobody. */
const unknownActor = (name: string): LogTarget => target('unknown', 'User', name.slice(0, MAX_NAME), 'unknown');

const logFailure = (ctx: Context, actor: LogTarget, reason: string): void =>
  ctx.log('user.session.start', [], {
    outcome: { result: 'FAILURE', reason },
    severity: 'WARN',
    actor,
    // No session came of it, whoever sent it (facts: system-log §1).
    sessionId: 'unknown',
  });

/** What a wrong password leads to: it is counted, and the user is told no more than the policy says. */
function fail(ctx: Context, user: UserRow | undefined, name: string): unknown {
  if (!user) {
    logFailure(ctx, unknownActor(name), 'VERIFICATION_ERROR');
    return refused(failure());
  }
  const isLocked = user.status === 'LOCKED_OUT';
  logFailure(ctx, userTarget(user), isLocked ? 'LOCKED_OUT' : 'INVALID_CREDENTIALS');
  if (SIGNS_IN.has(user.status) && user.credentials.password) countFailure(ctx, user);
  const after = ctx.store.users.require(user.id);
  return after.status === 'LOCKED_OUT' && rulesFor(ctx, after).showLockoutFailures
    ? lockedOutView(ctx)
    : refused(failure());
}

function welcome(ctx: Context, user: UserRow, { upgraded, asked }: Tried): UserRow {
  if (asked) ctx.log('user.import.password', [userTarget(user)]);
  if (!upgraded) return user.failedAttempts ? ctx.store.users.update(user.id, { failedAttempts: 0 }) : user;
  const credentials = { ...user.credentials, password: upgraded, provider: providerAfter(user.credentials.provider) };
  return ctx.store.users.update(user.id, { failedAttempts: 0, credentials });
}

/** Text members that go along with a sign-in. */
const given = (name: string, value: unknown) => (textOf(value) === undefined ? {} : { [name]: textOf(value) });

/** Who is led to a first or a new password by an activation link. */
const CHOOSES_PASSWORD: ReadonlySet<UserRow['status']> = new Set(['PROVISIONED', 'RECOVERY']);

/** The link of an activation mail: who has a password signs in with it, who has none yet chooses one (facts: authn). */
function activate(ctx: Context, token: string): unknown {
  const row = findToken(ctx, token, 'ACTIVATION');
  const user = row && ctx.store.users.get(row.userId);
  const isKnown = user !== undefined && user.credentials.password !== undefined && SIGNS_IN.has(user.status);
  if (!user || !(isKnown || CHOOSES_PASSWORD.has(user.status))) throw failure();
  ctx.store.oneTimeTokens.remove(row.id);
  if (isKnown) return advance(ctx, user, beginSignIn(ctx, 'MFA_REQUIRED', { userId: user.id }));
  const signIn = beginSignIn(ctx, 'PASSWORD_RESET', { userId: user.id, recoveryType: 'ACCOUNT_ACTIVATION' });
  return transactionView(ctx, signIn, user);
}

const bodyOf = ({ body }: NeighbourCall): Members => objectOf(body) ?? {};

/** Whether a request goes on with what was begun before, or with an activation: it brings a token in place of a password. */
const bringsToken = (body: Members): boolean =>
  body.username === undefined && (textOf(body.stateToken) ?? textOf(body.token)) !== undefined;

/** `POST /api/v1/authn`: with name and password, with an activation token, or how a sign-in stands (facts: authn). */
export const authenticate = {
  prepare(call: NeighbourCall, ctx: ReadContext): Promise<Tried> | undefined {
    const body = bodyOf(call);
    if (bringsToken(body)) return undefined;
    checkForm(body);
    return tryPassword(ctx, String(body.username), String(body.password));
  },

  act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown {
    const body = bodyOf(call);
    const tried = prepared as Tried | undefined;
    if (!tried) {
      const token = textOf(body.token);
      if (token !== undefined) return activate(ctx, token);
      const signIn = findSignIn(ctx, body.stateToken);
      const { userId } = signIn.row;
      return transactionView(ctx, signIn, userId === undefined ? undefined : ctx.store.users.get(userId));
    }
    if (tried.asked) noteInlineCall(ctx, tried.asked);
    const user = tried.user && ctx.store.users.get(tried.user.id);
    const isSame = user !== undefined && user.credentials === tried.user?.credentials && SIGNS_IN.has(user.status);
    if (!isSame || !tried.right) return fail(ctx, user, String(body.username));
    const options = objectOf(body.options);
    const signIn = beginSignIn(ctx, 'MFA_REQUIRED', {
      userId: user.id,
      amr: ['pwd'],
      passwordVerified: ctx.now(),
      warns: options?.warnBeforePasswordExpired === true,
      enrolsMore: options?.multiOptionalFactorEnroll === true,
      ...given('deviceToken', objectOf(body.context)?.deviceToken),
      ...given('relayState', body.relayState),
    });
    return advance(ctx, welcome(ctx, user, tried), signIn);
  },
};
