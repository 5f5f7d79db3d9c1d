import type { ReadContext } from '../../contract/context.js';
import type { OrgRow } from '../../store/rows/org.js';

/** The org itself. */
export function theOrg({ store }: Pick<ReadContext, 'store'>): OrgRow {
  const [org] = store.org.all();
  if (!org) throw new Error('the store holds no org');
  return org;
}
