import type { Request, Response } from 'express';
import type { OperationId } from '../../contract/routes.js';
import { findServer } from '../../objects/authorization-servers/find.js';
import { shownId } from '../../objects/roles/view.js';
import { takenAlong } from '../../objects/taken-along.js';
import type { CollectionName } from '../../store/collections.js';
import { rowsOf } from '../../store/references.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { ControlOptions } from '../guard.js';
import { type Match, match } from '../router.js';
import { splitTarget } from '../target.js';

/**
 * Operations that remove the row which the last parameter of their path names. The others remove what nothing names
 * (memberships, images, tokens), or rows by what they are about.
 */
export const removals = {
  deleteApplication: 'apps',
  deleteAuthorizationServer: 'authorizationServers',
  deleteAuthorizationServerPolicy: 'serverPolicies',
  deleteAuthorizationServerPolicyRule: 'serverRules',
  deleteOAuth2Claim: 'oauth2Claims',
  deleteOAuth2Scope: 'oauth2Scopes',
  deleteClientSecretForApplication: 'clientSecrets',
  deleteDomain: 'domains',
  deleteEventHook: 'eventHooks',
  deleteFactor: 'factors',
  deleteGroup: 'groups',
  deleteGroupRule: 'groupRules',
  removeRoleFromGroup: 'roleAssignments',
  removeRoleFromUser: 'roleAssignments',
  deleteIdentityProvider: 'identityProviders',
  deleteIdentityProviderKey: 'idpKeys',
  deleteInlineHook: 'inlineHooks',
  deleteLinkedObjectDefinition: 'linkedObjects',
  deleteUserType: 'userTypes',
  deletePolicy: 'policies',
  deletePolicyRule: 'policyRules',
  endSession: 'sessions',
  deleteSmsTemplate: 'smsTemplates',
  deleteOrigin: 'trustedOrigins',
  deactivateOrDeleteUser: 'users',
  deleteNetworkZone: 'zones',
} as const satisfies Partial<Record<OperationId, CollectionName>>;

const collectionOf = (operationId: string): CollectionName | undefined =>
  Object.hasOwn(removals, operationId) ? removals[operationId as keyof typeof removals] : undefined;

/** The row that a path names by its last parameter, by id or by what else it may be named. */
function rowOf(store: Store, collection: CollectionName, params: Match['params']): { readonly id: string } | undefined {
  const name = Object.values(params).at(-1) ?? '';
  const { userId, groupId } = params;
  if (collection === 'roleAssignments') {
    const held = store.roleAssignments.where(userId === undefined ? 'group' : 'user', userId ?? groupId ?? '');
    return held.find((row) => shownId(row) === name);
  }
  if (collection === 'authorizationServers') return findServer(store, name);
  if (collection === 'linkedObjects') return store.linkedObjects.all().find(({ primary }) => primary.name === name);
  const row = rowsOf(store, collection).get(name);
  return row ?? (collection === 'users' ? store.users.by('login', foldKey(name)) : undefined);
}

/** The operation that deletes what this path names; undefined where there is none. */
function deletion(path: unknown): Match | undefined {
  if (typeof path !== 'string') return undefined;
  try {
    const found = match('DELETE', ...splitTarget(path));
    return found && 'route' in found ? found : undefined;
  } catch {
    // A path that no percent-encoding gives.
    return undefined;
  }
}

/** Tells what a DELETE of a path would do to all that names what it removes. Nothing is changed. */
export function showRemoval(options: ControlOptions, req: Request, res: Response): void {
  const found = deletion(req.query.path);
  if (!found) {
    res.status(400).json({ error: 'path takes the path of a DELETE of the API, as /api/v1/groups/{groupId}.' });
    return;
  }
  const { operationId } = found.route;
  const collection = collectionOf(operationId);
  const { store } = options.resolve(req);
  const rows = store.collections;
  const row = collection && rowOf(rows, collection, found.params);
  const counts = collection && row ? takenAlong(rows, collection, row.id) : undefined;
  res.json({
    operationId,
    found: row ? { collection, id: row.id } : null,
    removed: counts?.cascade ?? {},
    changed: counts?.clear ?? {},
    named: counts?.keep ?? {},
    refusing: counts?.refuse ?? {},
  });
}
