import type { JsonObject } from '../../store/rows/common.js';
import type { MessageRow } from '../../store/rows/org.js';
import { isTemplateError, type Mail, type MailSource, renderEmail } from './render.js';
import type { TemplateName } from './table.js';

/** The template of each mail that the org sends of itself, and what its links are called there. */
const templates: Readonly<
  Record<string, { readonly template: TemplateName; readonly link?: readonly [string, string] }>
> = {
  activation: { template: 'UserActivation', link: ['activationUrl', 'activationLink'] },
  'forgot-password': { template: 'ForgotPassword', link: ['resetPasswordUrl', 'resetPasswordLink'] },
  'password-reset': { template: 'PasswordResetByAdmin', link: ['resetPasswordUrl', 'resetPasswordLink'] },
  lockout: { template: 'AccountLockout' },
};

/**
 * What a mail in the outbox reads like, by the templates as they are now; undefined for one that has none, that brought
 * its own text, or whose template cannot be filled in.
 */
export function readMessage(from: MailSource, { kind, template, userId, content }: MessageRow): Mail | undefined {
  const known = Object.hasOwn(templates, template) ? templates[template] : undefined;
  const user = from.store.users.get(userId);
  if (kind !== 'email' || !known || !user) return undefined;
  const [url, name] = known.link ?? [];
  const given: JsonObject = url && name && content[url] !== undefined ? { ...content, [name]: content[url] } : content;
  try {
    return renderEmail(from, known.template, user, given);
  } catch (error) {
    if (isTemplateError(error)) return undefined;
    throw error;
  }
}
