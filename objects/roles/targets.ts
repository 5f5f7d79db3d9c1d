import type { Context } from '../../contract/context.js';
import { invalid, notFound, OktaError } from '../../contract/errors.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { RoleAssignmentRow, RoleTargetRow } from '../../store/rows/roles.js';
import { catalogueApp } from '../applications/catalogue.js';
import { logGrant } from './assign.js';
import { ownRole, type RoleHolder } from './holders.js';
import { isLast } from './standing.js';
import { standardRole, type TargetKind } from './types.js';

/** A role of a holder, known to be one that targets of this kind can narrow. */
export interface Narrowable {
  readonly holder: RoleHolder;
  readonly row: RoleAssignmentRow;
}

/**
 * Finds the role that targets are about.
 * @throws OktaError 404 (RoleAssignment), 405 E0000091 where the role takes no such targets
 */
export function narrowable(
  ctx: Pick<Context, 'store'>,
  holder: RoleHolder,
  roleId: string,
  kind: TargetKind,
): Narrowable {
  const row = ownRole(ctx, holder, roleId);
  if (standardRole(row.type)?.targets !== kind) throw new OktaError('E0000091');
  return { holder, row };
}

type Named = Pick<RoleTargetRow, 'groupId' | 'appName' | 'appId'>;

const find = (ctx: Context, { row }: Narrowable, of: string): RoleTargetRow | undefined =>
  ctx.store.roleTargets.by('pair', `${row.id} ${of}`);

function add(ctx: Context, role: Narrowable, named: Named): void {
  if (find(ctx, role, named.groupId ?? named.appId ?? named.appName ?? '')) return;
  ctx.store.roleTargets.insert({ assignmentId: role.row.id, ...named });
  logGrant(ctx, role.holder, role.row);
}

/** The last target stays: without any the role would be for everything (facts: roles §3). */
function drop(ctx: Context, role: Narrowable, target: RoleTargetRow): void {
  if (isLast(ctx.store, target)) {
    const say = 'The last target of a role cannot be removed. Remove the role and assign it again.';
    throw invalid('roleId', `roleId: ${say}`);
  }
  ctx.store.roleTargets.remove(target.id);
  logGrant(ctx, role.holder, role.row);
}

/** Narrows a role to a group, beside those it has. @throws OktaError 404 (UserGroup) */
export const addGroupTarget = (ctx: Context, role: Narrowable, groupId: string): void =>
  add(ctx, role, { groupId: ctx.store.groups.require(groupId).id });

/** @throws OktaError 404 (UserGroup) for what is no target of the role, 400 E0000001 for its last one */
export function dropGroupTarget(ctx: Context, role: Narrowable, groupId: string): void {
  ctx.store.groups.require(groupId);
  const target = find(ctx, role, groupId);
  if (!target) throw notFound(groupId, 'UserGroup');
  drop(ctx, role, target);
}

/** Whether the catalogue or an app of the org goes by this name. */
const isApp = (ctx: Context, name: string): boolean =>
  catalogueApp(name) !== undefined || ctx.store.apps.count('name', name) > 0;

/** Narrows a role to all apps of a kind; single apps of that kind are among them. @throws OktaError 404 (AppMeta) */
export function addAppTarget(ctx: Context, role: Narrowable, appName: string): void {
  if (!isApp(ctx, appName)) throw notFound(appName, 'AppMeta');
  for (const { id, appId } of [...ctx.store.roleTargets.where('appName', `${role.row.id} ${appName}`)]) {
    if (appId !== undefined) ctx.store.roleTargets.remove(id);
  }
  add(ctx, role, { appName });
}

/** @throws OktaError 404 (AppMeta) for what is no target of the role, 400 E0000001 for its last one */
export function dropAppTarget(ctx: Context, role: Narrowable, appName: string): void {
  const target = find(ctx, role, appName);
  if (!target || target.appId !== undefined) throw notFound(appName, 'AppMeta');
  drop(ctx, role, target);
}

/** @throws OktaError 404 (AppInstance) for an app that is not there, or of another name */
function appOf(ctx: Context, appName: string, appId: string): AppRow {
  const app = ctx.store.apps.require(appId);
  if (app.name !== appName) throw notFound(appId, 'AppInstance');
  return app;
}

/**
 * Narrows a role to one app.
 * @throws OktaError 404 (AppInstance), 400 E0000001 where all apps of its kind are a target
 */
export function addInstanceTarget(ctx: Context, role: Narrowable, appName: string, appId: string): void {
  const app = appOf(ctx, appName, appId);
  if (find(ctx, role, appName)) {
    throw invalid('appName', `appName: All apps of the type ${appName} are a target of the role already.`);
  }
  add(ctx, role, { appName, appId: app.id });
}

/** @throws OktaError 404 (AppInstance) for what is no target of the role, 400 E0000001 for its last one */
export function dropInstanceTarget(ctx: Context, role: Narrowable, appName: string, appId: string): void {
  const target = find(ctx, role, appOf(ctx, appName, appId).id);
  if (!target) throw notFound(appId, 'AppInstance');
  drop(ctx, role, target);
}

/** Makes a role one for all apps again. */
export function addAllApps(ctx: Context, { holder, row }: Narrowable): void {
  for (const { id } of [...ctx.store.roleTargets.where('assignment', row.id)]) ctx.store.roleTargets.remove(id);
  logGrant(ctx, holder, row);
}
