import type { Context } from '../../contract/context.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { SignInRow } from '../../store/rows/sessions.js';
import { kindOfRow } from '../factors/kinds.js';

/** A link below `/api/v1/authn`. */
export const to = ({ links }: Pick<Context, 'links'>, path: string, name?: string) => ({
  ...(name === undefined ? {} : { name }),
  href: `${links.base}/api/v1/authn/${path}`,
  hints: { allow: ['POST'] },
});

/** The factor that was chosen. */
export const chosenOf = (ctx: Context, { factorId }: SignInRow): FactorRow | undefined =>
  factorId === undefined ? undefined : ctx.store.factors.get(factorId);

/** Where a factor that was chosen goes on. */
function factorLinks(ctx: Context, row: SignInRow): object {
  const factor = chosenOf(ctx, row);
  if (!factor) return {};
  const { proving } = kindOfRow(factor);
  const isEnrolment = row.status === 'MFA_ENROLL_ACTIVATE';
  const base = `factors/${factor.id}/${isEnrolment ? 'lifecycle/activate' : 'verify'}`;
  const verb = isEnrolment ? 'activate' : 'verify';
  const resend = isEnrolment ? `factors/${factor.id}/lifecycle/resend` : `${base}/resend`;
  return {
    next: proving === 'device' ? to(ctx, isEnrolment ? `${base}/poll` : base, 'poll') : to(ctx, base, verb),
    prev: to(ctx, 'previous'),
    ...(proving === 'sent' ? { resend: [to(ctx, resend, factor.factorType)] } : {}),
    ...(proving === 'device' && !isEnrolment ? { resend: [to(ctx, resend, 'push')] } : {}),
  };
}

/** Where a sign-in can go from its state, besides its end. */
export function linksOf(ctx: Context, row: SignInRow): object {
  switch (row.status) {
    case 'PASSWORD_WARN':
      return { next: to(ctx, 'credentials/change_password', 'changePassword'), skip: to(ctx, 'skip', 'skip') };
    case 'PASSWORD_EXPIRED':
      return { next: to(ctx, 'credentials/change_password', 'changePassword') };
    case 'PASSWORD_RESET':
      return { next: to(ctx, 'credentials/reset_password', 'resetPassword') };
    case 'RECOVERY':
      return { next: to(ctx, 'recovery/answer', 'answer') };
    case 'RECOVERY_CHALLENGE': {
      const factor = `recovery/factors/${row.recoveryFactor ?? 'SMS'}`;
      return {
        next: to(ctx, `${factor}/verify`, 'verify'),
        resend: to(ctx, `${factor}/resend`, (row.recoveryFactor ?? 'SMS').toLowerCase()),
      };
    }
    case 'MFA_ENROLL':
      return row.canSkip === true ? { skip: to(ctx, 'skip', 'skip') } : {};
    case 'MFA_REQUIRED':
      return {};
    default:
      return factorLinks(ctx, row);
  }
}
