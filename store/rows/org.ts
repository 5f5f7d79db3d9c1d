import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** What an org says of itself; a member that is missing was never set. */
export type OrgDetails = {
  readonly website?: string | null;
  readonly phoneNumber?: string | null;
  readonly endUserSupportHelpURL?: string | null;
  readonly supportPhoneNumber?: string | null;
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly city?: string | null;
  readonly state?: string | null;
  readonly country?: string | null;
  readonly postalCode?: string | null;
};

/** The org itself: one row (facts: org). */
export interface OrgRow extends Row, OrgDetails {
  readonly subdomain: string;
  readonly companyName: string;
  /** Which engine signs people in: Identity Engine unless a seed says Classic. */
  readonly pipeline?: 'idx' | 'v1';
  readonly created: Timestamp;
  /** Of its settings; absent while they are as they were made. */
  readonly lastUpdated?: Timestamp;
  /** Id of the uploaded logo's file. */
  readonly logo?: string;
  /** Whom Okta asks; absent while it is who owns the org's first token. */
  readonly billingContact?: string | null;
  readonly technicalContact?: string | null;
  /** Whether pages of end users have a footer: they do unless this is false. */
  readonly showEndUserFooter?: boolean;
  /** Whether Okta is to send its users no mail. */
  readonly optOutEmailUsers?: boolean;
  /** Until when Okta's support may look into the org; in the past or absent: it may not. */
  readonly supportUntil?: Timestamp;
}

/** An API token. Only its hash is kept. */
export interface TokenRow extends Row {
  readonly name: string;
  readonly userId: string;
  /** SHA-256 of the token's value, base64url. */
  readonly hash: string;
  readonly created: Timestamp;
}

/** Mail, text message or call that Okta would have sent: read at `/_sandbox/outbox`. */
export interface MessageRow extends Row {
  readonly kind: 'email' | 'sms' | 'call';
  readonly template: string;
  readonly to: string;
  readonly userId: string;
  /** The request that sent it; absent in rows of earlier versions. */
  readonly requestId?: string;
  readonly created: Timestamp;
  /** What the message would tell: links, tokens, codes. */
  readonly content: JsonObject;
}

export const org = collection<OrgRow>()({
  prefix: '00o',
  typeName: 'Org',
  index: {
    logo: (row) => row.logo,
    billingContact: (row) => row.billingContact ?? undefined,
    technicalContact: (row) => row.technicalContact ?? undefined,
  },
  references: {
    // Files go with the last row that names them, never before.
    logo: { to: 'files', onRemove: 'refuse' },
    billingContact: { to: 'users', onRemove: 'clear', clear: () => ({ billingContact: null }) },
    technicalContact: { to: 'users', onRemove: 'clear', clear: () => ({ technicalContact: null }) },
  },
});

export const tokens = collection<TokenRow>()({
  prefix: '00T',
  typeName: 'Token',
  unique: { hash: (row) => row.hash },
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});

export const messages = collection<MessageRow>()({
  prefix: 'msg',
  typeName: 'Message',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
  serial: true,
});
