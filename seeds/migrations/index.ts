// Every step by the name that state files remember it by, a line each.

export { apps } from './apps.js';
export { authenticators } from './authenticators.js';
export { authorizationServers } from './authorization-servers.js';
export { brands } from './brands.js';
export { features } from './features.js';
export { lockouts } from './lockouts.js';
export { policies } from './policies.js';
export { roles } from './roles.js';
export { watchingPolicies } from './watching-policies.js';
export { zones } from './zones.js';
