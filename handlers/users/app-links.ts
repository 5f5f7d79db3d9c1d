import type { HandlersOf } from '../../contract/operations.js';
import { logoUrl, pageUrl } from '../../objects/applications/view.js';
import { findUser } from '../../objects/users/find.js';

/** What a user finds on the dashboard (facts: users §9). */
export const appLinks = {
  listAppLinks({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    const links = ctx.store.appUsers.where('user', user.id).flatMap((row) => {
      const app = ctx.store.apps.require(row.appId);
      if (app.status !== 'ACTIVE' || app.visibility.hide.web) return [];
      return Object.keys(app.linkIds)
        .filter((name) => app.visibility.appLinks[name] !== false)
        .map((name) => ({ row, app, name }));
    });
    return links.map(({ row, app, name }, sortOrder) => ({
      id: user.id,
      label: app.label,
      linkUrl: pageUrl(app, name, ctx.links),
      logoUrl: logoUrl(app, ctx.links),
      appName: app.name,
      appInstanceId: app.id,
      appAssignmentId: row.id,
      credentialsSetup: false,
      hidden: false,
      sortOrder,
    }));
  },
} satisfies Partial<HandlersOf<'User'>>;
