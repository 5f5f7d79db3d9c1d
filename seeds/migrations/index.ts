// Every step by the name that state files remember it by, a line each.
export { zones } from './zones.js';
