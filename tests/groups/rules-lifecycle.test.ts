import { describe } from '@jest/globals';
import { ruleLifecycle } from '../../objects/groups/rules/lifecycle.js';
import { lifecycleSuite } from '../support/lifecycle-suite.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();
const RULES = '/api/v1/groups/rules';

/** The one group of a test's rule. */
let groupId: string;
const body = (name: string): object => ({
  type: 'group_rule',
  name,
  conditions: { expression: { value: 'user.nickName == "Ace"', type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds: [groupId] } },
});

async function made(): Promise<string> {
  groupId = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id;
  return (await org.post(RULES, body('Aces'))).body.id;
}

describe('a group rule', () => {
  lifecycleSuite(org, {
    table: ruleLifecycle,
    make: {
      INACTIVE: made,
      async ACTIVE() {
        const id = await made();
        await org.post(`${RULES}/${id}/lifecycle/activate`);
        return id;
      },
      async INVALID() {
        const id = await made();
        await org.delete(`/api/v1/groups/${groupId}`);
        return id;
      },
    },
    send: {
      activate: (id) => org.post(`${RULES}/${id}/lifecycle/activate`),
      deactivate: (id) => org.post(`${RULES}/${id}/lifecycle/deactivate`),
      update: (id) => org.put(`${RULES}/${id}`, body('Aces of today')),
      delete: (id) => org.delete(`${RULES}/${id}`),
    },
    find: (id) => org.store.groupRules.get(id),
    removes: ['delete'],
  });
});
