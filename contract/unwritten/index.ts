// A line a group: it goes with the group's file when the last operation of the group is written.
import { application } from './application.js';
import { authenticator } from './authenticator.js';
import { brand } from './brand.js';
import { domain } from './domain.js';
import { identityProvider } from './identity-provider.js';
import { session } from './session.js';
import { user } from './user.js';
import { userFactor } from './user-factor.js';

const unwritten = [
  ...application,
  ...authenticator,
  ...brand,
  ...domain,
  ...identityProvider,
  ...session,
  ...user,
  ...userFactor,
] as const;

/** The id of an operation that is not written yet. */
export type UnwrittenId = (typeof unwritten)[number];

const ids: ReadonlySet<string> = new Set(unwritten);

/** Whether the operation is still to be written. */
export const isUnwritten = (operationId: string): operationId is UnwrittenId => ids.has(operationId);
