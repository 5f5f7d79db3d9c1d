import type { HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { list } from '../../contract/reply.js';
import { appView } from '../../objects/applications/view.js';

const LIMITS = { limit: 20, max: 200 };

/** The apps that a group gives to its members. */
export const groupApps = {
  listAssignedApplicationsForGroup({ params, query }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    const request = pageRequest(query, LIMITS, group.id);
    const page = ctx.store.appGroups.page({ ...request, within: { index: 'group', key: group.id } });
    const apps = page.rows.map(({ appId }) => ctx.store.apps.require(appId));
    return list(appView, apps, pagingOf(page, request));
  },
} satisfies Partial<HandlersOf<'Group'>>;
