import type { Context } from '../../contract/context.js';
import type { PolicyRow } from '../../store/rows/policies.js';
import { rescheduleLockouts } from '../due.js';

/** What follows from any change of a policy or its rules: the terms of lockouts may be others. */
export function policyChanged(ctx: Context, { type }: PolicyRow): void {
  if (type === 'PASSWORD') rescheduleLockouts(ctx);
}
