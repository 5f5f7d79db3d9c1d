import type { ReadContext } from '../../contract/context.js';
import { invalid, unreadable } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { byLastId, pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { ExpressionError } from '../../languages/expression/compile.js';
import { compileMapping } from '../../languages/expression/mapping.js';
import { appSchema, propertyOf } from '../../objects/applications/app-schema.js';
import { mappingItem, mappingShown, mappingTarget, sidesOf } from '../../objects/profile-mappings/view.js';
import { userSchema } from '../../objects/schemas/profile.js';
import type { MappedProperty, ProfileMappingRow } from '../../store/rows/profile-mappings.js';

const LIMITS = { limit: 20, max: 200 };
const WHAT = 'updateMapping';

/** Whether a side has a property of this name. */
type Knows = (name: string) => boolean;

const knownToUsers = (ctx: ReadContext, { typeId }: ProfileMappingRow): Knows => {
  const schema = userSchema(ctx, typeId);
  return (name) => propertyOf(schema, name) !== undefined;
};

/** Identity providers say themselves what their users have: of these nothing is known here. */
const knownToApp = (ctx: ReadContext, { appId }: ProfileMappingRow): Knows => {
  if (appId === null) return () => true;
  const schema = appSchema(ctx, ctx.store.apps.require(appId));
  return (name) => propertyOf(schema, name) !== undefined;
};

/** The contract marks `properties` as read-only, so that nobody has looked at them. @throws OktaError 400 E0000003 */
function membersOf(given: unknown): Members {
  const members = objectOf(given);
  if (!members) throw unreadable();
  return members;
}

/** One property of a request: undefined takes it away. @throws OktaError 400 E0000001 */
function readProperty(
  name: string,
  given: unknown,
  side: 'user' | 'app',
  knows: { source: Knows; target: Knows },
): MappedProperty | undefined {
  if (given === null || given === undefined) return undefined;
  const { expression, pushStatus } = membersOf(given);
  if (typeof expression !== 'string' || expression.trim() === '') {
    throw invalid(WHAT, `The expression of ${name} cannot be left blank`);
  }
  const status = pushStatus ?? 'DONT_PUSH';
  if (status !== 'PUSH' && status !== 'DONT_PUSH') throw unreadable();
  try {
    compileMapping(side, expression, knows.source, knows.target);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid(WHAT, error.message);
    throw error;
  }
  return { expression, pushStatus: status };
}

/** The properties of a mapping as a request makes them: what it does not name stays (facts: profile-mapping). */
function propertiesAfter(ctx: ReadContext, row: ProfileMappingRow, body: unknown): ProfileMappingRow['properties'] {
  const [user, app] = [knownToUsers(ctx, row), knownToApp(ctx, row)];
  const towardUser = row.toward === 'user';
  const knows = towardUser ? { source: app, target: user } : { source: user, target: app };
  const given = Object.entries(membersOf(objectOf(body)?.properties ?? {}));
  // Whatever else is wrong: what cannot be made is told first.
  const unknown = given.find(([name]) => !knows.target(name));
  if (unknown) throw invalid(WHAT, `Invalid target field ${unknown[0]}`);
  const properties: Record<string, MappedProperty> = { ...row.properties };
  for (const [name, value] of given) {
    const property = readProperty(name, value, towardUser ? 'app' : 'user', knows);
    if (property) properties[name] = property;
    else delete properties[name];
  }
  return properties;
}

const shown = (ctx: ReadContext, row: ProfileMappingRow) => mappingShown(row, sidesOf(ctx.store, row), ctx.links);

/** Mappings between the profiles of users and those that they have in apps (facts: profile-mapping). */
export const profileMappings = {
  listProfileMappings({ query }, ctx) {
    const request = pageRequest(
      query,
      LIMITS,
      '',
      byLastId(ctx.store.profileMappings, (id) => ctx.ids.gave('prm', id)),
    );
    const { sourceId, targetId } = query;
    const key = sourceId ?? targetId;
    const index = sourceId === undefined ? 'target' : 'source';
    const test = (row: ProfileMappingRow): boolean => targetIdOf(row) === targetId;
    const page = ctx.store.profileMappings.page({
      ...request,
      ...(key === undefined ? {} : { within: { index, key } as const }),
      filter: sourceId !== undefined && targetId !== undefined ? test : undefined,
    });
    const items = page.rows.map((row) => mappingItem(row, sidesOf(ctx.store, row), ctx.links));
    return reply(items, { paging: pagingOf(page, request) });
  },

  getProfileMapping: ({ params }, ctx) => shown(ctx, ctx.store.profileMappings.require(params.mappingId)),

  updateProfileMapping({ params, body }, ctx) {
    const before = ctx.store.profileMappings.require(params.mappingId);
    const properties = propertiesAfter(ctx, before, body);
    const row = ctx.store.profileMappings.update(before.id, { properties, lastUpdated: ctx.now() });
    ctx.log('directory.mapping.update', [mappingTarget(row, sidesOf(ctx.store, row))]);
    return shown(ctx, row);
  },
} satisfies HandlersOf<'ProfileMapping'>;

const targetIdOf = ({ toward, typeId, appId, idpId }: ProfileMappingRow): string | null =>
  toward === 'user' ? typeId : (appId ?? idpId);
