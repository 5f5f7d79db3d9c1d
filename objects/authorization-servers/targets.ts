import type {
  AuthorizationServerRow,
  OAuth2ClaimRow,
  OAuth2ScopeRow,
  ServerPolicyRow,
  ServerRuleRow,
} from '../../store/rows/authorization-servers.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';

/** An authorization server as events name it. */
export const serverTarget = ({ id, name }: AuthorizationServerRow): LogTarget =>
  target(id, 'AuthorizationServer', 'unknown', name);

/** A scope, and the server that it belongs to. */
export const scopeTargets = ({ id, name }: OAuth2ScopeRow, server: AuthorizationServerRow): LogTarget[] => [
  target(id, 'OAuth2Scope', 'unknown', name),
  serverTarget(server),
];

/** A claim, and the server that it belongs to. */
export const claimTargets = ({ id, name }: OAuth2ClaimRow, server: AuthorizationServerRow): LogTarget[] => [
  target(id, 'OAuth2Claim', 'unknown', name),
  serverTarget(server),
];

/** A policy, with its type. */
export const policyTarget = ({ id, name }: ServerPolicyRow): LogTarget =>
  target(id, 'PolicyEntity', 'unknown', name, { policyType: 'OAUTH_AUTHORIZATION_POLICY' });

/** A rule, and the policy that it belongs to. */
export const ruleTargets = ({ id, name }: ServerRuleRow, policy: ServerPolicyRow): LogTarget[] => [
  policyTarget(policy),
  target(id, 'PolicyRule', policy.id, name),
];
