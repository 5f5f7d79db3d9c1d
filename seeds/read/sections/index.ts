// Every kind of item that seeds hold, a line each. `seeds/order.ts` tells their order.

export { apps } from './apps.js';
export { authenticators } from './authenticators.js';
export { authorizationServers } from './authorization-servers.js';
export { factors } from './factors.js';
export { groupRules } from './group-rules.js';
export { groups } from './groups.js';
export { consents, refreshTokens } from './held.js';
export { linkedObjects } from './linked-objects.js';
export { policies } from './policies.js';
export { tokens } from './tokens.js';
export { userTypes } from './user-types.js';
export { users } from './users.js';
export { zones } from './zones.js';
