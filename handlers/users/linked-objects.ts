import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { pageReply, pageRequest } from '../../contract/paging.js';
import { list } from '../../contract/reply.js';
import { findRelation } from '../../objects/linked-objects/find.js';
import { associatedView, primaryView } from '../../objects/linked-objects/view.js';
import { findUser } from '../../objects/users/find.js';
import type { LinkedObjectRow } from '../../store/rows/linked-objects.js';

/** What the `self` link of a list shows (facts: conventions §7). */
const LIMITS = { limit: 1000, max: 1000 };

/** The definition whose primary end has this name; the other end's name does not do to set or remove. */
function findByPrimary(ctx: ReadContext, name: string): LinkedObjectRow {
  const row = findRelation(ctx, name);
  if (row.primary.name !== name) throw notFound(name, 'LinkedObjectProperty');
  return row;
}

/** Who stands in a relation to whom: three operations of the group User (facts: linked-objects). */
export const linkedObjectValues = {
  setLinkedObjectForUser: (({ params }, ctx) => {
    const associated = findUser(ctx, params.associatedUserId);
    const definition = findByPrimary(ctx, params.primaryRelationshipName);
    const primary = ctx.store.users.require(params.primaryUserId);
    const next = { definitionId: definition.id, primaryId: primary.id, associatedId: associated.id };
    const current = ctx.store.links.by('associated', `${definition.id} ${associated.id}`);
    if (!current) ctx.store.links.insert(next);
    else if (current.primaryId !== primary.id) ctx.store.links.update(current.id, { primaryId: primary.id });
  }) satisfies Act<'setLinkedObjectForUser'>,

  getLinkedObjectsForUser: (({ params, query }, ctx) => {
    const user = findUser(ctx, params.userId);
    const name = params.relationshipName;
    const definition = findRelation(ctx, name);
    const request = pageRequest(query, LIMITS, `${definition.id} ${user.id}`);
    if (definition.primary.name === name) {
      const link = ctx.store.links.by('associated', `${definition.id} ${user.id}`);
      return list(primaryView, link ? [link] : [], { limit: request.limit });
    }
    const within = { index: 'primary' as const, key: `${definition.id} ${user.id}` };
    return pageReply(associatedView, ctx.store.links.page({ ...request, within }), request);
  }) satisfies Act<'getLinkedObjectsForUser'>,

  removeLinkedObjectForUser: (({ params }, ctx) => {
    const user = findUser(ctx, params.userId);
    const definition = findByPrimary(ctx, params.relationshipName);
    const link = ctx.store.links.by('associated', `${definition.id} ${user.id}`);
    if (link) ctx.store.links.remove(link.id);
  }) satisfies Act<'removeLinkedObjectForUser'>,
};
