import { type Case, done, type FactsByType, post, put } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { PNG, upload } from '../support/upload.js';

const granted = (in_: TestOrg): Promise<string> => done(in_, post('/org/privacy/oktaSupport/grant'));
const admin = (in_: TestOrg): string => in_.store.tokens.all()[0]?.userId ?? '';
const SUPPORT = '/org/privacy/oktaSupport';

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['partialUpdateOrgSetting', 'another name', async () => post('/org', { companyName: 'New' }), []],
  ['updateOrgSetting', 'another name', async () => put('/org', { companyName: 'New' }), []],
  ['updateOrgContactUser', 'named', async (in_) => put('/org/contacts/billing', { userId: admin(in_) }), []],
  ['updateOrgLogo', 'an image', async () => upload('/org/logo', PNG), []],
  ['hideOktaUIFooter', 'shown', async () => post('/org/preferences/hideEndUserFooter'), []],
  ['showOktaUIFooter', 'shown', async () => post('/org/preferences/showEndUserFooter'), []],
  ['optInUsersToOktaCommunicationEmails', 'in', async () => post('/org/privacy/oktaCommunication/optIn'), []],
  ['optOutUsersFromOktaCommunicationEmails', 'in', async () => post('/org/privacy/oktaCommunication/optOut'), []],
  ['grantOktaSupport', 'not granted', async () => post(`${SUPPORT}/grant`), ['user.session.impersonation.grant']],
  ['revokeOktaSupport', 'not granted', async () => post(`${SUPPORT}/revoke`), []],
  [
    'extendOktaSupport',
    'granted',
    async (in_) => {
      await granted(in_);
      return post(`${SUPPORT}/extend`);
    },
    ['user.session.impersonation.extend'],
  ],
  [
    'revokeOktaSupport',
    'granted',
    async (in_) => {
      await granted(in_);
      return post(`${SUPPORT}/revoke`);
    },
    ['user.session.impersonation.revoke'],
  ],
];

const targets = ['User'];

export const facts: FactsByType = {
  'user.session.impersonation.extend': {
    message: 'Extend impersonation session',
    legacy: 'core.user.impersonation.grant.extended',
    targets,
  },
  'user.session.impersonation.grant': {
    message: 'Enable impersonation grant',
    legacy: 'core.user.impersonation.grant.enabled',
    targets,
  },
  'user.session.impersonation.revoke': {
    message: 'Revoke impersonation grant',
    legacy: 'core.user.impersonation.grant.revoked',
    targets,
  },
};
