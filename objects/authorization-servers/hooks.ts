import type { Store } from '../../store/types.js';

/** The type of the inline hooks that are asked before a token is issued. */
const TOKEN_HOOK = 'com.okta.oauth2.tokens.transform';

/** Whether there is an inline hook with this id that tokens can be sent to (facts: authorization-server). */
export const isTokenHook = (store: Store, id: string): boolean => store.inlineHooks.get(id)?.type === TOKEN_HOOK;
