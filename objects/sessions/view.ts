import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import { textOf } from '../../contract/given.js';
import type { SessionRow } from '../../store/rows/sessions.js';
import type { UserRow } from '../../store/rows/users.js';

type Reads = Pick<ReadContext, 'store' | 'clock' | 'links'>;

/** Whether the user has a second factor: one that was enrolled, or in an org of today the address for mails. */
function isMfaActive({ store }: Pick<ReadContext, 'store'>, { id, profile }: UserRow): boolean {
  if (store.factors.where('user', id).some(({ status }) => status === 'ACTIVE')) return true;
  const isMail = store.authenticators.where('key', 'okta_email').some(({ status }) => status === 'ACTIVE');
  return store.org.all()[0]?.pipeline !== 'v1' && isMail && textOf(profile.email) !== undefined;
}

/**
 * A session (facts: sessions).
 * @param form whether links say `me`, as for the session's own user, or the ids
 */
export function sessionView(ctx: Reads, row: SessionRow, form: 'me' | 'id') {
  const user = ctx.store.users.require(row.userId);
  const { login, firstName, lastName } = user.profile;
  const sessionId = form === 'me' ? 'me' : row.id;
  return {
    id: row.id,
    userId: row.userId,
    login: textOf(login) ?? '',
    createdAt: row.created,
    expiresAt: ctx.clock.timestamp(row.expires),
    status: 'ACTIVE',
    lastPasswordVerification: row.lastPasswordVerification,
    lastFactorVerification: row.lastFactorVerification,
    amr: row.amr,
    idp: { id: ctx.store.org.all()[0]?.id ?? '', type: 'OKTA' },
    mfaActive: isMfaActive(ctx, user),
    _links: {
      self: ctx.links.allow('getSession', { sessionId }, 'GET', 'DELETE'),
      refresh: ctx.links.allow('refreshSession', { sessionId }, 'POST'),
      user: {
        name: `${textOf(firstName) ?? ''} ${textOf(lastName) ?? ''}`.trim(),
        ...ctx.links.allow('getUser', { userId: form === 'me' ? 'me' : row.userId }, 'GET'),
      },
    },
  };
}

/**
 * The session that a path names; `me` is the caller's own.
 * @throws OktaError 404 for one that there is not, or that has ended
 */
export function findSession(
  ctx: Pick<ReadContext, 'store' | 'clock' | 'caller'>,
  given: string,
): { readonly row: SessionRow; readonly form: 'me' | 'id' } {
  const form = given === 'me' ? 'me' : 'id';
  const row = ctx.store.sessions.get(form === 'me' ? (ctx.caller.sessionId ?? '') : given);
  if (!row || row.expires <= ctx.clock.now()) throw notFound(given, 'AppSession');
  return { row, form };
}
