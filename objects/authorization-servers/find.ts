import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type {
  AuthorizationServerRow,
  OAuth2ClaimRow,
  OAuth2ScopeRow,
  ServerPolicyRow,
  ServerRuleRow,
} from '../../store/rows/authorization-servers.js';
import type { Store } from '../../store/types.js';

type Reads = Pick<ReadContext, 'store'>;

/** The name that the default server has besides its id. */
export const DEFAULT = 'default';

/** The server with this id, or the one that is called `default`. */
export function findServer(store: Store, ref: string): AuthorizationServerRow | undefined {
  return ref === DEFAULT ? store.authorizationServers.where('default', 'true')[0] : store.authorizationServers.get(ref);
}

/** @throws OktaError 404 E0000007 where there is none of this name */
export function serverOf({ store }: Reads, ref: string): AuthorizationServerRow {
  const server = findServer(store, ref);
  if (!server) throw notFound(ref, 'AuthorizationServer');
  return server;
}

/** What stands for a server in paths: the default one goes by its name (facts: authorization-server). */
export const refOf = (server: Pick<AuthorizationServerRow, 'id' | 'default'>): string =>
  server.default ? DEFAULT : server.id;

const ofServer = <R extends { readonly serverId: string }>(
  row: R | undefined,
  server: AuthorizationServerRow,
  id: string,
  typeName: string,
): R => {
  if (row?.serverId !== server.id) throw notFound(id, typeName);
  return row;
};

/** @throws OktaError 404 E0000007 for a scope of another server, too */
export const scopeOf = ({ store }: Reads, server: AuthorizationServerRow, id: string): OAuth2ScopeRow =>
  ofServer(store.oauth2Scopes.get(id), server, id, 'OAuth2Scope');

/** @throws OktaError 404 E0000007 for a claim of another server, too */
export const claimOf = ({ store }: Reads, server: AuthorizationServerRow, id: string): OAuth2ClaimRow =>
  ofServer(store.oauth2Claims.get(id), server, id, 'OAuth2Claim');

/** @throws OktaError 404 E0000007 for a policy of another server, too */
export const policyOf = ({ store }: Reads, server: AuthorizationServerRow, id: string): ServerPolicyRow =>
  ofServer(store.serverPolicies.get(id), server, id, 'Policy');

/** @throws OktaError 404 E0000007 for a rule of another policy, too */
export function ruleOf({ store }: Reads, policy: ServerPolicyRow, id: string): ServerRuleRow {
  const rule = store.serverRules.get(id);
  if (rule?.policyId !== policy.id) throw notFound(id, 'PolicyRule');
  return rule;
}
