import type { Row } from './common.js';
import { collection } from './spec.js';

/** How far the proof is that a name is the org's. */
export type DomainStatus =
  | 'NOT_STARTED'
  | 'IN_PROGRESS'
  | 'VERIFIED'
  | 'COMPLETED'
  | 'FAILED_TO_VERIFY'
  | 'DOMAIN_TAKEN';

/** What is shown of a custom domain's certificate. */
export type PublicCertificate = {
  readonly subject: string;
  /** SHA-1 in hexadecimal. */
  readonly fingerprint: string;
  readonly expiration: string;
};

/** A name of the org's own, such as `login.acme.com` (facts: domain). */
export interface DomainRow extends Row {
  /** In lower case. */
  readonly domain: string;
  readonly certificateSourceType: 'MANUAL' | 'OKTA_MANAGED';
  readonly validationStatus: DomainStatus;
  readonly brandId: string;
  /** What the TXT record has to hold: 32 hexadecimal digits. */
  readonly verificationText: string;
  readonly publicCertificate?: PublicCertificate;
  /** How the next verification ends, where somebody has said so (`/_sandbox/domains`). */
  readonly outcome?: 'VERIFIED' | 'FAILED_TO_VERIFY' | 'DOMAIN_TAKEN';
}

export const domains = collection<DomainRow>()({
  prefix: 'OcD',
  typeName: 'Domain',
  unique: { domain: (row) => row.domain },
  index: { brand: (row) => row.brandId, status: (row) => row.validationStatus },
  references: { brand: { to: 'brands', onRemove: 'refuse' } },
});
