// How each section is applied, a line each, under the names of `seeds/read/sections/index.ts`.

export { apps } from './apps.js';
export { authenticators } from './authenticators.js';
export { authorizationServers } from './authorization-servers.js';
export { brands } from './brands.js';
export { customRoles } from './custom-roles.js';
export { domains } from './domains.js';
export { emailCustomizations } from './email-customizations.js';

export { eventHooks } from './event-hooks.js';

export { factors } from './factors.js';
export { features } from './features.js';
export { groupRules } from './group-rules.js';
export { groups } from './groups.js';
export { consents, refreshTokens } from './held.js';
export { identityProviders } from './identity-providers.js';
export { inlineHooks } from './inline-hooks.js';
export { linkedObjects } from './linked-objects.js';
export { policies } from './policies.js';
export { resourceSets } from './resource-sets.js';
export { roles } from './roles.js';
export { smsTemplates } from './sms-templates.js';
export { tokens } from './tokens.js';
export { trustedOrigins } from './trusted-origins.js';
export { userTypes } from './user-types.js';
export { users } from './users.js';
export { zones } from './zones.js';
