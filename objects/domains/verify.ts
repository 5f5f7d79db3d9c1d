import type { JobContext } from '../../contract/context.js';
import type { DomainRow } from '../../store/rows/domains.js';
import type { Store } from '../../store/types.js';
import { ISSUE_CERTIFICATE, schedule } from '../due.js';
import { isReservedName } from './names.js';

/** How long Okta takes to get a certificate for a domain, in milliseconds. */
const ISSUE_TIME = 60_000;

/** Whether there is nothing left to prove. */
export const isVerified = ({ validationStatus }: Pick<DomainRow, 'validationStatus'>): boolean =>
  validationStatus === 'VERIFIED' || validationStatus === 'IN_PROGRESS' || validationStatus === 'COMPLETED';

/**
 * Looks at a domain's records. The sandbox asks no DNS: they are there, except for names that documentation uses, and
 * where somebody has said otherwise. Okta gets a certificate for the domains that it manages in a while.
 */
export function verify(ctx: Pick<JobContext, 'store' | 'clock'>, row: DomainRow): DomainRow {
  const outcome = row.outcome ?? (isReservedName(row.domain) ? 'FAILED_TO_VERIFY' : 'VERIFIED');
  const isManaged = outcome === 'VERIFIED' && row.certificateSourceType === 'OKTA_MANAGED';
  if (isManaged) schedule(ctx, { at: ctx.clock.now() + ISSUE_TIME, kind: ISSUE_CERTIFICATE, of: row.id });
  return ctx.store.domains.update(row.id, { validationStatus: isManaged ? 'IN_PROGRESS' : outcome });
}

/** The first domain that is ready for use, if there is one: authorization servers and identity providers may name it. */
export const completedDomain = ({ domains }: Pick<Store, 'domains'>): DomainRow | undefined =>
  domains.where('status', 'COMPLETED')[0];
