import type { Act } from '../../contract/operations.js';
import { languageFor, type Mail, mailIn } from '../../objects/email-templates/render.js';
import { readMailLanguage } from '../../objects/languages.js';
import { userTarget } from '../../objects/logs/targets.js';
import type { UserRow } from '../../store/rows/users.js';
import { requireCustomization } from './email-customizations.js';
import { callingUser, preview, requireTemplate } from './email-templates.js';

/** Where test mails go: the caller's first and second address. */
const addressesOf = ({ profile }: UserRow): string[] =>
  [...new Set([profile.email, profile.secondEmail])].filter(
    (address): address is string => typeof address === 'string' && address !== '',
  );

type Call = Parameters<Act<'sendTestEmail'>>;

/** What is to be mailed: the customization that is named, or what a user with that language gets. */
function mailFor([{ params, query, body }, ctx]: Call, brandId: string): Mail {
  const id = body?.customizationId;
  if (typeof id === 'string' && id !== '') return requireCustomization(ctx, params, id);
  const { template } = requireTemplate(ctx, params);
  const language = query.language ? readMailLanguage(query.language) : languageFor(callingUser(ctx));
  return mailIn(ctx.store, brandId, template, language);
}

/** Mails a template to whoever calls, as it would be read (facts: brand-theme-email, test). */
export const sendTestEmail: Act<'sendTestEmail'> = (call, ctx) => {
  const { brand, template } = requireTemplate(ctx, call.params);
  const { subject, body } = preview(ctx, brand, mailFor([call, ctx], brand.id));
  const user = callingUser(ctx);
  for (const to of addressesOf(user)) {
    ctx.send({ kind: 'email', template, to, userId: user.id, content: { subject, body } });
  }
  ctx.log('system.email.delivery', [userTarget(user)]);
};
