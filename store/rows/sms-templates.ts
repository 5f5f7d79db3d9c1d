import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** The text of a message, in place of the default one (facts: template-sms). */
export interface SmsTemplateRow extends Row {
  readonly name: string;
  readonly type: 'SMS_VERIFY_CODE';
  readonly template: string;
  /** Texts by language; absent where there are none. */
  readonly translations?: Readonly<Record<string, string>>;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const smsTemplates = collection<SmsTemplateRow>()({
  prefix: 'cst',
  typeName: 'AppInstance',
  // Each kind of message has one text of the org's own at most.
  unique: { type: (row) => row.type },
});
