import type { Context } from '../../contract/context.js';
import { unreadable } from '../../contract/errors.js';
import { missing, objectOf, refuseAll } from '../../contract/given.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { brandToHave, refuseDefaultDomain, requireDomain } from '../../objects/domains/find.js';
import { domainTarget, domainView } from '../../objects/domains/view.js';
import { theOrg } from '../../objects/org/find.js';

/**
 * Gives a domain another brand; its own links tell of it, and the answer is as recorded.
 * @throws OktaError 400 E0000001 without a brand, 409 E0000203 for one that is not there or taken
 */
export function replaceDomain({ params, body }: NeighbourCall, ctx: Context): unknown {
  const members = objectOf(body);
  const brandId = members?.brandId;
  if (!members || (brandId !== undefined && brandId !== null && typeof brandId !== 'string')) throw unreadable();
  refuseDefaultDomain(params.domainId ?? '');
  const { id } = requireDomain(ctx, params.domainId ?? '');
  refuseAll(missing('brandId', brandId));
  const row = ctx.store.domains.update(id, { brandId: brandToHave(ctx, String(brandId), id).id });
  ctx.log('system.custom_url_domain.update', [domainTarget(row)]);
  const { subdomain } = theOrg(ctx);
  return domainView(row, { subdomain, links: ctx.links, allow: ['GET', 'DELETE', 'PUT'], tried: false });
}
