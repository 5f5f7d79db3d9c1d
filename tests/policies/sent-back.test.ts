import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

/** The answer to what was shown, sent back whole: as text, so that the order of lists and members counts. */
async function sentBack(path: string): Promise<readonly [shown: string, answered: string]> {
  const { text } = await org.get(path);
  const { status, text: answered } = await org.put(path, JSON.parse(text));
  expect(status).toBe(200);
  return [text, answered];
}

test.each(['MFA_ENROLL', 'PASSWORD', 'OKTA_SIGN_ON', 'IDP_DISCOVERY', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT'])(
  'a policy of a new org that is sent back as it is shows the same again: %s',
  async (type) => {
    for (const { id } of (await org.get(`/api/v1/policies?type=${type}`)).body) {
      const [shown, answered] = await sentBack(`/api/v1/policies/${id}`);
      expect(answered).toBe(shown);
    }
  },
);

test('so does a rule whose constraints leave it to Okta whether they are required', async () => {
  const { body: policy } = await org.post('/api/v1/policies', { type: 'ACCESS_POLICY', name: 'Sent back' });
  const constraints = [
    { knowledge: { types: ['password'], reauthenticateIn: 'PT2H' }, possession: { deviceBound: 'REQUIRED' } },
    { possession: { excludedAuthenticationMethods: [{ key: 'okta_email', method: 'email' }] } },
  ];
  const verificationMethod = { factorMode: '2FA', type: 'ASSURANCE', constraints };
  const rule = { name: 'r', type: 'ACCESS_POLICY', actions: { appSignOn: { verificationMethod } } };
  const path = `/api/v1/policies/${policy.id}/rules`;
  const { body } = await org.post(path, rule);
  const kept = body.actions.appSignOn.verificationMethod.constraints;
  expect(kept[0].knowledge.required).toBe(true);
  expect(kept[1].possession.required).toBe(false);
  const [shown, answered] = await sentBack(`${path}/${body.id}`);
  expect(answered).toBe(shown);
});
