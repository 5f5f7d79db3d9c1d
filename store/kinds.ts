// Every kind of row, a line each: what a new resource group adds. The order of the state file is told in collections.ts.
export { appConnections, appKeys, clientSecrets, orgKeys } from './rows/app-credentials.js';

export { appGroups, appNames, appSchemas, apps, appUsers } from './rows/applications.js';
export { authenticators } from './rows/authenticators.js';
export {
  authorizationServers,
  oauth2Claims,
  oauth2Scopes,
  serverKeys,
  serverPolicies,
  serverRules,
} from './rows/authorization-servers.js';
export { brands, emailCustomizations, themes } from './rows/brands.js';
export { domains } from './rows/domains.js';
export { due } from './rows/due.js';
export { factors, factorTransactions } from './rows/factors.js';
export { features } from './rows/features.js';
export { files } from './rows/files.js';
export { groupRules, groups, memberships } from './rows/groups.js';
export { deliveries, deliveryCursors, eventHooks, inlineHooks } from './rows/hooks.js';
export { identityProviders, idpKeys, idpSigningKeys, idpUsers, socialTokens } from './rows/identity-providers.js';
export { jobs } from './rows/jobs.js';
export { linkedObjects, links } from './rows/linked-objects.js';
export { logs } from './rows/logs.js';
export { oauthGrants, oauthTokens } from './rows/oauth-tokens.js';
export { messages, org, tokens } from './rows/org.js';
export { policies, policyRules } from './rows/policies.js';
export { profileMappings } from './rows/profile-mappings.js';
export { customRoles, resourceSets, roleAssignments, roleTargets } from './rows/roles.js';
export { schemas } from './rows/schemas.js';
export { rememberedDevices, sessions, sessionTokens, signIns } from './rows/sessions.js';
export { signingRequests } from './rows/signing-requests.js';
export { smsTemplates } from './rows/sms-templates.js';
export { subscriptions } from './rows/subscriptions.js';
export { threatInsight } from './rows/threat-insight.js';
export { trustedOrigins } from './rows/trusted-origins.js';
export { userTypes } from './rows/user-types.js';
export { oneTimeTokens, users } from './rows/users.js';
export { zones } from './rows/zones.js';
