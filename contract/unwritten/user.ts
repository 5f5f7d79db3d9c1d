import type { OperationsOf } from '../routes.js';

/** The operations of User that are not written yet. */
export const user = ['listUserIdentityProviders'] as const satisfies readonly OperationsOf<'User'>[];
