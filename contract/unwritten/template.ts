import type { OperationsOf } from '../routes.js';

/** The operations of Template that are not written yet. */
export const template = [
  'listSmsTemplates',
  'createSmsTemplate',
  'getSmsTemplate',
  'updateSmsTemplate',
  'partialUpdateSmsTemplate',
  'deleteSmsTemplate',
] as const satisfies readonly OperationsOf<'Template'>[];
