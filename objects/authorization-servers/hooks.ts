import type { Store } from '../../store/types.js';

/** Whether there is an inline hook with this id. */
export const isInlineHook = (store: Store, id: string): boolean => store.inlineHooks.get(id) !== undefined;
