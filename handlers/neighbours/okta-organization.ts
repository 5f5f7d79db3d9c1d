import type { Context } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';

/**
 * What anybody may know of the org: clients ask it first to learn whether they talk to Identity Engine or to Classic
 * (facts: neighbours).
 */
export function getOktaOrganization(_: NeighbourCall, { store, links }: Context): object {
  const [org] = store.org.all();
  if (!org) throw notFound('okta-organization', 'Org');
  return {
    id: org.id,
    cell: 'op3',
    _links: { organization: { href: links.base } },
    pipeline: org.pipeline ?? 'idx',
    settings: { analyticsCollectionEnabled: false, bugReportingEnabled: true, omEnabled: false },
  };
}
