import { invalid, type OktaError } from '../../../contract/errors.js';
import type { GroupRuleRow } from '../../../store/rows/groups.js';
import { defineLifecycle } from '../../lifecycle.js';

const mustBeInactive = (what: string) => (): OktaError => invalid(what, 'The group rule must be inactive');

/** What can be done with a rule (facts: groups §3). An invalid one can be read and deleted only. */
export const ruleLifecycle = defineLifecycle<GroupRuleRow['status'], GroupRuleRow>()({
  activate: {
    from: { INACTIVE: 'ACTIVE', ACTIVE: 'ACTIVE' },
    refuse: () => invalid('activateRule', 'An invalid group rule cannot be activated'),
  },
  deactivate: {
    from: { ACTIVE: 'INACTIVE', INACTIVE: 'INACTIVE' },
    refuse: () => invalid('deactivateRule', 'An invalid group rule cannot be deactivated'),
  },
  update: { from: { INACTIVE: 'INACTIVE' }, refuse: mustBeInactive('updateRule') },
  delete: { from: { INACTIVE: 'INACTIVE', INVALID: 'INVALID' }, refuse: mustBeInactive('deleteRule') },
});
