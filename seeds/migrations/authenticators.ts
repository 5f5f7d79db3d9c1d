import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were authenticators have none. */
export const authenticators: Step = { run: missingDefaults('authenticators') };
