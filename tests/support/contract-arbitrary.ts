export { bodies, jsonOperations, queryOf, routeOf, text, wrongBodies } from './contract-values.js';
export { type Malformed, malformed } from './malformed.js';
