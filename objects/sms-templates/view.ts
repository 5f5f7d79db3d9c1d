import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { Timestamp } from '../../store/rows/common.js';
import type { SmsTemplateRow } from '../../store/rows/sms-templates.js';

type Shown = ShownAs<Schemas['SmsTemplate']>;

/** The id of the text that every org has. */
export const DEFAULT_ID = 'default';

/** A text message's template. */
export const smsTemplateView: View<SmsTemplateRow, Schemas['SmsTemplate']> = ({ seq: _, ...template }) => template;

/** The same as the answer to PUT shows it: without its translations, which the next GET has (facts: template-sms). */
export const replacedSmsTemplateView: View<SmsTemplateRow, Schemas['SmsTemplate']> = (row, links) => {
  const { translations: _, ...template } = smsTemplateView(row, links) as { translations?: unknown };
  return template;
};

/** The text that an org has of itself; Okta dates it when it is asked for. */
export const defaultSmsTemplate = (now: Timestamp): Shown => ({
  id: DEFAULT_ID,
  name: 'Default',
  type: 'SMS_VERIFY_CODE',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's macro
  template: 'Your verification code is ${code}.',
  created: now,
  lastUpdated: now,
});
