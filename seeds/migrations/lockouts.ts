import { rescheduleLockouts } from '../../objects/due.js';
import type { Step } from './step.js';

/** Orgs that were made before there was a table of due work looked through all lockouts on each request. */
export const lockouts: Step = { run: rescheduleLockouts };
