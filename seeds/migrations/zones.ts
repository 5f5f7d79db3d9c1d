import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were zones have no system zones. */
export const zones: Step = { run: missingDefaults('zones') };
