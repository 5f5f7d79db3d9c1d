import type { ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { byLastId, type PageRequest, pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { list, reply, show } from '../../contract/reply.js';
import { filterOf } from '../../languages/filter/fields.js';
import { appUserView } from '../../objects/applications/user-view.js';
import { appShown, appView } from '../../objects/applications/view.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { Page } from '../../store/types.js';
import { type Assignee, appFilter, assigneeIn } from './filters.js';

const LIMITS = { limit: 20, max: 200 };

/** Apps whose name or label begins with the text, in any case. */
const byText = (q: string | undefined): ((app: AppRow) => boolean) => {
  const prefix = q?.toLowerCase() ?? '';
  return ({ name, label, hidden }) =>
    !hidden && (prefix === '' || name.toLowerCase().startsWith(prefix) || label.toLowerCase().startsWith(prefix));
};

/** The apps of a user or a group, by the order in which they were assigned. */
function assignedTo(
  ctx: ReadContext,
  { of, id }: Assignee,
  request: PageRequest,
  wanted: (app: AppRow) => boolean,
): { readonly apps: AppRow[]; readonly page: Page<AppRow> } {
  const filter = ({ appId }: { readonly appId: string }): boolean => wanted(ctx.store.apps.require(appId));
  const { rows, next } =
    of === 'user'
      ? ctx.store.appUsers.page({ ...request, within: { index: 'user', key: id }, filter })
      : ctx.store.appGroups.page({ ...request, within: { index: 'group', key: id }, filter });
  const apps = rows.map(({ appId }) => ctx.store.apps.require(appId));
  return { apps, page: next ? { rows: apps, next } : { rows: apps } };
}

const malformed = () => invalid('RequestParams', 'Expand query is malformed.');

/** The user whose assignments are to be shown with the apps; undefined where none is asked for. @throws OktaError 400 */
function expandedUser(expand: string | undefined, assignee: Assignee | undefined): string | undefined {
  if (!expand) return undefined;
  const userId = /^user\/(\w+)$/.exec(expand)?.[1];
  if (userId === undefined || assignee?.of !== 'user' || assignee.id !== userId) throw malformed();
  return userId;
}

const withUser = (ctx: ReadContext, app: AppRow, userId: string) => {
  const row = ctx.store.appUsers.by('pair', `${app.id} ${userId}`);
  const shown = appShown(app, ctx.links);
  return row ? { ...shown, _embedded: { user: appUserView(row, ctx.links) } } : shown;
};

/** What reads apps. */
export const readApps = {
  listApplications({ query }, ctx) {
    const assignee = assigneeIn(query.filter);
    const request = pageRequest(query, LIMITS, '', assignee ? undefined : byLastId(ctx.store.apps, '0oa'));
    const userId = expandedUser(query.expand, assignee);
    const wanted = byText(query.q);
    if (assignee) {
      const { apps, page } = assignedTo(ctx, assignee, request, wanted);
      const paging = pagingOf(page, request);
      if (userId === undefined) return list(appView, apps, paging);
      return reply(
        apps.map((app) => withUser(ctx, app, userId)),
        { paging },
      );
    }
    const { filter = () => true, ...walk } = filterOf(query.filter, appFilter);
    const test = (app: AppRow): boolean => wanted(app) && filter(app);
    return pageReply(appView, ctx.store.apps.page({ ...request, ...walk, filter: test }), request);
  },

  getApplication({ params, query }, ctx) {
    const app = ctx.store.apps.require(params.appId);
    const userId = expandedIn(query.expand);
    if (userId === undefined) return show(appView, app);
    if (!ctx.store.appUsers.by('pair', `${app.id} ${userId}`)) throw notFound(userId, 'AppUser');
    return withUser(ctx, app, userId);
  },
} satisfies Partial<HandlersOf<'Application'>>;

/** @throws OktaError 400 for an expansion that is none */
function expandedIn(expand: string | undefined): string | undefined {
  if (!expand) return undefined;
  const userId = /^user\/(\w+)$/.exec(expand)?.[1];
  if (userId === undefined) throw malformed();
  return userId;
}
