import type { OperationsOf } from '../routes.js';

/** The operations of EventHook that are not written yet. */
export const eventHook = [
  'listEventHooks',
  'createEventHook',
  'getEventHook',
  'updateEventHook',
  'deleteEventHook',
  'activateEventHook',
  'deactivateEventHook',
  'verifyEventHook',
] as const satisfies readonly OperationsOf<'EventHook'>[];
