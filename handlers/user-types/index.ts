import type { Context, ReadContext } from '../../contract/context.js';
import { blank, invalid, OktaError } from '../../contract/errors.js';
import { missing, refuseAll, tooLong } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { mapUserTypeJob } from '../../objects/applications/jobs.js';
import { invalidateReaders } from '../../objects/groups/rules/readers.js';
import { beginJob } from '../../objects/job.js';
import { typeTarget } from '../../objects/logs/targets.js';
import { removeWithReferences } from '../../objects/removal.js';
import { schemaIdOf } from '../../objects/schemas/ids.js';
import { userBase, userTemplateDescription } from '../../objects/schemas/template.js';
import { userTypeView } from '../../objects/user-types/view.js';
import type { UserTypeRow } from '../../store/rows/user-types.js';

/** The default type and nine more (facts: user-types). */
const MAX_TYPES = 10;

const BY_NAME = {
  limit: MAX_TYPES,
  sort: { by: (row: UserTypeRow) => row.name.toLowerCase(), descending: false },
};

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

type Texts = Pick<UserTypeRow, 'displayName' | 'description'>;

/** The type by its id, or the default one by `default`. @throws MissingRowError */
const find = (ctx: ReadContext, given: string): UserTypeRow =>
  (given === 'default' ? ctx.store.userTypes.where('default', 'true')[0] : undefined) ??
  ctx.store.userTypes.require(given);

type Body = Given<Schemas['UserType']>;
type Field = 'name' | 'displayName' | 'description';

const texts: readonly Field[] = ['name', 'displayName', 'description'];

/** @throws OktaError 400 E0000001 with every fault: what is missing before what is too long */
const refuseTexts = (given: Body, required: readonly Field[]): void =>
  refuseAll([
    ...required.flatMap((field) => missing(field, given[field])),
    ...texts.flatMap((field) => tooLong(field, given[field])),
  ]);

/** The name of a new type; that no other has it is the collection's own matter. @throws OktaError 400 E0000001 */
function newName(ctx: ReadContext, given: unknown): string {
  const name = String(given);
  if (!NAME.test(name)) {
    throw invalid('name', 'name: Names are letters, digits and underscores, beginning with a letter');
  }
  if (ctx.store.userTypes.count() >= MAX_TYPES) {
    throw invalid('name', `An org can have no more than ${MAX_TYPES} user types`);
  }
  return name;
}

/**
 * A schema is titled and described as its type is (facts: schemas §1), until somebody gives it a title of its own.
 */
function describeSchema(ctx: Context, before: UserTypeRow, after: UserTypeRow): void {
  const schema = ctx.store.schemas.require(schemaIdOf(after.id));
  const title = schema.title === before.displayName ? after.displayName : schema.title;
  const description = after.description ?? userTemplateDescription;
  if (title === schema.title && description === schema.description) return;
  ctx.store.schemas.update(schema.id, { title, description, lastUpdated: ctx.now() });
}

function update(ctx: Context, row: UserTypeRow, texts: Texts): UserTypeRow {
  const changes = { ...texts, lastUpdated: ctx.now(), lastUpdatedBy: ctx.caller.userId };
  const changed = ctx.store.userTypes.update(row.id, changes);
  describeSchema(ctx, row, changed);
  ctx.log('directory.user_profile.update', [typeTarget(changed)]);
  return changed;
}

/** The types of users, each with a profile schema of its own (facts: user-types). */
export const userTypes = {
  // By name, as recorded orgs have them.
  listUserTypes: (_, ctx) => list(userTypeView, ctx.store.userTypes.page(BY_NAME).rows),

  getUserType: ({ params }, ctx) => show(userTypeView, find(ctx, params.typeId)),

  createUserType({ body }, ctx) {
    refuseTexts(body, ['name', 'displayName']);
    const name = newName(ctx, body.name);
    const now = ctx.now();
    const row = ctx.store.userTypes.insert({
      name,
      displayName: String(body.displayName),
      description: body.description ?? null,
      createdBy: ctx.caller.userId,
      lastUpdatedBy: ctx.caller.userId,
      created: now,
      lastUpdated: now,
      default: false,
    });
    // A new type starts from the template, whatever became of the default type's schema.
    ctx.store.schemas.insert({
      id: schemaIdOf(row.id),
      of: 'user',
      name,
      title: row.displayName,
      description: row.description ?? userTemplateDescription,
      created: now,
      lastUpdated: now,
      base: userBase,
      custom: {},
    });
    ctx.log('directory.non_default_user_profile.create', [typeTarget(row)]);
    beginJob(ctx, mapUserTypeJob, row.id);
    return show(userTypeView, row);
  },

  updateUserType({ params, body }, ctx) {
    const row = find(ctx, params.typeId);
    refuseTexts(body, body.displayName === undefined ? [] : ['displayName']);
    return show(
      userTypeView,
      update(ctx, row, {
        displayName: body.displayName ?? row.displayName,
        description: body.description === undefined ? row.description : body.description,
      }),
    );
  },

  replaceUserType({ params, body }, ctx) {
    const row = find(ctx, params.typeId);
    refuseTexts(body, ['displayName']);
    if (body.description === undefined) throw invalid('description', blank('description'));
    // Another name changes nothing (facts: user-types).
    return show(
      userTypeView,
      update(ctx, row, { displayName: String(body.displayName), description: body.description }),
    );
  },

  deleteUserType({ params }, ctx) {
    const row = find(ctx, params.typeId);
    if (row.default) throw undeletable('PROHIBITED');
    const schema = ctx.store.schemas.require(schemaIdOf(row.id));
    // Its schema goes with it.
    removeWithReferences(ctx, 'userTypes', row.id, { refuse: () => undeletable('UNMET_REQUIREMENTS') });
    invalidateReaders(ctx, Object.keys(schema.custom));
    ctx.log('directory.user_profile.update', [typeTarget(row)]);
  },
} satisfies HandlersOf<'UserType'>;

const undeletable = (reason: 'PROHIBITED' | 'UNMET_REQUIREMENTS'): OktaError =>
  new OktaError('E0000142', {
    causes: [
      {
        errorSummary:
          reason === 'PROHIBITED' ? 'The default user type cannot be deleted.' : 'Users of this type exist.',
        reason,
        locationType: 'url',
        location: 'typeId',
      },
    ],
  });
