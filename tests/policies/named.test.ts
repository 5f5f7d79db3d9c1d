import { describe, expect, test } from '@jest/globals';
import { inlineHook, made } from '../support/hooks.js';
import { suiteOrg } from '../support/org.js';
import { madeApp, madeProvider } from '../support/referents.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const listed = async (type: string): Promise<string> => (await org.get(`/api/v1/policies?type=${type}`)).body[0].id;
const rulesOf = async (type: string): Promise<string> => `/api/v1/policies/${await listed(type)}/rules`;
const rule = (type: string, more: object) => ({ name: 'r', type, ...more });

const group = (): Promise<string> => made(org, 'groups', { profile: { name: 'Crew' } });

const toProvider = (id: string, type = 'FACEBOOK') => ({ actions: { idp: { providers: [{ type, id }] } } });
const forApp = (id: string) => ({ conditions: { app: { include: [{ type: 'APP', id }], exclude: [] } } });
const fromProvider = (id: string) => ({
  conditions: { identityProvider: { provider: 'SPECIFIC_IDP', idpIds: [id] } },
  actions: { signon: { access: 'ALLOW' } },
});

describe('what a rule names', () => {
  test.each([
    ['IDP_DISCOVERY', toProvider('0oa1'), "actions.idp.providers[0].id: Invalid id '0oa1' found in request."],
    [
      'IDP_DISCOVERY',
      { ...forApp('0oa1'), ...toProvider('', 'OKTA') },
      "conditions.app.include[0].id: Invalid id '0oa1' found in request.",
    ],
    ['MFA_ENROLL', forApp('0oa1'), "conditions.app.include[0].id: Invalid id '0oa1' found in request."],
    ['SIGN_ON', fromProvider('0oa1'), "conditions.identityProvider.idpIds: Invalid id '0oa1' found in request."],
    [
      'ACCESS_POLICY',
      { conditions: { userType: { include: ['oty1'] } } },
      "conditions.userType.include: Invalid id 'oty1' found in request.",
    ],
  ])('must be there: %s %j', async (type, more, cause) => {
    const path = await rulesOf(type === 'SIGN_ON' ? 'OKTA_SIGN_ON' : type);
    await refused(() => org.post(path, rule(type, more)), 400, 'E0000001', cause);
  });

  test('must be there in a profile enrolment rule: its group and its hook', async () => {
    const path = await rulesOf('PROFILE_ENROLLMENT');
    const [catchAll] = (await org.get(path)).body;
    const send = (more: object) => () =>
      org.put(`${path}/${catchAll.id}`, {
        ...catchAll,
        actions: { profileEnrollment: { ...catchAll.actions.profileEnrollment, ...more } },
      });
    const at = 'actions.profileEnrollment';
    const noGroup = `${at}.targetGroupIds: Invalid id '00g1' found in request.`;
    await refused(send({ targetGroupIds: ['00g1'] }), 400, 'E0000001', noGroup);
    const noHook = `${at}.preRegistrationInlineHooks[0].inlineHookId: Invalid id 'cal1' found in request.`;
    await refused(send({ preRegistrationInlineHooks: [{ inlineHookId: 'cal1' }] }), 400, 'E0000001', noHook);
    const hook = inlineHook('https://hooks.example.com/', { type: 'com.okta.user.pre-registration' });
    const preRegistrationInlineHooks = [{ inlineHookId: await made(org, 'inlineHooks', hook) }];
    const { status, body } = await send({ targetGroupIds: [await group()], preRegistrationInlineHooks })();
    expect([status, body.actions.profileEnrollment.preRegistrationInlineHooks]).toEqual([
      200,
      preRegistrationInlineHooks,
    ]);
  });

  test('shows an app of an enrolment rule without its name', async () => {
    const id = await madeApp(org);
    const { status, body } = await org.post(await rulesOf('MFA_ENROLL'), rule('MFA_ENROLL', forApp(id)));
    expect([status, body.conditions.app]).toEqual([200, { include: [{ type: 'APP', id, name: null }], exclude: [] }]);
  });

  test('is taken where it is there, and goes on to be named when it is gone', async () => {
    const [wiki, idp] = [await madeApp(org), await madeProvider(org)];
    const path = await rulesOf('IDP_DISCOVERY');
    const { status, body } = await org.post(
      path,
      rule('IDP_DISCOVERY', { conditions: forApp(wiki).conditions, ...toProvider(idp) }),
    );
    expect([status, body.conditions.app.include[0].id, body.actions.idp.providers[0].id]).toEqual([200, wiki, idp]);
    const sentBack = await org.put(`${path}/${body.id}`, body);
    expect([sentBack.status, sentBack.body]).toEqual([200, { ...body, lastUpdated: sentBack.body.lastUpdated }]);
    // For everybody's apps it never was.
    await org.post(`/api/v1/apps/${wiki}/lifecycle/deactivate`);
    expect((await org.delete(`/api/v1/apps/${wiki}`)).status).toBe(204);
    const after = (await org.get(`${path}/${body.id}`)).body;
    expect(after.conditions.app.include.map(({ id }: { id: string }) => id)).toEqual([wiki]);
  });
});
