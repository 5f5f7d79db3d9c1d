import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const policy = { type: 'OKTA_SIGN_ON', name: 'Office' };
const rule = { type: 'SIGN_ON', name: 'From home', actions: { signon: { access: 'ALLOW' } } };

const made = (in_: TestOrg, query = ''): Promise<string> => done(in_, post(`/policies${query}`, policy));

/** The path of a rule of a new policy. */
async function madeRule(in_: TestOrg, query = ''): Promise<string> {
  const path = `/policies/${await made(in_)}/rules`;
  return `${path}/${await done(in_, post(`${path}${query}`, rule))}`;
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createPolicy', 'ranked', async () => post('/policies', policy), ['policy.lifecycle.create']],
  [
    'createPolicy',
    'with a catch-all rule',
    async () => post('/policies', { type: 'ACCESS_POLICY', name: 'Finance' }),
    ['policy.lifecycle.create'],
  ],
  ['updatePolicy', '', async (in_) => put(`/policies/${await made(in_)}`, policy), ['policy.lifecycle.update']],
  ['deletePolicy', '', async (in_) => remove(`/policies/${await made(in_)}`), ['policy.lifecycle.delete']],
  [
    'deactivatePolicy',
    'active',
    async (in_) => post(`/policies/${await made(in_)}/lifecycle/deactivate`),
    ['policy.lifecycle.deactivate'],
  ],
  ['activatePolicy', 'active', async (in_) => post(`/policies/${await made(in_)}/lifecycle/activate`), []],
  [
    'activatePolicy',
    'inactive',
    async (in_) => post(`/policies/${await made(in_, '?activate=false')}/lifecycle/activate`),
    ['policy.lifecycle.activate'],
  ],
  ['createPolicyRule', '', async (in_) => post(`/policies/${await made(in_)}/rules`, rule), ['policy.rule.add']],
  ['updatePolicyRule', '', async (in_) => put(await madeRule(in_), rule), ['policy.rule.update']],
  ['deletePolicyRule', '', async (in_) => remove(await madeRule(in_)), ['policy.rule.delete']],
  [
    'deactivatePolicyRule',
    'active',
    async (in_) => post(`${await madeRule(in_)}/lifecycle/deactivate`),
    ['policy.rule.deactivate'],
  ],
  [
    'activatePolicyRule',
    'inactive',
    async (in_) => post(`${await madeRule(in_, '?activate=false')}/lifecycle/activate`),
    ['policy.rule.activate'],
  ],
];

const ofPolicy = ['PolicyEntity'];
const ofRule = ['PolicyEntity', 'PolicyRule'];

export const facts: FactsByType = {
  'policy.lifecycle.create': { message: 'Create policy', legacy: 'policy.created', targets: ofPolicy },
  'policy.lifecycle.update': { message: 'Update policy', legacy: 'policy.updated', targets: ofPolicy },
  'policy.lifecycle.delete': { message: 'Delete policy', legacy: 'policy.deleted', targets: ofPolicy },
  'policy.lifecycle.activate': { message: 'Activate policy', legacy: 'policy.activated', targets: ofPolicy },
  'policy.lifecycle.deactivate': { message: 'Deactivate policy', legacy: 'policy.deactivated', targets: ofPolicy },
  'policy.rule.add': { message: 'Add policy rule', legacy: 'policy.rule.added', targets: ofRule },
  'policy.rule.update': { message: 'Update policy rule', legacy: 'policy.rule.updated', targets: ofRule },
  'policy.rule.delete': { message: 'Delete policy rule', legacy: 'policy.rule.deleted', targets: ofRule },
  'policy.rule.activate': { message: 'Activate policy rule', legacy: 'policy.rule.activated', targets: ofRule },
  'policy.rule.deactivate': { message: 'Deactivate policy rule', legacy: 'policy.rule.deactivated', targets: ofRule },
};
