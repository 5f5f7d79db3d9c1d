import type { Context, JobContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { absent, type Members, oneOf, refuseAll, textOf } from '../../contract/given.js';
import type { RoleAssignmentRow } from '../../store/rows/roles.js';
import type { Budget } from '../job.js';
import { removeWithReferences } from '../removal.js';
import { ownRole, ownRoles, type RoleHolder } from './holders.js';
import { hasLapsed } from './standing.js';
import { prefixOf, standardRole, standardRoles } from './types.js';
import { roleTarget } from './view.js';

type Granted = Pick<RoleAssignmentRow, 'type' | 'label' | 'customRoleId' | 'resourceSetId'>;

const TYPES = [...Object.keys(standardRoles), 'CUSTOM'];

/** @throws OktaError 400 E0000001 for a type that is none, 404 for a custom role or a resource set that is not there */
function grantedBy(ctx: Context, body: Members): Granted {
  refuseAll([...absent('type', body.type), ...oneOf('type', body.type, TYPES)]);
  const type = String(body.type);
  if (type !== 'CUSTOM') return { type, label: standardRole(type)?.label ?? type };
  const { role, 'resource-set': resources } = body;
  refuseAll([...absent('role', textOf(role)), ...absent('resource-set', textOf(resources))]);
  const named = String(role);
  // Custom roles go by id or by label.
  const custom = ctx.store.customRoles.by('label', named) ?? ctx.store.customRoles.require(named);
  const set =
    ctx.store.resourceSets.by('label', String(resources)) ?? ctx.store.resourceSets.require(String(resources));
  return { type, label: custom.label, customRoleId: custom.id, resourceSetId: set.id };
}

/** Tells what the holder may do from now on (facts: system-log-events, User and Group). */
export function logGrant(ctx: JobContext, holder: RoleHolder, row: RoleAssignmentRow): void {
  const event = holder.of === 'user' ? 'user.account.privilege.grant' : 'group.privilege.grant';
  const privilegeGranted = ownRoles(ctx, holder)
    .map(({ label }) => label)
    .join(', ');
  ctx.log(event, [holder.target, roleTarget(row)], { debugData: { privilegeGranted } });
}

/**
 * Takes a role away, and its targets with it, and tells so.
 * @param budget shared by the jobs that one request begins
 */
export function unassign(ctx: JobContext, holder: RoleHolder, row: RoleAssignmentRow, budget?: Budget): void {
  removeWithReferences(ctx, 'roleAssignments', row.id, { budget });
  if (holder.of === 'user' && ownRoles(ctx, holder).length > 0) return logGrant(ctx, holder, row);
  const event = holder.of === 'user' ? 'user.account.privilege.revoke' : 'group.privilege.revoke';
  ctx.log(event, [holder.target, roleTarget(row)], { debugData: { privilegeRevoked: row.label } });
}

/** The role, unless it is for nothing any more: then what a job is about to do is done now. */
function standing(ctx: Context, holder: RoleHolder, row: RoleAssignmentRow): RoleAssignmentRow | undefined {
  if (!hasLapsed(ctx.store, row)) return row;
  unassign(ctx, holder, row);
  return undefined;
}

/**
 * Gives a role. Who has it already is refused, unless the request turns its notifications on or off.
 * @param disableNotifications undefined where the request does not say
 * @throws OktaError 409 E0000090, and for what the body says wrongly
 */
export function assignRole(
  ctx: Context,
  holder: RoleHolder,
  body: Members,
  disableNotifications: boolean | undefined,
): { readonly row: RoleAssignmentRow; readonly isNew: boolean } {
  const granted = grantedBy(ctx, body);
  const { roleAssignments } = ctx.store;
  const now = ctx.now();
  const { type, customRoleId, resourceSetId } = granted;
  const held = roleAssignments.by('assigned', `${holder.id} ${type} ${customRoleId ?? ''} ${resourceSetId ?? ''}`);
  const known = held && standing(ctx, holder, held);
  if (known) {
    if (disableNotifications === undefined || disableNotifications === known.disableNotifications) {
      throw new OktaError('E0000090');
    }
    return { row: roleAssignments.update(known.id, { disableNotifications, lastUpdated: now }), isNew: false };
  }
  const row = roleAssignments.insert({
    id: ctx.ids.next(prefixOf(type, holder.of)),
    ...granted,
    userId: holder.of === 'user' ? holder.id : null,
    groupId: holder.of === 'group' ? holder.id : null,
    created: now,
    lastUpdated: now,
    disableNotifications: disableNotifications ?? false,
  });
  logGrant(ctx, holder, row);
  return { row, isNew: true };
}

/**
 * Takes a role away from its holder. What a user has by a group stays the group's.
 * @throws OktaError 404 (RoleAssignment)
 */
export const unassignRole = (ctx: Context, holder: RoleHolder, roleId: string): void =>
  unassign(ctx, holder, ownRole(ctx, holder, roleId));
