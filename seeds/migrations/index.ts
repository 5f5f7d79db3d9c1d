// Every step by the name that state files remember it by, a line each.
export { brands } from './brands.js';
export { lockouts } from './lockouts.js';
export { zones } from './zones.js';
