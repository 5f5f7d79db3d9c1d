import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

/** The rule of the default policy, and how a part of what it does is changed. */
async function own() {
  const [policy] = (await org.get('/api/v1/policies?type=PROFILE_ENROLLMENT')).body;
  const rules = `/api/v1/policies/${policy.id}/rules`;
  const [rule] = (await org.get(rules)).body;
  const { profileEnrollment } = rule.actions;
  const send = (changes: object) => () =>
    org.put(`${rules}/${rule.id}`, { ...rule, actions: { profileEnrollment: { ...profileEnrollment, ...changes } } });
  return { profileEnrollment, send };
}

describe("the default policy's rule of registration", () => {
  test('takes attributes and one group, and goes on to allow', async () => {
    const { send } = await own();
    const group = await org.post('/api/v1/groups', { profile: { name: 'Crew' } });
    const changes = { unknownUserAction: 'REGISTER', targetGroupIds: [group.body.id] };
    const { body } = await send(changes)();
    expect(body.actions.profileEnrollment).toMatchObject({ ...changes, access: 'ALLOW' });
    await refused(send({ access: 'DENY' }), 400, 'E0000001');
    await refused(send({ targetGroupIds: ['a', 'b'] }), 400, 'E0000001');
    await refused(send({ profileAttributes: [{ label: 'Nameless' }] }), 400, 'E0000001');
    await refused(send({ unknownUserAction: 'ASK' }), 400, 'E0000003');
  });

  test('asks for what the schema of users requires', async () => {
    const { profileEnrollment, send } = await own();
    const [email, firstName, lastName] = profileEnrollment.profileAttributes;
    const field = 'actions.profileEnrollment.profileAttributes';
    const say = `${field}: The attribute 'lastName' must be asked for`;
    await refused(send({ profileAttributes: [email, firstName] }), 400, `Api validation failed: ${field}`, say);
    const mayBeLeftOut = { ...lastName, required: false };
    await refused(send({ profileAttributes: [email, firstName, mayBeLeftOut] }), 400, 'E0000001', say);
  });

  test('goes on to name its form', async () => {
    const { send } = await own();
    expect((await send({ uiSchemaId: 'uis1' })()).body.actions.profileEnrollment.uiSchemaId).toBe('uis1');
    const say = 'actions.profileEnrollment.uiSchemaId: The field cannot be left blank';
    await refused(send({}), 400, 'E0000001', say);
    expect((await send({ uiSchemaId: 'uis2' })()).status).toBe(200);
  });
});
