import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were apps have none of those that come with an org. */
export const apps: Step = { run: missingDefaults('apps') };
