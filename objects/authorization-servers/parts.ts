import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type {
  OAuth2ClaimRow,
  OAuth2ScopeRow,
  ServerPolicyRow,
  ServerRuleRow,
} from '../../store/rows/authorization-servers.js';
import { viewsByServer } from './view.js';

const CHANGES = ['GET', 'PUT', 'DELETE'] as const;

/** A scope, as the server that it belongs to shows it (facts: recorded-shapes §7). */
export const scopeViewOf = viewsByServer<OAuth2ScopeRow, View<OAuth2ScopeRow, Schemas['OAuth2Scope']>>(
  (refOfRow) => (row, links) => ({
    id: row.id,
    name: row.name,
    ...(row.displayName === null ? {} : { displayName: row.displayName }),
    description: row.description,
    system: row.system,
    metadataPublish: row.metadataPublish,
    consent: row.consent,
    optional: row.optional,
    apiResourceId: null,
    default: row.default,
    _links: {
      self: links.allow('getOAuth2Scope', { authServerId: refOfRow(row), scopeId: row.id }, ...CHANGES),
    },
  }),
);

/** A claim. */
export const claimViewOf = viewsByServer<OAuth2ClaimRow, View<OAuth2ClaimRow, Schemas['OAuth2Claim']>>(
  (refOfRow) => (row, links) => ({
    id: row.id,
    name: row.name,
    status: row.status,
    claimType: row.claimType,
    valueType: row.valueType,
    ...(row.value === null ? {} : { value: row.value }),
    conditions: { scopes: row.scopes },
    system: row.system,
    alwaysIncludeInToken: row.alwaysIncludeInToken,
    apiResourceId: null,
    ...(row.groupFilterType === null ? {} : { group_filter_type: row.groupFilterType }),
    _links: {
      self: links.allow('getOAuth2Claim', { authServerId: refOfRow(row), claimId: row.id }, ...CHANGES),
    },
  }),
);

/** A policy. */
export const policyViewOf = viewsByServer<ServerPolicyRow, View<ServerPolicyRow, Schemas['AuthorizationServerPolicy']>>(
  (refOfRow) => (row, links) => {
    const params = { authServerId: refOfRow(row), policyId: row.id };
    const turn = row.status === 'ACTIVE' ? 'deactivate' : 'activate';
    return {
      id: row.id,
      status: row.status,
      name: row.name,
      description: row.description,
      priority: row.priority,
      system: row.system,
      conditions: { clients: { include: row.clients.map(({ clientId }) => clientId) } },
      created: row.created,
      lastUpdated: row.lastUpdated,
      _links: {
        self: links.allow('getAuthorizationServerPolicy', params, ...CHANGES),
        rules: links.allow('listAuthorizationServerPolicyRules', params, 'GET'),
        [turn]: links.allow(`${turn}AuthorizationServerPolicy`, params, 'POST'),
      },
      type: 'OAUTH_AUTHORIZATION_POLICY',
    };
  },
);

function peopleView({ includedUsers, excludedUsers, groups }: ServerRuleRow['people']) {
  return {
    users: { ...(includedUsers.length > 0 ? { include: includedUsers } : {}), exclude: excludedUsers },
    ...(groups === null ? {} : { groups: { include: groups } }),
  };
}

function tokenView(row: ServerRuleRow) {
  return {
    accessTokenLifetimeMinutes: row.accessTokenLifetime,
    refreshTokenLifetimeMinutes: row.refreshTokenLifetime,
    refreshTokenWindowMinutes: row.refreshTokenWindow,
    ...(row.inlineHookId === null ? {} : { inlineHook: { id: row.inlineHookId } }),
  };
}

/** A rule of a policy. */
export const ruleViewOf = viewsByServer<ServerRuleRow, View<ServerRuleRow, Schemas['AuthorizationServerPolicyRule']>>(
  (refOfRow) => (row, links) => {
    const params = { authServerId: refOfRow(row), policyId: row.policyId, ruleId: row.id };
    const turn = row.status === 'ACTIVE' ? 'deactivate' : 'activate';
    return {
      id: row.id,
      status: row.status,
      name: row.name,
      priority: row.priority,
      created: row.created,
      lastUpdated: row.lastUpdated,
      system: row.system,
      conditions: {
        people: peopleView(row.people),
        grantTypes: { include: row.grantTypes },
        scopes: { include: row.scopes },
      },
      actions: { token: tokenView(row) },
      _links: {
        self: links.allow('getAuthorizationServerPolicyRule', params, ...CHANGES),
        [turn]: links.allow(`${turn}AuthorizationServerPolicyRule`, params, 'POST'),
      },
      type: 'RESOURCE_ACCESS',
    };
  },
);
