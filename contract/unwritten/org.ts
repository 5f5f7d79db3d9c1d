import type { OperationsOf } from '../routes.js';

/** The operations of Org that are not written yet. */
export const org = [
  'getOrgSettings',
  'updateOrgSetting',
  'partialUpdateOrgSetting',
  'getOrgContactTypes',
  'getOrgContactUser',
  'updateOrgContactUser',
  'updateOrgLogo',
  'getOrgPreferences',
  'hideOktaUIFooter',
  'showOktaUIFooter',
  'getOktaCommunicationSettings',
  'optInUsersToOktaCommunicationEmails',
  'optOutUsersFromOktaCommunicationEmails',
  'getOrgOktaSupportSettings',
  'extendOktaSupport',
  'grantOktaSupport',
  'revokeOktaSupport',
] as const satisfies readonly OperationsOf<'Org'>[];
