import type { ReadContext } from '../../contract/context.js';
import { objectOf } from '../../contract/given.js';
import type { UserRow } from '../../store/rows/users.js';
import { uuidOf } from '../logs/uuid.js';
import { activeHookOf, askInlineHook, envelopeOf, type InlineAnswer } from './inline.js';

const TYPE = 'com.okta.user.credential.password.import';

/** What the system that a user came from says of a password. */
export interface HookVerdict {
  /** It is the user's. */
  readonly verified: boolean;
  /** What the hook answered: to be written down by `noteInlineCall`. */
  readonly answer: InlineAnswer;
}

/** The last word counts, as in Okta; without one the password is what it was before: unverified. */
const isVerified = ({ commands }: InlineAnswer): boolean => {
  const said = commands.filter(({ type }) => type === 'com.okta.action.update').at(-1);
  return objectOf(said?.value)?.credential === 'VERIFIED';
};

/** Whether passwords of imported users can be checked: a hook for it is active. */
export const canVerifyHookPassword = (ctx: Pick<ReadContext, 'store'>): boolean =>
  activeHookOf(ctx, TYPE) !== undefined;

/**
 * Asks the password import hook whether this is the password of a user that was imported with a password hook: for
 * `prepare`. `act` writes the call down with `noteInlineCall`, and puts a hash of the verified password in the place of
 * the hook, which is not asked again; no password policy is held against it (facts: inline-hook).
 * @returns undefined where no such hook is active
 */
export async function verifyHookPassword(
  ctx: ReadContext,
  user: UserRow,
  password: string,
): Promise<HookVerdict | undefined> {
  const hook = activeHookOf(ctx, TYPE);
  if (!hook) return undefined;
  const username = String(user.profile.login);
  const { request, links } = ctx;
  const payload = envelopeOf(hook, {
    source: links.href('getInlineHook', { inlineHookId: hook.id }),
    eventId: uuidOf(`${request.id} ${hook.id}`),
    eventTime: new Date(ctx.clock.now()).toISOString(),
    data: {
      context: {
        request: {
          id: request.id,
          method: 'POST',
          url: { value: request.url },
          ipAddress: request.ip,
        },
        credential: { username, password },
      },
      action: { credential: 'UNVERIFIED' },
    },
  });
  const answer = await askInlineHook(ctx, hook, payload);
  return { verified: answer.fault === undefined && isVerified(answer), answer };
}
