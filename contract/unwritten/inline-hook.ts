import type { OperationsOf } from '../routes.js';

/** The operations of InlineHook that are not written yet. */
export const inlineHook = [
  'listInlineHooks',
  'createInlineHook',
  'getInlineHook',
  'updateInlineHook',
  'deleteInlineHook',
  'executeInlineHook',
  'activateInlineHook',
  'deactivateInlineHook',
] as const satisfies readonly OperationsOf<'InlineHook'>[];
