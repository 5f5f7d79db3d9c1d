import type { Context } from '../../contract/context.js';
import type { HandlersOf } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { theOrg } from '../../objects/org/find.js';
import { communicationView, orgView, preferencesView } from '../../objects/org/view.js';
import type { OrgRow } from '../../store/rows/org.js';
import { orgContacts } from './contacts.js';
import { partOf, wholeOf } from './given.js';
import { updateOrgLogo } from './logo.js';
import { oktaSupport } from './support.js';

const change = (ctx: Context, changes: Partial<OrgRow>): OrgRow => ctx.store.org.update(theOrg(ctx).id, changes);

/** The operations of the Org group: what an org says of itself, and what it allows Okta (facts: org). */
export const org = {
  getOrgSettings: (_, ctx) => show(orgView, theOrg(ctx)),

  partialUpdateOrgSetting: ({ body }, ctx) => show(orgView, change(ctx, { ...partOf(body), lastUpdated: ctx.now() })),

  updateOrgSetting: ({ body }, ctx) => show(orgView, change(ctx, { ...wholeOf(body), lastUpdated: ctx.now() })),

  updateOrgLogo,
  ...orgContacts,

  getOrgPreferences: (_, ctx) => show(preferencesView, theOrg(ctx)),
  hideOktaUIFooter: (_, ctx) => show(preferencesView, change(ctx, { showEndUserFooter: false })),
  showOktaUIFooter: (_, ctx) => show(preferencesView, change(ctx, { showEndUserFooter: true })),

  getOktaCommunicationSettings: (_, ctx) => show(communicationView, theOrg(ctx)),
  optInUsersToOktaCommunicationEmails: (_, ctx) => show(communicationView, change(ctx, { optOutEmailUsers: false })),
  optOutUsersFromOktaCommunicationEmails: (_, ctx) => show(communicationView, change(ctx, { optOutEmailUsers: true })),

  ...oktaSupport,
} satisfies HandlersOf<'Org'>;
