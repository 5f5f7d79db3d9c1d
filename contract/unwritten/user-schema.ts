import type { OperationsOf } from '../routes.js';

/** The operations of UserSchema that are not written yet. */
export const userSchema = [
  'getApplicationUserSchema',
  'updateApplicationUserProfile',
] as const satisfies readonly OperationsOf<'UserSchema'>[];
