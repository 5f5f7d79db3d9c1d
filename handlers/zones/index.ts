import type { Context } from '../../contract/context.js';
import { forbidden, invalid, type OktaError } from '../../contract/errors.js';
import { among } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { filterOf } from '../../languages/filter/fields.js';
import { removeWithReferences } from '../../objects/removal.js';
import { zoneTarget, zoneView } from '../../objects/zones/view.js';
import type { ZoneRow } from '../../store/rows/zones.js';
import { zoneFilter } from './filters.js';
import { readZone } from './given.js';

const LIMITS = { limit: 20, max: 200 };
const STATUSES: readonly ZoneRow['status'][] = ['ACTIVE', 'INACTIVE'];

const active = ({ id, name }: ZoneRow): OktaError => {
  const say = (zone: string): string => `The zone: ${zone} is an active zone. Active zones cannot be deleted.`;
  return invalid(say(name), `id: ${say(id)}`);
};

/** What a system zone is for stays (facts: network-zone). */
const fixedUsage = ({ name }: ZoneRow): OktaError =>
  invalid('useAsExemptList', `useAsExemptList: The network zone does not allow usage changes for ${name}.`);

/** Events of a zone whose purpose changed. */
function logUsage(ctx: Context, before: ZoneRow['usage'], after: ZoneRow): void {
  if (before === after.usage) return;
  ctx.log(after.usage === 'BLOCKLIST' ? 'zone.make_blacklist' : 'zone.remove_blacklist', [zoneTarget(after)]);
}

/** A zone that is so already is saved again, and nothing is told of it (recorded twice, June 2026). */
function turn(ctx: Context, id: string, status: ZoneRow['status'], event: 'zone.activate' | 'zone.deactivate') {
  const before = ctx.store.zones.require(id);
  const zone = ctx.store.zones.update(id, { status, lastUpdated: ctx.now() });
  if (before.status !== status) ctx.log(event, [zoneTarget(zone)]);
  return show(zoneView, zone);
}

/** Addresses and places that policies ask for, or that are blocked (facts: network-zone). */
export const zones = {
  listNetworkZones({ query }, ctx) {
    const request = pageRequest(query, LIMITS);
    return pageReply(zoneView, ctx.store.zones.page({ ...request, ...filterOf(query.filter, zoneFilter) }), request);
  },

  getNetworkZone: ({ params }, ctx) => show(zoneView, ctx.store.zones.require(params.zoneId)),

  createNetworkZone({ body }, ctx) {
    const since = { created: ctx.now(), lastUpdated: ctx.now() };
    const zone = ctx.store.zones.insert({ ...readZone(body), status: 'ACTIVE', system: false, ...since });
    ctx.log('zone.create', [zoneTarget(zone)]);
    logUsage(ctx, 'POLICY', zone);
    return show(zoneView, zone);
  },

  updateNetworkZone({ params, body }, ctx) {
    const before = ctx.store.zones.require(params.zoneId);
    const given = readZone(body, before);
    if (given.type !== before.type) throw invalid('type', 'type: The type of a network zone cannot be changed.');
    if (before.system && given.usage !== before.usage) throw fixedUsage(before);
    const status = among(body.status, STATUSES) ?? before.status;
    const { system, created } = before;
    const zone = ctx.store.zones.replace(before.id, { ...given, status, system, created, lastUpdated: ctx.now() });
    ctx.log('zone.update', [zoneTarget(zone)]);
    logUsage(ctx, before.usage, zone);
    return show(zoneView, zone);
  },

  deleteNetworkZone({ params }, ctx) {
    const zone = ctx.store.zones.require(params.zoneId);
    if (zone.system) throw forbidden();
    if (zone.status === 'ACTIVE') throw active(zone);
    removeWithReferences(ctx, 'zones', zone.id, { refuse: () => invalid('id', `id: The zone: ${zone.id} is in use.`) });
    ctx.log('zone.delete', [zoneTarget(zone)]);
  },

  activateNetworkZone: ({ params }, ctx) => turn(ctx, params.zoneId, 'ACTIVE', 'zone.activate'),

  deactivateNetworkZone: ({ params }, ctx) => turn(ctx, params.zoneId, 'INACTIVE', 'zone.deactivate'),
} satisfies HandlersOf<'NetworkZone'>;
