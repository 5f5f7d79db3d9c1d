import { OktaError } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageAmong, pageReply, pageRequest } from '../../contract/paging.js';
import { list, reply, show } from '../../contract/reply.js';
import { type Compiled, compileFilter } from '../../languages/filter/compile.js';
import { sortBy } from '../../languages/filter/fields.js';
import { groupsOf } from '../../objects/groups/membership.js';
import { groupView } from '../../objects/groups/view.js';
import { findUser } from '../../objects/users/find.js';
import { viewFor } from '../../objects/users/view.js';
import type { UserRow } from '../../store/rows/users.js';
import type { PageQuery } from '../../store/types.js';
import { type UserIndex, userFilter, userSearch } from './filters.js';

type ListQuery = Call<'listUsers'>['query'];

/** What Okta adds where a path ends in something like a file's name (facts: conventions §4). */
const INLINE_FILE = { 'Content-Disposition': 'inline;filename=f.txt' };

const isThere = (user: UserRow): boolean => user.status !== 'DEPROVISIONED';

/** Users whose first name, last name or e-mail begins with the text, deprovisioned ones excepted. */
function startsWith(text: string): (user: UserRow) => boolean {
  const prefix = text.toLowerCase();
  const begins = (value: unknown): boolean => typeof value === 'string' && value.toLowerCase().startsWith(prefix);
  return (user) =>
    isThere(user) && (begins(user.profile.firstName) || begins(user.profile.lastName) || begins(user.profile.email));
}

function compiledOf({ filter, search }: ListQuery): Compiled<UserRow, UserIndex> | undefined {
  if (search) {
    if (filter) throw new OktaError('E0000033');
    return compileFilter(search, userSearch);
  }
  return filter ? compileFilter(filter, userFilter) : undefined;
}

/** What a list query walks over: deprovisioned users show only where they are asked for (facts: conventions §8). */
function walkOf(
  query: ListQuery,
): Pick<PageQuery<UserRow, UserIndex>, 'filter' | 'within' | 'sort'> & { login?: string } {
  if (query.q) return { filter: startsWith(query.q) };
  const compiled = compiledOf(query);
  const sort = query.search && query.sortBy ? sortBy(query.sortBy, query.sortOrder, userSearch) : undefined;
  if (!compiled) return { filter: isThere };
  const { within } = compiled;
  return {
    filter: compiled.test,
    ...(within?.unique ? { login: within.key } : {}),
    ...(within && !within.unique ? { within: { index: within.index, key: within.key } } : {}),
    ...(sort ? { sort } : {}),
  };
}

export const readUsers = {
  listUsers({ query }, ctx) {
    const view = viewFor(ctx.request.header('content-type'), 'item');
    const request = pageRequest(query, { limit: query.q ? 10 : 200, max: 200 });
    const { login, ...walk } = walkOf(query);
    if (login !== undefined) {
      const user = ctx.store.users.by('login', login);
      const rows = user && request.after === undefined && walk.filter?.(user) ? [user] : [];
      return list(view, rows, { limit: request.limit });
    }
    const page = ctx.store.users.page({ ...request, ...walk });
    return query.q ? list(view, page.rows) : pageReply(view, page, request);
  },

  getUser({ params }, ctx) {
    const view = viewFor(ctx.request.header('content-type'), 'whole');
    const shown = show(view, findUser(ctx, params.userId), { etag: true });
    return params.userId.includes('.') ? reply(shown, { headers: INLINE_FILE }) : shown;
  },

  listUserGroups({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    const request = pageRequest(query, { limit: 200, max: 200 }, user.id);
    return pageReply(groupView, pageAmong(groupsOf(ctx, user.id), request), request);
  },
} satisfies Pick<HandlersOf<'User'>, 'listUsers' | 'getUser' | 'listUserGroups'>;
