import type { Json, JsonObject } from '../../../store/rows/common.js';
import { choice, flag, ifGiven, list, object, type Reader, text } from './readers.js';

/** A workflow's id is a number; it shows as it was sent. */
const workflowId: Reader = (value, at, faults): Json | undefined =>
  typeof value === 'number' ? value : text()(value, at, faults);

/** What is done when a rule no longer holds: one of some deeds, a workflow with what it is run by. */
const deeds = (...words: readonly string[]): Reader<readonly JsonObject[]> =>
  list(object({ action: choice([...words, 'RUN_WORKFLOW']), workflow: ifGiven(object({ id: workflowId })) }), []);

const parts: { readonly [type: string]: Reader<JsonObject> } = {
  POST_AUTH_SESSION: object({ postAuthSession: object({ failureActions: deeds('TERMINATE_SESSION') }) }),
  SESSION_VIOLATION_DETECTION: object({
    sessionViolationDetection: object({ policyEvaluation: object({ enabled: flag(false) }) }),
  }),
  ENTITY_RISK: object({ entityRisk: object({ actions: deeds('TERMINATE_ALL_SESSIONS') }) }),
};

/** What the rules do that watch over sessions and accounts; undefined for other types (facts: policy §Actions). */
export const watchingActions = (type: string): Reader<JsonObject> | undefined => parts[type];
