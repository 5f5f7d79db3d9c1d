import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import { held } from '../support/oauth.js';
import type { TestOrg } from '../support/org.js';

const SERVERS = '/authorizationServers';
const DEFAULT = `${SERVERS}/default`;
const shop = { name: 'Shop', description: 'Tokens of the shop', audiences: ['https://shop.example'] };
const claim = { name: 'badge', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: 'user.badge' };
const policy = {
  ...{ type: 'OAUTH_AUTHORIZATION_POLICY', name: 'Shop', description: 'For the shop', priority: 1 },
  conditions: { clients: { include: ['ALL_CLIENTS'] } },
};
const rule = {
  ...{ type: 'RESOURCE_ACCESS', name: 'Machines', priority: 1 },
  conditions: { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['*'] } },
};

const made = async (in_: TestOrg, path: string, body: object): Promise<string> =>
  `${path}/${await done(in_, post(path, body))}`;
const server = (in_: TestOrg): Promise<string> => made(in_, SERVERS, shop);
const madePolicy = (in_: TestOrg): Promise<string> => made(in_, `${DEFAULT}/policies`, policy);
const madeRule = async (in_: TestOrg): Promise<string> => made(in_, `${await madePolicy(in_)}/rules`, rule);

/** Makes something, and turns it off. */
const off =
  (make: (in_: TestOrg) => Promise<string>) =>
  async (in_: TestOrg): Promise<string> => {
    const path = await make(in_);
    await done(in_, post(`${path}/lifecycle/deactivate`));
    return path;
  };

/** A token and a consent of somebody at this server. */
async function used(in_: TestOrg, serverId?: string): Promise<{ readonly token: string; readonly tokens: string }> {
  const kim = await held(in_);
  const at = serverId === undefined ? {} : { authServerId: serverId };
  const token = kim.token(at);
  const scope = in_.store.oauth2Scopes.by('name', `${serverId ?? kim.serverId} email`)?.id ?? '';
  kim.grant('email', { ...at, scopeId: scope });
  return { token, tokens: `${DEFAULT}/clients/${kim.clientId}/tokens` };
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createAuthorizationServer', '', async () => post(SERVERS, shop), ['oauth2.as.created']],
  ['updateAuthorizationServer', '', async (in_) => put(await server(in_), shop), ['oauth2.as.updated']],
  ['deleteAuthorizationServer', 'unused', async (in_) => remove(await server(in_)), ['oauth2.as.deleted']],
  [
    'deleteAuthorizationServer',
    'in use',
    async (in_) => {
      const path = await server(in_);
      await used(in_, path.split('/').at(-1));
      return remove(path);
    },
    ['oauth2.as.deleted', 'app.oauth2.token.revoke.implicit.as', 'app.oauth2.as.consent.revoke.implicit.as'],
  ],
  [
    'deactivateAuthorizationServer',
    '',
    async (in_) => post(`${await server(in_)}/lifecycle/deactivate`),
    ['oauth2.as.deactivated'],
  ],
  [
    'activateAuthorizationServer',
    '',
    async (in_) => post(`${await off(server)(in_)}/lifecycle/activate`),
    ['oauth2.as.activated'],
  ],
  ['activateAuthorizationServer', 'active', async (in_) => post(`${await server(in_)}/lifecycle/activate`), []],
  [
    'rotateAuthorizationServerKeys',
    '',
    async () => post(`${DEFAULT}/credentials/lifecycle/keyRotate`, { use: 'sig' }),
    ['app.oauth2.as.key.rollover'],
  ],
  ['createOAuth2Scope', '', async () => post(`${DEFAULT}/scopes`, { name: 'orders' }), ['oauth2.scope.created']],
  [
    'updateOAuth2Scope',
    '',
    async (in_) => put(await made(in_, `${DEFAULT}/scopes`, { name: 'returns' }), { name: 'sales' }),
    ['oauth2.scope.updated'],
  ],
  [
    'deleteOAuth2Scope',
    'consented to',
    async (in_) => {
      const path = await made(in_, `${DEFAULT}/scopes`, { name: 'stock' });
      (await held(in_)).grant('stock');
      return remove(path);
    },
    ['oauth2.scope.deleted', 'app.oauth2.as.consent.revoke.implicit.scope'],
  ],
  ['createOAuth2Claim', '', async () => post(`${DEFAULT}/claims`, claim), ['oauth2.claim.created']],
  [
    'updateOAuth2Claim',
    '',
    async (in_) => put(await made(in_, `${DEFAULT}/claims`, claim), claim),
    ['oauth2.claim.updated'],
  ],
  [
    'deleteOAuth2Claim',
    '',
    async (in_) => remove(await made(in_, `${DEFAULT}/claims`, claim)),
    ['oauth2.claim.deleted'],
  ],
  ['createAuthorizationServerPolicy', '', async () => post(`${DEFAULT}/policies`, policy), ['policy.lifecycle.create']],
  [
    'updateAuthorizationServerPolicy',
    '',
    async (in_) => put(await madePolicy(in_), policy),
    ['policy.lifecycle.update'],
  ],
  ['deleteAuthorizationServerPolicy', '', async (in_) => remove(await madePolicy(in_)), ['policy.lifecycle.delete']],
  [
    'deactivateAuthorizationServerPolicy',
    '',
    async (in_) => post(`${await madePolicy(in_)}/lifecycle/deactivate`),
    ['policy.lifecycle.deactivate'],
  ],
  [
    'activateAuthorizationServerPolicy',
    '',
    async (in_) => post(`${await off(madePolicy)(in_)}/lifecycle/activate`),
    ['policy.lifecycle.activate'],
  ],
  [
    'createAuthorizationServerPolicyRule',
    '',
    async (in_) => post(`${await madePolicy(in_)}/rules`, rule),
    ['policy.rule.add'],
  ],
  ['updateAuthorizationServerPolicyRule', '', async (in_) => put(await madeRule(in_), rule), ['policy.rule.update']],
  ['deleteAuthorizationServerPolicyRule', '', async (in_) => remove(await madeRule(in_)), ['policy.rule.delete']],
  [
    'deactivateAuthorizationServerPolicyRule',
    '',
    async (in_) => post(`${await madeRule(in_)}/lifecycle/deactivate`),
    ['policy.rule.deactivate'],
  ],
  [
    'activateAuthorizationServerPolicyRule',
    '',
    async (in_) => post(`${await off(madeRule)(in_)}/lifecycle/activate`),
    ['policy.rule.activate'],
  ],
  [
    'revokeRefreshTokensForAuthorizationServerAndClient',
    'some',
    async (in_) => remove((await used(in_)).tokens),
    ['app.oauth2.token.revoke.implicit.client'],
  ],
  [
    'revokeRefreshTokenForAuthorizationServerAndClient',
    '',
    async (in_) => {
      const { tokens, token } = await used(in_);
      return remove(`${tokens}/${token}`);
    },
    ['app.oauth2.as.token.revoke'],
  ],
];

const ofServer = ['AuthorizationServer'];
const ofScope = ['OAuth2Scope', 'AuthorizationServer'];
const ofClaim = ['OAuth2Claim', 'AuthorizationServer'];
const ofPolicy = ['PolicyEntity'];
const ofRule = ['PolicyEntity', 'PolicyRule'];
const ofClient = ['User', 'AppInstance'];

export const facts: FactsByType = {
  'oauth2.as.created': {
    message: 'Authorization server is created',
    legacy: 'api.oauth2.as.created',
    targets: ofServer,
  },
  'oauth2.as.updated': {
    message: 'Authorization server is updated',
    legacy: 'api.oauth2.as.updated',
    targets: ofServer,
  },
  'oauth2.as.deleted': {
    message: 'Authorization server is deleted',
    legacy: 'api.oauth2.as.deleted',
    targets: ofServer,
  },
  'oauth2.as.activated': {
    message: 'Authorization server is activated',
    legacy: 'api.oauth2.as.activated',
    targets: ofServer,
  },
  'oauth2.as.deactivated': {
    message: 'Authorization server is deactivated',
    legacy: 'api.oauth2.as.deactivated',
    targets: ofServer,
  },
  'app.oauth2.as.key.rollover': {
    message: 'Custom Authorization Server token signing key rolled over',
    legacy: 'app.oauth2.as.key.rollover.legacy',
    targets: ofServer,
  },
  'app.oauth2.token.revoke.implicit.as': {
    message: 'Tokens revoked for authorization server',
    legacy: 'app.oauth2.token.revoke.implicit.as_success',
    targets: ofServer,
  },
  'app.oauth2.as.consent.revoke.implicit.as': {
    message: 'All consent revoked for authorization server',
    legacy: 'app.oauth2.as.consent.revoke.implicit.as_success',
    targets: ofServer,
  },
  'oauth2.scope.created': {
    message: 'OAuth2 scope is created',
    legacy: 'api.oauth2.scope.created',
    targets: ofScope,
  },
  'oauth2.scope.updated': {
    message: 'OAuth2 scope is updated',
    legacy: 'api.oauth2.scope.updated',
    targets: ofScope,
  },
  'oauth2.scope.deleted': {
    message: 'OAuth2 scope is deleted',
    legacy: 'api.oauth2.scope.deleted',
    targets: ofScope,
  },
  'app.oauth2.as.consent.revoke.implicit.scope': {
    message: 'All consent revoked for scope',
    legacy: 'app.oauth2.as.consent.revoke.implicit.scope_success',
    targets: ofScope,
  },
  'oauth2.claim.created': {
    message: 'OAuth2 claim is created',
    legacy: 'api.oauth2.claim.created',
    targets: ofClaim,
  },
  'oauth2.claim.updated': {
    message: 'OAuth2 claim is updated',
    legacy: 'api.oauth2.claim.updated',
    targets: ofClaim,
  },
  'oauth2.claim.deleted': {
    message: 'OAuth2 claim is deleted',
    legacy: 'api.oauth2.claim.deleted',
    targets: ofClaim,
  },
  'policy.lifecycle.create': { message: 'Create policy', legacy: 'policy.created', targets: ofPolicy },
  'policy.lifecycle.update': { message: 'Update policy', legacy: 'policy.updated', targets: ofPolicy },
  'policy.lifecycle.delete': { message: 'Delete policy', legacy: 'policy.deleted', targets: ofPolicy },
  'policy.lifecycle.activate': { message: 'Activate policy', legacy: 'policy.activated', targets: ofPolicy },
  'policy.lifecycle.deactivate': { message: 'Deactivate policy', legacy: 'policy.deactivated', targets: ofPolicy },
  'policy.rule.add': { message: 'Add policy rule', legacy: 'policy.rule.added', targets: ofRule },
  'policy.rule.update': { message: 'Update policy rule', legacy: 'policy.rule.updated', targets: ofRule },
  'policy.rule.delete': { message: 'Delete policy rule', legacy: 'policy.rule.deleted', targets: ofRule },
  'policy.rule.activate': { message: 'Activate policy rule', legacy: 'policy.rule.activated', targets: ofRule },
  'policy.rule.deactivate': { message: 'Deactivate policy rule', legacy: 'policy.rule.deactivated', targets: ofRule },
  'app.oauth2.token.revoke.implicit.client': {
    message: 'Tokens revoked for client',
    legacy: 'app.oauth2.token.revoke.implicit.client_success',
    targets: ['AppInstance'],
  },
  'app.oauth2.as.token.revoke': {
    message: 'OAuth2 token revocation request',
    legacy: 'app.oauth2.as.token.revoke_success',
    targets: ofClient,
  },
};
