import type { Context, ReadContext } from '../../contract/context.js';
import { blank, invalid, OktaError } from '../../contract/errors.js';
import { objectOf, textOf } from '../../contract/given.js';
import { type Call, type HandlersOf, waiting } from '../../contract/operations.js';
import { type Refused, refused } from '../../contract/reply.js';
import { type InlineAnswer, noteInlineCall } from '../../objects/hooks/inline.js';
import { canVerifyHookPassword, verifyHookPassword } from '../../objects/hooks/password-import.js';
import { transition } from '../../objects/lifecycle.js';
import { userTarget } from '../../objects/logs/targets.js';
import { hashOf, normalAnswer, scryptMatches } from '../../objects/secrets/scrypt.js';
import { changeUser } from '../../objects/users/change.js';
import { findUser } from '../../objects/users/find.js';
import { countFailure } from '../../objects/users/lockout.js';
import { mail } from '../../objects/users/mail.js';
import { newPasswordFault, setPassword, updateFailed, wrongPassword } from '../../objects/users/passwords/change.js';
import { passwordMatches } from '../../objects/users/passwords/hash.js';
import { rulesFor } from '../../objects/users/passwords/policy.js';
import { isExternal, type UserAction, userLifecycle } from '../../objects/users/states.js';
import { issueToken } from '../../objects/users/tokens.js';
import { credentialsOf } from '../../objects/users/view.js';
import type { PasswordHash, ScryptHash, UserRow } from '../../store/rows/users.js';
import { checkAnswer, readCredentials } from './given.js';

/** What `prepare` found out by waiting, and about which row. */
interface Verified {
  readonly user: UserRow;
  /** The secret that the caller gave is right. */
  readonly right: boolean;
  /** Why the new password is refused. */
  readonly fault?: OktaError;
  readonly password?: ScryptHash;
  readonly answer?: ScryptHash;
  /** The old password again, hashed by us, where it had been imported. */
  readonly upgraded?: ScryptHash;
  /** What a password import hook said, where one was asked. */
  readonly asked?: InlineAnswer;
}

/** The user, if it may do this now and has a password that can be checked: by Okta, or by a hook that is there. */
function ready(ctx: ReadContext, userId: string, action: UserAction): { user: UserRow; hash: PasswordHash } {
  const user = findUser(ctx, userId);
  transition(userLifecycle, action, user.status, user);
  const hash = user.credentials.password;
  const isCheckable = hash && (hash.algorithm !== 'HOOK' || canVerifyHookPassword(ctx));
  if (!isCheckable) throw userLifecycle[action].refuse(user.status, user);
  return { user, hash };
}

/** Whether this is the user's password, and what a hook said of it. */
async function check(
  ctx: ReadContext,
  user: UserRow,
  hash: PasswordHash,
  password: string,
): Promise<Pick<Verified, 'right' | 'asked'>> {
  if (hash.algorithm !== 'HOOK') return { right: await passwordMatches(ctx, hash, password) };
  const verdict = await verifyHookPassword(ctx, user, password);
  return verdict ? { right: verdict.verified, asked: verdict.answer } : { right: false };
}

/** The row that was verified must still be the present one, and allow the action: another request may have come in between. */
function present(ctx: Context, { user, asked, right }: Verified, action: UserAction): UserRow {
  if (asked) noteInlineCall(ctx, asked);
  if (asked && right) ctx.log('user.import.password', [userTarget(user)]);
  const now = ctx.store.users.require(user.id);
  if (now.credentials !== user.credentials) throw updateFailed('The credentials were changed by another request.');
  transition(userLifecycle, action, now.status, now);
  return now;
}

/** Refuses; that a hook was called before stays written down. */
function refuse({ asked }: Verified, error: OktaError): Refused {
  if (asked) return refused(error);
  throw error;
}

const secretOf = (given: unknown): string | undefined => textOf(objectOf(given)?.value);

async function verifyChange({ params, body, query }: Call<'changePassword'>, ctx: ReadContext): Promise<Verified> {
  const { user, hash } = ready(ctx, params.userId, 'changePassword');
  const request = objectOf(body);
  const oldPassword = secretOf(request?.oldPassword);
  const newPassword = secretOf(request?.newPassword);
  if (oldPassword === undefined) throw invalid('oldPassword', blank('oldPassword'));
  if (newPassword === undefined) throw invalid('newPassword', blank('newPassword'));
  const checked = await check(ctx, user, hash, oldPassword);
  if (!checked.right) return { user, ...checked };
  const fault = await newPasswordFault(ctx, user, newPassword, query.strict === true);
  return fault ? { user, ...checked, fault } : { user, ...checked, password: await hashOf(ctx, newPassword) };
}

async function verifyQuestion({ params, body }: Call<'changeRecoveryQuestion'>, ctx: ReadContext): Promise<Verified> {
  const { user, hash } = ready(ctx, params.userId, 'changeRecoveryQuestion');
  const request = objectOf(body);
  const password = secretOf(request?.password);
  if (password === undefined) throw invalid('password', blank('password'));
  const { recoveryQuestion } = readCredentials({ recovery_question: objectOf(request?.recovery_question) ?? {} });
  if (!recoveryQuestion) throw invalid('recovery_question', blank('recovery_question'));
  checkAnswer(recoveryQuestion.answer, rulesFor(ctx, user));
  const checked = await check(ctx, user, hash, password);
  if (!checked.right) return { user, ...checked };
  const answer = await hashOf(ctx, normalAnswer(recoveryQuestion.answer));
  return hash.algorithm === 'SCRYPT'
    ? { user, ...checked, answer }
    : { user, ...checked, answer, upgraded: await hashOf(ctx, password) };
}

/** The user, if it may ask for a new password now: who signs in elsewhere has none to forget. */
function forgetful(ctx: ReadContext, userId: string): UserRow {
  const user = findUser(ctx, userId);
  transition(userLifecycle, 'forgotPassword', user.status, user);
  if (isExternal(user.credentials.provider.type)) throw userLifecycle.forgotPassword.refuse(user.status, user);
  return user;
}

/** The second form of forgot_password: the answer to the recovery question lets the user choose a new password. */
async function verifyAnswer(call: Call<'forgotPassword'>, ctx: ReadContext): Promise<Verified | undefined> {
  const user = forgetful(ctx, call.params.userId);
  const request = objectOf(call.body);
  if (!request || (request.password === undefined && request.recovery_question === undefined)) return undefined;
  const question = user.credentials.recoveryQuestion;
  if (!question || !rulesFor(ctx, user).questionRecovers) throw new OktaError('E0000034');
  const password = secretOf(request.password);
  const answer = textOf(objectOf(request.recovery_question)?.answer);
  if (password === undefined) throw invalid('password', blank('password'));
  if (answer === undefined) throw invalid('recovery_question', blank('answer'));
  if (!(await scryptMatches(ctx, question.answer, normalAnswer(answer)))) return { user, right: false };
  const fault = await newPasswordFault(ctx, user, password, false);
  return fault ? { user, right: true, fault } : { user, right: true, password: await hashOf(ctx, password) };
}

/** Mails a link to choose a new password, or gives it to the caller who does not want the mail. */
function sendRecovery(ctx: Context, user: UserRow, sendEmail: boolean) {
  const token = issueToken(ctx, user, 'RECOVERY', rulesFor(ctx, user).recoveryTokenMinutes);
  const resetPasswordUrl = `${ctx.links.base}/signin/reset-password/${token}`;
  ctx.log('user.account.reset_password', [userTarget(user)]);
  if (!sendEmail) return { resetPasswordUrl };
  mail(ctx, user, 'forgot-password', { resetPasswordUrl });
  ctx.log('system.email.password_reset.sent_message', [userTarget(user)]);
  return {};
}

/** The operations on a user's password and recovery question (facts: users §6). */
export const credentialHandlers = {
  changePassword: waiting<'changePassword', Verified>({
    prepare: verifyChange,
    act(_call, ctx, verified) {
      const user = present(ctx, verified, 'changePassword');
      if (!verified.right) {
        countFailure(ctx, user);
        return refused(wrongPassword('oldPassword'));
      }
      if (verified.fault || !verified.password) return refuse(verified, verified.fault ?? updateFailed());
      return credentialsOf(setPassword(ctx, user, verified.password), false);
    },
  }),

  changeRecoveryQuestion: waiting<'changeRecoveryQuestion', Verified>({
    prepare: verifyQuestion,
    act({ body }, ctx, verified) {
      const user = present(ctx, verified, 'changeRecoveryQuestion');
      if (!verified.right || !verified.answer) {
        countFailure(ctx, user);
        return refused(wrongPassword('password'));
      }
      const question = textOf(objectOf(objectOf(body)?.recovery_question)?.question) ?? '';
      const recoveryQuestion = { question, answer: verified.answer };
      const upgraded = verified.upgraded
        ? { password: verified.upgraded, provider: { type: 'OKTA', name: 'OKTA' } }
        : {};
      const credentials = { ...user.credentials, ...upgraded, recoveryQuestion };
      const changes = { lastUpdated: ctx.now(), failedAttempts: 0, credentials };
      return credentialsOf(changeUser(ctx, user, changes, ['user.account.update_profile']), false);
    },
  }),

  forgotPassword: waiting<'forgotPassword', Verified | undefined>({
    prepare: verifyAnswer,
    act({ params, query }, ctx, verified) {
      if (!verified) {
        const user = forgetful(ctx, params.userId);
        return sendRecovery(ctx, user, query.sendEmail !== false);
      }
      const user = present(ctx, verified, 'forgotPassword');
      if (!verified.right) throw new OktaError('E0000087');
      if (verified.fault || !verified.password) throw verified.fault ?? updateFailed();
      return credentialsOf(setPassword(ctx, user, verified.password), false);
    },
  }),
} satisfies Pick<HandlersOf<'User'>, 'changePassword' | 'changeRecoveryQuestion' | 'forgotPassword'>;
