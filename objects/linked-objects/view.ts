import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LinkedObjectEnd, LinkedObjectRow, LinkRow } from '../../store/rows/linked-objects.js';

const endView = (end: LinkedObjectEnd): Schemas['LinkedObjectDetails'] => ({
  name: end.name,
  title: end.title,
  ...(end.description === undefined || end.description === null ? {} : { description: end.description }),
  type: end.type,
});

/** A definition; its link goes by the primary name (facts: linked-objects). */
export const linkedObjectView: View<LinkedObjectRow, Schemas['LinkedObject']> = (row, links) => ({
  primary: endView(row.primary),
  associated: endView(row.associated),
  _links: { self: links.to('getLinkedObjectDefinition', { linkedObjectName: row.primary.name }) },
});

/** The user on the primary end of a value. */
export const primaryView: View<LinkRow, Schemas['ResponseLinks']> = (row, links) => ({
  _links: { self: links.to('getUser', { userId: row.primaryId }) },
});

/** The user on the associated end of a value. */
export const associatedView: View<LinkRow, Schemas['ResponseLinks']> = (row, links) => ({
  _links: { self: links.to('getUser', { userId: row.associatedId }) },
});
