import type { OperationId } from '../../contract/routes.js';

/**
 * Written operations that no request with a valid token can make refuse, each with its reason. They need no refusal
 * in the matrix. A broken cursor or a missing object is a refusal: what pages or names an object does not belong here.
 */
export const cannotRefuse: Partial<Record<OperationId, string>> = {
  listUserTypes: 'takes no parameter',
  listAuthenticators: 'takes no parameter',
  listSmsTemplates: 'a type that no template has gives none',
  getOrgSettings: 'takes no parameter, and the org is always there',
  listEventHooks: 'takes no parameter',
  listInlineHooks: 'a type that no hook has gives none',
  listLinkedObjectDefinitions: 'takes no parameter',
  getGroupSchema: 'takes no parameter, and the schema is always there',
};
