import type { Context } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import { type Fault, missing, refuseAll, tooLong } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { findRelation } from '../../objects/linked-objects/find.js';
import { linkedObjectView } from '../../objects/linked-objects/view.js';
import { linkedObjectTarget } from '../../objects/logs/targets.js';
import { removeWithReferences } from '../../objects/removal.js';
import { isPropertyName } from '../../objects/schemas/definition.js';
import type { LinkedObjectEnd } from '../../store/rows/linked-objects.js';

/** Definitions of one org (facts: linked-objects). */
const MAX_DEFINITIONS = 200;

type End = 'primary' | 'associated';

/** A type that there is none of makes a body unreadable to Okta (facts: common-b). */
const hasUnknownType = ({ type }: Given<Schemas['LinkedObjectDetails']>): boolean =>
  typeof type === 'string' && type.trim() !== '' && type !== 'USER';

function faultsOf(end: End, given: Given<Schemas['LinkedObjectDetails']>): Fault[] {
  const name = `${end}.name`;
  const rule = `${name}: Names are up to 100 letters, digits and underscores and do not begin with a digit`;
  return [
    ...(['name', 'title', 'type'] as const).flatMap((key) => missing(`${end}.${key}`, given[key])),
    ...(['name', 'title', 'description'] as const).flatMap((key) => tooLong(`${end}.${key}`, given[key])),
    ...(given.name && !isPropertyName(given.name) ? [[name, rule] as const] : []),
  ];
}

const endOf = (given: Given<Schemas['LinkedObjectDetails']>): LinkedObjectEnd => ({
  name: given.name ?? '',
  title: given.title ?? '',
  ...(given.description === undefined || given.description === null ? {} : { description: given.description }),
  type: 'USER',
});

/** Names share one space over both ends of all definitions (facts: linked-objects, errors §3). */
function refuseTaken(ctx: Context, ends: Readonly<Record<End, LinkedObjectEnd>>): void {
  const causes = (['primary', 'associated'] as const)
    .filter((end) => ctx.store.linkedObjects.by('name', ends[end].name))
    .map((end) => `Linked object identifier for ${end} is already in use.`);
  if (causes.length === 0 && ends.primary.name === ends.associated.name) {
    causes.push('Linked object identifier for associated is already in use.');
  }
  if (causes.length > 0)
    throw new OktaError('E0000127', { args: ['Linked object identifier is already in use.'], causes });
  for (const end of ['primary', 'associated'] as const) {
    const { name } = ends[end];
    if (ctx.store.schemas.where('of', 'user').some((schema) => Object.hasOwn(schema.custom, name))) {
      throw invalid(`${end}.name`, `${end}.name: The name is taken by a property of users`);
    }
  }
}

/** Relations between users, such as manager and subordinate (facts: linked-objects). */
export const linkedObjects = {
  listLinkedObjectDefinitions: (_, ctx) => list(linkedObjectView, ctx.store.linkedObjects.all()),

  getLinkedObjectDefinition: ({ params }, ctx) => show(linkedObjectView, findRelation(ctx, params.linkedObjectName)),

  addLinkedObjectDefinition({ body }, ctx) {
    const given = { primary: body.primary ?? {}, associated: body.associated ?? {} };
    if (hasUnknownType(given.primary) || hasUnknownType(given.associated)) throw new OktaError('E0000003');
    refuseAll([...faultsOf('primary', given.primary), ...faultsOf('associated', given.associated)]);
    const ends = { primary: endOf(given.primary), associated: endOf(given.associated) };
    refuseTaken(ctx, ends);
    if (ctx.store.linkedObjects.count() >= MAX_DEFINITIONS) {
      throw invalid('linkedObject', `An org can have no more than ${MAX_DEFINITIONS} linked objects`);
    }
    const row = ctx.store.linkedObjects.insert(ends);
    ctx.log('directory.linked_object.create', [linkedObjectTarget(row)]);
    return show(linkedObjectView, row);
  },

  deleteLinkedObjectDefinition({ params }, ctx) {
    const row = findRelation(ctx, params.linkedObjectName);
    removeWithReferences(ctx, 'linkedObjects', row.id);
    ctx.log('directory.linked_object.delete', [linkedObjectTarget(row)]);
  },
} satisfies HandlersOf<'LinkedObject'>;
