import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were apps have none of those that come with an org; they fall under policies. */
export const apps: Step = { after: ['policies'], run: missingDefaults('apps') };
