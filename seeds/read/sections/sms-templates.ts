import * as z from 'zod';
import { id, text } from '../parts.js';
import type { Section } from '../section.js';

const message = z
  .string()
  .min(1)
  .max(161)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Okta's macro
  .refine((said) => said.includes('${code}'), 'must contain ${code}');

const template = z.strictObject({
  id: id('cst'),
  name: text.max(50),
  template: message,
  translations: z.record(z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), message).optional(),
});

/** The text of the messages that carry a code. */
export type SeedSmsTemplate = z.infer<typeof template>;

/** Texts of messages: one at most. */
export const smsTemplates: Section<SeedSmsTemplate> = {
  noun: 'SMS template',
  shape: template,
  keyOf: () => 'SMS_VERIFY_CODE',
};
