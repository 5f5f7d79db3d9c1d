import { fresh, type Makers } from './fresh.js';

const below = ({ authServerId = '' }: Readonly<Record<string, string>>, rest: string): string =>
  `/authorizationServers/${authServerId}/${rest}`;

/** The rule that a policy of each type takes. */
const rules: Readonly<Record<string, object>> = {
  ACCESS_POLICY: {
    type: 'ACCESS_POLICY',
    actions: { appSignOn: { access: 'ALLOW', verificationMethod: { factorMode: '1FA', type: 'ASSURANCE' } } },
  },
  OKTA_SIGN_ON: { type: 'SIGN_ON', actions: { signon: { access: 'ALLOW' } } },
};

/** Bodies of what decides who may do what: policies, zones, origins, servers, their scopes and claims. */
export const access: Makers = {
  createNetworkZone: async () => ({
    type: 'IP',
    name: await fresh('/zones', ['Warehouse', 'Workshop']),
    gateways: [{ type: 'CIDR', value: '192.0.2.0/24' }],
  }),
  createOrigin: async () => ({
    name: await fresh('/trustedOrigins', ['Intranet', 'Portal']),
    origin: `https://${await fresh('/trustedOrigins', ['intranet', 'portal', 'wiki'], (name) => `//${name}.`)}.example.com`,
    scopes: [{ type: 'CORS' }],
  }),
  createPolicy: async () => ({
    type: 'OKTA_SIGN_ON',
    name: await fresh('/policies?type=OKTA_SIGN_ON', ['Office', 'Field work', 'Night shift']),
    description: 'Made in the explorer',
  }),
  createPolicyRule: async ({ policyId = '' }) => ({
    ...rules.OKTA_SIGN_ON,
    name: await fresh(`/policies/${policyId}/rules`, ['From home', 'From the road']),
  }),
  createAuthorizationServer: async () => ({
    name: await fresh('/authorizationServers', ['Orders', 'Deliveries']),
    description: 'Tokens of the shop',
    audiences: ['https://shop.example.com'],
  }),
  createOAuth2Scope: async (values) => ({
    name: await fresh(below(values, 'scopes'), ['orders', 'returns']),
    description: 'See what was ordered',
  }),
  createOAuth2Claim: async (values) => ({
    name: await fresh(below(values, 'claims'), ['department', 'costCenter']),
    claimType: 'RESOURCE',
    valueType: 'EXPRESSION',
    value: 'user.department',
  }),
  createAuthorizationServerPolicy: async (values) => ({
    type: 'OAUTH_AUTHORIZATION_POLICY',
    name: await fresh(below(values, 'policies'), ['Shop', 'Warehouse']),
    description: 'For the shop',
    priority: 1,
    conditions: { clients: { include: ['ALL_CLIENTS'] } },
  }),
  createAuthorizationServerPolicyRule: async (values) => ({
    type: 'RESOURCE_ACCESS',
    name: await fresh(below(values, `policies/${values.policyId ?? ''}/rules`), ['Machines', 'Robots']),
    priority: 1,
    conditions: { grantTypes: { include: ['client_credentials'] }, scopes: { include: ['*'] } },
  }),
  createAuthenticator: () => ({ key: 'yubikey_token' }),
};
