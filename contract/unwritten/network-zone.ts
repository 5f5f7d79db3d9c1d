import type { OperationsOf } from '../routes.js';

/** The operations of NetworkZone that are not written yet. */
export const networkZone = [
  'listNetworkZones',
  'createNetworkZone',
  'getNetworkZone',
  'updateNetworkZone',
  'deleteNetworkZone',
  'activateNetworkZone',
  'deactivateNetworkZone',
] as const satisfies readonly OperationsOf<'NetworkZone'>[];
