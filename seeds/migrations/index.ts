// Every step by the name that state files remember it by, a line each.
export { authenticators } from './authenticators.js';
export { lockouts } from './lockouts.js';
export { policies } from './policies.js';
export { zones } from './zones.js';
