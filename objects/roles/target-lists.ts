import type { ReadContext } from '../../contract/context.js';
import type { Links } from '../../contract/links.js';
import type { PageRequest } from '../../contract/paging.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { type Answer, list, reply, type ShownList } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { RoleAssignmentRow, RoleTargetRow } from '../../store/rows/roles.js';
import type { Page } from '../../store/types.js';
import { catalogueApp, logoOf } from '../applications/catalogue.js';
import { groupView } from '../groups/view.js';
import { standardRole } from './types.js';
import { roleView } from './view.js';

type Reading = Pick<ReadContext, 'store' | 'links'>;
type ShownApp = ShownAs<Schemas['CatalogApplication']>;

/** Lists of targets come in twenties, whatever is asked for (facts: roles §3). */
const LIMITS = { limit: 20, max: 20 };

/** What is known of an app beyond its entry in the catalogue. */
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  facebook: {
    description: 'Giving people the power to share and make the world more open and connected.',
    lastUpdated: '2021-03-18T17:37:56.000Z',
    category: 'SOCIAL',
    website: 'https://www.facebook.com/',
  },
};

/** All apps of a kind, as the catalogue has them. */
function catalogueView(name: string, links: Links): ShownApp {
  const app = catalogueApp(name);
  return {
    name,
    displayName: app?.displayName ?? name,
    status: 'ACTIVE',
    ...(app ? { verificationStatus: 'OKTA_VERIFIED' } : {}),
    ...(Object.hasOwn(details, name) ? details[name] : {}),
    signOnModes: app?.modes ?? [],
    _links: {
      logo: [{ name: 'medium', href: `${links.base}/assets/img/logos/${logoOf(name)}`, type: 'image/png' }],
      // There is no operation to make the path from.
      self: { href: `${links.base}/api/v1/catalog/apps/${encodeURIComponent(name)}` },
    },
  };
}

function appView({ store, links }: Reading, { appName = '', appId }: RoleTargetRow): ShownApp[] {
  if (appId === undefined) return [catalogueView(appName, links)];
  const app = store.apps.get(appId);
  if (!app) return [];
  const { id, label, status } = app;
  return [{ name: label, status, id, _links: { self: links.to('getApplication', { appId: id }) } }];
}

function pageOf(
  { store }: Reading,
  { id }: RoleAssignmentRow,
  query: { readonly after?: string; readonly limit?: number },
): { readonly page: Page<RoleTargetRow>; readonly request: PageRequest } {
  const request = pageRequest(query, LIMITS, id);
  return { page: store.roleTargets.page({ ...request, within: { index: 'assignment', key: id } }), request };
}

const groupsAmong = ({ store }: Reading, rows: readonly RoleTargetRow[]): GroupRow[] =>
  rows.flatMap(({ groupId }) => store.groups.get(groupId ?? '') ?? []);

/** A page of the groups that a role is narrowed to; none where it is for all. */
export function groupTargets(
  ctx: Reading,
  row: RoleAssignmentRow,
  query: { readonly after?: string; readonly limit?: number },
): ShownList<Schemas['Group']> {
  const { page, request } = pageOf(ctx, row, query);
  return list(groupView, groupsAmong(ctx, page.rows), pagingOf(page, request));
}

/** A page of the apps that a role is narrowed to; none where it is for all. */
export function appTargets(
  ctx: Reading,
  row: RoleAssignmentRow,
  query: { readonly after?: string; readonly limit?: number },
): Answer<ShownApp[]> {
  const { page, request } = pageOf(ctx, row, query);
  return reply(
    page.rows.flatMap((target) => appView(ctx, target)),
    { paging: pagingOf(page, request) },
  );
}

/**
 * Roles with the targets that `expand` asks for; roles that take no such targets are shown plainly.
 * @param expand `targets/groups`, `targets/catalog/apps`, or both with a comma
 */
export function expandedRoles(ctx: Reading, rows: readonly RoleAssignmentRow[], expand: string) {
  const wanted = expand.split(',').map((name) => name.trim());
  return rows.map((row) => {
    const kind = standardRole(row.type)?.targets;
    const targets = (): readonly RoleTargetRow[] => ctx.store.roleTargets.where('assignment', row.id);
    const shown = roleView(row, ctx.links);
    if (kind === 'groups' && wanted.includes('targets/groups')) {
      const groups = groupsAmong(ctx, targets()).map((group) => groupView(group, ctx.links));
      return { ...shown, _embedded: { targets: { groups } } };
    }
    if (kind === 'apps' && wanted.includes('targets/catalog/apps')) {
      const apps = targets().flatMap((target) => appView(ctx, target));
      return { ...shown, _embedded: { targets: { catalog: { apps } } } };
    }
    return shown;
  });
}
