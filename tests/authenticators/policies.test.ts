import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { activePerson, factorsPath } from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

const AUTHENTICATORS = '/api/v1/authenticators';
const POLICIES = '/api/v1/policies';

type Spoken = { readonly key: string; readonly id?: string; readonly enroll: { readonly self: string } };

const idOf = (key: string): string => org.store.authenticators.where('key', key)[0]?.id ?? '';
const turn = (id: string, to: 'activate' | 'deactivate') => org.post(`${AUTHENTICATORS}/${id}/lifecycle/${to}`);

/** What each enrolment policy says of a key. */
const spokenOf = async (key: string): Promise<Spoken[][]> =>
  (await org.get(`${POLICIES}?type=MFA_ENROLL`)).body.map((policy: { settings: { authenticators: Spoken[] } }) =>
    policy.settings.authenticators.filter((one) => one.key === key),
  );

describe('enrolment policies', () => {
  test('speak of an authenticator from the moment it is in use, as not allowed, and until it is not', async () => {
    await org.post(POLICIES, { type: 'MFA_ENROLL', name: 'Second' });
    expect(await spokenOf('webauthn')).toEqual([[], []]);
    expect((await turn(idOf('webauthn'), 'activate')).status).toBe(200);
    const entry = { key: 'webauthn', enroll: { self: 'NOT_ALLOWED' }, constraints: { aaguidGroups: ['ANY'] } };
    expect(await spokenOf('webauthn')).toEqual([[entry], [entry]]);
    expect((await turn(idOf('webauthn'), 'deactivate')).status).toBe(200);
    expect(await spokenOf('webauthn')).toEqual([[], []]);
  });

  test('keep what they say of the others, and name several of a kind by their ids', async () => {
    const [before] = await spokenOf('okta_verify');
    const add = async (name: string) => (await org.post(AUTHENTICATORS, { key: 'custom_otp', name })).body.id;
    const [one, two] = [await add('One'), await add('Two')];
    const self = 'NOT_ALLOWED';
    expect(await spokenOf('custom_otp')).toEqual([
      [
        { key: 'custom_otp', id: one, enroll: { self } },
        { key: 'custom_otp', id: two, enroll: { self } },
      ],
    ]);
    await turn(one, 'deactivate');
    expect(await spokenOf('custom_otp')).toEqual([[{ key: 'custom_otp', id: two, enroll: { self } }]]);
    expect(await spokenOf('okta_verify')).toEqual([before]);
  });

  test('have to allow what was put in use before people can enrol it', async () => {
    const person = await activePerson(org);
    await turn(idOf('google_otp'), 'activate');
    const enrol = () => org.post(factorsPath(person.id), { factorType: 'token:software:totp', provider: 'GOOGLE' });
    const say = 'Factor not allowed for the user based on the Multifactor policy.';
    await refused(enrol, 400, 'Api validation failed: factorEnrollRequest', say);
    const [policy] = (await org.get(`${POLICIES}?type=MFA_ENROLL`)).body;
    const authenticators = policy.settings.authenticators.map((one: Spoken) =>
      one.key === 'google_otp' ? { ...one, enroll: { self: 'OPTIONAL' } } : one,
    );
    await org.put(`${POLICIES}/${policy.id}`, { ...policy, settings: { ...policy.settings, authenticators } });
    expect((await enrol()).status).toBe(200);
  });
});

test('the last authenticator that resists phishing stays as long as a rule asks for one', async () => {
  const policy = (await org.post(POLICIES, { type: 'ACCESS_POLICY', name: 'Strict' })).body.id;
  const constraints = [{ possession: { phishingResistant: 'REQUIRED' } }];
  const { body: rule } = await org.post(`${POLICIES}/${policy}/rules`, {
    type: 'ACCESS_POLICY',
    name: 'Keys',
    actions: { appSignOn: { verificationMethod: { constraints } } },
  });
  await turn(idOf('webauthn'), 'activate');
  const off = () => turn(idOf('webauthn'), 'deactivate');
  const { body } = await refused(off, 400, 'Api validation failed: Authenticator');
  expect(body.errorCauses).toEqual([
    { errorSummary: 'App Assurance Policies: Strict' },
    { errorSummary: expect.stringMatching(/^This action can't be completed because it would result in 0 phishing/) },
  ]);
  const card = (await org.post(AUTHENTICATORS, { key: 'smart_card_idp' })).body.id;
  expect((await off()).status).toBe(200);
  await refused(() => turn(card, 'deactivate'), 400, 'E0000001');
  await org.delete(`${POLICIES}/${policy}/rules/${rule.id}`);
  expect((await turn(card, 'deactivate')).status).toBe(200);
});
