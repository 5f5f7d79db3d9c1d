export { bodies, jsonOperations, routeOf, wrongBodies } from './contract-values.js';
export { type Malformed, malformed } from './malformed.js';
