import type { HandlersOf } from '../../contract/operations.js';
import { policyHandlers } from './policies.js';
import { ruleHandlers } from './rules.js';

/** Policies and their rules (facts: policy). */
export const policies = { ...policyHandlers, ...ruleHandlers } satisfies HandlersOf<'Policy'>;
