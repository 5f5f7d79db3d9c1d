import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were authorization servers lack the default one. */
export const authorizationServers: Step = { run: missingDefaults('authorizationServers') };
