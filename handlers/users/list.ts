import type { ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { Act, Call } from '../../contract/operations.js';
import { type Cursors, pageReply, pageRequest } from '../../contract/paging.js';
import { list } from '../../contract/reply.js';
import { type Compiled, compileFilter } from '../../languages/filter/compile.js';
import { sortBy } from '../../languages/filter/fields.js';
import { viewFor } from '../../objects/users/view.js';
import { placeOf, type UserRow } from '../../store/rows/users.js';
import type { PageQuery } from '../../store/types.js';
import { type UserIndex, userFilter, userSearch } from './filters.js';

type ListQuery = Call<'listUsers'>['query'];

/** What is walked over: the one user of a login, or a part of all users in some order. */
type Walk = Pick<PageQuery<UserRow, UserIndex, 'status' | 'id'>, 'filter' | 'within' | 'equal' | 'sort' | 'order'> & {
  readonly login?: string | undefined;
};

const isThere = (user: UserRow): boolean => user.status !== 'DEPROVISIONED';

/** Users whose first name, last name or e-mail begins with the text, deprovisioned ones excepted. */
function startsWith(text: string): (user: UserRow) => boolean {
  const prefix = text.toLowerCase();
  const begins = (value: unknown): boolean => typeof value === 'string' && value.toLowerCase().startsWith(prefix);
  return (user) =>
    isThere(user) && (begins(user.profile.firstName) || begins(user.profile.lastName) || begins(user.profile.email));
}

/** What a filter or a search beside `q` asks of users. */
function alsoPass({ filter, search }: ListQuery): (user: UserRow) => boolean {
  if (search) return compileFilter(search, userSearch).test;
  return filter ? compileFilter(filter, userFilter).test : () => true;
}

const BY_STATUS: Walk = { order: { name: 'status', to: placeOf('DEPROVISIONED') } };

/** Users of one status, by id. */
const ofStatus = (status: string): Walk['order'] => {
  const place = placeOf(status);
  return { name: 'status', from: place, to: `${place}\uffff` };
};

/** What a filter or a search goes over: the rows of an index, where it names one, in the order of the whole list. */
function among({ test, within, equal }: Compiled<UserRow, UserIndex>, all: 'status' | 'id'): Walk {
  if (within?.unique) return { filter: test, login: within.key };
  if (within?.index === 'status') return { filter: test, order: ofStatus(within.key) };
  if (!within) return { filter: test, equal, order: { name: all } };
  const by = (user: UserRow): string => (all === 'status' ? placeOf(user.status) : '') + user.id;
  return { filter: test, within: { index: within.index, key: within.key }, sort: { by, descending: false } };
}

/** Deprovisioned users show only where they are asked for (facts: conventions §8). @throws OktaError for a bad filter */
function walkOf(query: ListQuery): Walk {
  if (query.search && query.filter) throw new OktaError('E0000033');
  if (query.q) {
    const [begins, passes] = [startsWith(query.q), alsoPass(query)];
    return { ...BY_STATUS, filter: (user) => begins(user) && passes(user) };
  }
  if (query.search) {
    const compiled = compileFilter(query.search, userSearch);
    const { test: filter, within, equal } = compiled;
    if (!query.sortBy || within?.unique) return among(compiled, 'id');
    const sort = sortBy(query.sortBy, query.sortOrder, userSearch);
    return { filter, equal, sort, ...(within ? { within: { index: within.index, key: within.key } } : {}) };
  }
  return query.filter ? among(compileFilter(query.filter, userFilter), 'status') : BY_STATUS;
}

/** A place behind all rows that share its key. */
const BEHIND = Number.MAX_SAFE_INTEGER;

const ID = /^00u[0-9A-Za-z]{17}$/;

/** The cursor of a list without search: the digit of the status and the last id (facts: reports). */
const byStatus: Cursors = {
  write: (last, { key }) => (typeof key === 'string' ? key : last.id),
  read: (cursor) =>
    /^[0-7]$/.test(cursor[0] ?? '') && ID.test(cursor.slice(1)) ? { seq: BEHIND, key: cursor } : undefined,
};

/** The cursor of a search: the last id alone. Where a search is sorted, the user must be there still. */
const byId = (ctx: ReadContext, walk: Walk): Cursors => ({
  write: (last) => last.id,
  read(cursor) {
    if (!ID.test(cursor)) return undefined;
    if (walk.order?.name === 'status') return { seq: BEHIND, key: (walk.order.from ?? '') + cursor };
    const user = ctx.store.users.get(cursor);
    if (user && walk.sort) return { seq: user.seq, key: walk.sort.by(user) };
    return walk.sort ? undefined : { seq: BEHIND, key: cursor };
  },
});

export const listUsers: Act<'listUsers'> = ({ query }, ctx) => {
  const view = viewFor(ctx.request.header('content-type'), 'item');
  const walk = walkOf(query);
  const { login, filter, within, equal, sort, order } = walk;
  const cursors = query.search ? byId(ctx, walk) : byStatus;
  const request = pageRequest(query, { limit: query.q ? 10 : 200, max: 200 }, '', cursors);
  if (login !== undefined) {
    const user = ctx.store.users.by('login', login);
    const rows = user && request.after === undefined && filter?.(user) ? [user] : [];
    return list(view, rows, { limit: request.limit });
  }
  const { limit, after } = request;
  const page = ctx.store.users.page({ limit, after, filter, within, equal, sort, order });
  return query.q ? list(view, page.rows) : pageReply(view, page, request);
};
