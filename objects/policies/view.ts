import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { PolicyRow, PolicyRuleRow } from '../../store/rows/policies.js';
import { target } from '../logs/targets.js';

/** What leads on from a policy: what may be done to Okta's own is less (facts: policy §Statuses). */
function policyLinks({ id: policyId, system, status }: PolicyRow, links: Links) {
  const rules = links.allow('listPolicyRules', { policyId }, 'GET', 'POST');
  if (system) return { self: links.allow('getPolicy', { policyId }, 'GET', 'PUT'), rules };
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  const self = links.allow('getPolicy', { policyId }, 'GET', 'PUT', 'DELETE');
  return {
    mappings: { href: `${self.href}/mappings`, hints: { allow: ['GET', 'POST'] } },
    self,
    rules,
    [turn]: links.allow(`${turn}Policy`, { policyId }, 'POST'),
  };
}

/** A policy. */
export const policyView: View<PolicyRow, Schemas['Policy']> = (row, links) => {
  const { seq: _, type, settings, id, status, name, description, priority, system, ...rest } = row;
  return {
    id,
    status,
    name,
    ...(description === undefined || description === null ? {} : { description }),
    priority,
    system,
    conditions: rest.conditions as never,
    created: rest.created,
    lastUpdated: rest.lastUpdated,
    ...(settings === undefined ? {} : { settings }),
    _links: policyLinks(row, links),
    type,
  };
};

/** A policy in a list: authentication policies say what they are for. */
export const listedPolicyView: View<PolicyRow, Schemas['Policy']> = (row, links) => {
  const { type, ...rest } = policyView(row, links);
  return { ...rest, ...(type === 'ACCESS_POLICY' ? { _embedded: { resourceType: 'APP' } } : {}), type };
};

/** A rule of a policy. */
export const policyRuleView: View<PolicyRuleRow, Schemas['PolicyRule']> = (row, links) => {
  const { seq: _, policyId, id, status, name, priority, created, lastUpdated, system, ...rest } = row;
  const ids = { policyId, ruleId: id };
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    id,
    status,
    name,
    priority,
    created,
    lastUpdated,
    system,
    conditions: rest.conditions as never,
    actions: rest.actions as never,
    _links: {
      self: links.allow('getPolicyRule', ids, 'GET', 'PUT', ...(system ? [] : ['DELETE'])),
      ...(system ? {} : { [turn]: links.allow(`${turn}PolicyRule`, ids, 'POST') }),
    },
    type: rest.type,
  };
};

/** A policy as events name it. */
export const policyTarget = ({ id, name, type }: PolicyRow): LogTarget =>
  target(id, 'PolicyEntity', 'unknown', name, { policyType: type });

/** A rule as events name it: by the policy it is of. */
export const policyRuleTarget = ({ id, name, policyId }: PolicyRuleRow): LogTarget =>
  target(id, 'PolicyRule', policyId, name);
