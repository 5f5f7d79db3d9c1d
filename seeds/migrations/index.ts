// Every step by the name that state files remember it by, a line each.
export { features } from './features.js';
export { lockouts } from './lockouts.js';
export { roles } from './roles.js';
export { zones } from './zones.js';
