// Every step by the name that state files remember it by, a line each.
export { brands } from './brands.js';
export { zones } from './zones.js';
