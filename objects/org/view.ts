import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { OrgRow } from '../../store/rows/org.js';
import { fileUrl } from '../files/urls.js';

/** The settings of the org (facts: org). */
export const orgView: View<OrgRow, Schemas['OrgSetting']> = (row, links) => ({
  id: row.id,
  subdomain: row.subdomain,
  companyName: row.companyName,
  status: 'ACTIVE',
  expiresAt: null,
  created: row.created,
  lastUpdated: row.lastUpdated ?? row.created,
  website: row.website ?? null,
  phoneNumber: row.phoneNumber === undefined ? '' : row.phoneNumber,
  endUserSupportHelpURL: row.endUserSupportHelpURL === undefined ? '' : row.endUserSupportHelpURL,
  supportPhoneNumber: row.supportPhoneNumber === undefined ? '' : row.supportPhoneNumber,
  address1: row.address1 ?? null,
  address2: row.address2 ?? null,
  city: row.city ?? null,
  state: row.state ?? null,
  country: row.country ?? null,
  postalCode: row.postalCode ?? null,
  _links: {
    preferences: links.to('getOrgPreferences', {}),
    uploadLogo: links.allow('updateOrgLogo', {}, 'POST'),
    oktaCommunication: links.to('getOktaCommunicationSettings', {}),
    logo: row.logo === undefined ? null : { href: fileUrl(links, 'logo', row.logo) },
    oktaSupport: links.to('getOrgOktaSupportSettings', {}),
    contacts: links.to('getOrgContactTypes', {}),
  },
});

/** Whether pages of end users have a footer, and how to turn that round. */
export const preferencesView: View<OrgRow, Schemas['OrgPreferences']> = ({ showEndUserFooter = true }, links) => ({
  showEndUserFooter,
  _links: showEndUserFooter
    ? { hideEndUserFooter: links.allow('hideOktaUIFooter', {}, 'POST') }
    : { showEndUserFooter: links.allow('showOktaUIFooter', {}, 'POST') },
});

/** Whether Okta sends mail to the org's users, and how to turn that round. */
export const communicationView: View<OrgRow, Schemas['OrgOktaCommunicationSetting']> = (
  { optOutEmailUsers = false },
  links,
) => ({
  optOutEmailUsers,
  _links: optOutEmailUsers
    ? { optIn: links.allow('optInUsersToOktaCommunicationEmails', {}, 'POST') }
    : { optOut: links.allow('optOutUsersFromOktaCommunicationEmails', {}, 'POST') },
});

/** Whether Okta's support may look into the org. @param until undefined where it may not */
export const supportShown = (until: string | undefined, links: Links): ShownAs<Schemas['OrgOktaSupportSettingsObj']> =>
  until === undefined
    ? { support: 'DISABLED', expiration: null, _links: { grant: links.allow('grantOktaSupport', {}, 'POST') } }
    : {
        support: 'ENABLED',
        expiration: until,
        _links: {
          extend: links.allow('extendOktaSupport', {}, 'POST'),
          revoke: links.allow('revokeOktaSupport', {}, 'POST'),
        },
      };
