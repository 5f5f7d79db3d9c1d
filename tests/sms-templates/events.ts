// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Okta's macros
import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const text = { name: 'Ours', type: 'SMS_VERIFY_CODE', template: 'Code ${code}' };
const made = async (org: TestOrg): Promise<string> => `/templates/sms/${await done(org, post('/templates/sms', text))}`;

// Okta's catalogue has no event for texts of messages (facts: system-log-events).
export const cases: readonly Case[] = [
  ['createSmsTemplate', 'the first', async () => post('/templates/sms', text), []],
  ['updateSmsTemplate', 'a whole one', async (org) => put(await made(org), text), []],
  ['partialUpdateSmsTemplate', 'its name', async (org) => post(await made(org), { name: 'Else' }), []],
  ['deleteSmsTemplate', 'the only one', async (org) => remove(await made(org)), []],
];

export const facts: FactsByType = {};
