import { invalid, type OktaError } from '../../../contract/errors.js';
import type { GroupRuleRow } from '../../../store/rows/groups.js';
import { defineLifecycle } from '../../lifecycle.js';

/** Clients know an invalid rule by these words, and delete it all the same. */
const isInvalid = (what: string) => (): OktaError =>
  invalid(what, 'Cannot activate or deactivate a Group Rule with the status INVALID');

const mustBeInactive = (what: string) => (): OktaError => invalid(what, 'The group rule must be inactive');

/** What can be done with a rule (facts: groups §3). An invalid one can be read and deleted only. */
export const ruleLifecycle = defineLifecycle<GroupRuleRow['status'], GroupRuleRow>()({
  activate: {
    from: { INACTIVE: 'ACTIVE', ACTIVE: 'ACTIVE' },
    refuse: isInvalid('activateRule'),
  },
  deactivate: {
    from: { ACTIVE: 'INACTIVE', INACTIVE: 'INACTIVE' },
    refuse: isInvalid('deactivateRule'),
  },
  update: { from: { INACTIVE: 'INACTIVE' }, refuse: mustBeInactive('updateRule') },
  delete: { from: { INACTIVE: 'INACTIVE', INVALID: 'INVALID' }, refuse: mustBeInactive('deleteRule') },
});
