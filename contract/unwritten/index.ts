// A line a group: it goes with the group's file when the last operation of the group is written.
import { application } from './application.js';
import { brand } from './brand.js';
import { domain } from './domain.js';
import { eventHook } from './event-hook.js';
import { feature } from './feature.js';
import { group } from './group.js';
import { identityProvider } from './identity-provider.js';
import { inlineHook } from './inline-hook.js';
import { org } from './org.js';
import { subscription } from './subscription.js';
import { template } from './template.js';
import { threatInsight } from './threat-insight.js';
import { trustedOrigin } from './trusted-origin.js';
import { user } from './user.js';

const unwritten = [
  ...application,
  ...brand,
  ...domain,
  ...eventHook,
  ...feature,
  ...group,
  ...identityProvider,
  ...inlineHook,
  ...org,
  ...subscription,
  ...template,
  ...threatInsight,
  ...trustedOrigin,
  ...user,
] as const;

/** The id of an operation that is not written yet. */
export type UnwrittenId = (typeof unwritten)[number];

const ids: ReadonlySet<string> = new Set(unwritten);

/** Whether the operation is still to be written. */
export const isUnwritten = (operationId: string): operationId is UnwrittenId => ids.has(operationId);
