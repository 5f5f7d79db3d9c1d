import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were brands have no default one. */
export const brands: Step = { run: missingDefaults('brands') };
