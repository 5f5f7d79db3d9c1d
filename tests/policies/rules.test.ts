import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(() => org);

const RULE_TYPE: { readonly [type: string]: string } = { OKTA_SIGN_ON: 'SIGN_ON' };
const ONE_OF_ZONES =
  'conditions.network: You should either include or exclude network zones when you use zones in the policy rule.';

/** The path of the rules of a new policy; of the only one where there can be no other. */
async function rulesOf(type: string): Promise<string> {
  const only = type === 'IDP_DISCOVERY' ? (await org.get(`/api/v1/policies?type=${type}`)).body[0] : undefined;
  const { id } = only ?? (await org.post('/api/v1/policies', { type, name: 'Own' })).body;
  return `/api/v1/policies/${id}/rules`;
}

/** What a rule has to say of itself, whatever else it says. */
const NEEDED: { readonly [type: string]: object } = { OKTA_SIGN_ON: { actions: { signon: { access: 'ALLOW' } } } };

/** Adds a rule to a new policy. */
async function add(type: string, rule: object) {
  const path = await rulesOf(type);
  const send = () => org.post(path, { name: 'r', type: RULE_TYPE[type] ?? type, ...NEEDED[type], ...rule });
  return { path, send };
}

const zone = async (): Promise<string> =>
  (await org.post('/api/v1/zones', { type: 'IP', name: 'Z', gateways: [{ type: 'CIDR', value: '9.9.9.0/24' }] })).body
    .id;
const group = async (name = 'Crew'): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;

const anywhere = { people: { users: { exclude: [] } }, network: { connection: 'ANYWHERE' } };

describe('a rule that says little is filled in', () => {
  test('for sign-on', async () => {
    const { path, send } = await add('OKTA_SIGN_ON', { actions: { signon: { access: 'ALLOW' } } });
    const { status, body } = await send();
    expect(status).toBe(200);
    const self = `${org.url}${path}/${body.id}`;
    expect(body).toEqual({
      id: expect.stringMatching(/^0pr\w{17}$/),
      status: 'ACTIVE',
      name: 'r',
      priority: 1,
      created: expect.any(String),
      lastUpdated: body.created,
      system: false,
      conditions: { ...anywhere, authContext: { authType: 'ANY' }, identityProvider: { provider: 'ANY' } },
      actions: {
        signon: {
          access: 'ALLOW',
          requireFactor: false,
          primaryFactor: 'PASSWORD_IDP_ANY_FACTOR',
          rememberDeviceByDefault: false,
          session: { usePersistentCookie: false, maxSessionIdleMinutes: 120, maxSessionLifetimeMinutes: 0 },
        },
      },
      _links: {
        self: { href: self, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
      type: 'SIGN_ON',
    });
    expect((await org.get(`${path}/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ['PASSWORD', undefined, { passwordChange: { access: 'ALLOW' }, selfServicePasswordReset: { access: 'ALLOW' } }],
    [
      'PASSWORD',
      { passwordChange: { access: 'ALLOW' } },
      { passwordChange: { access: 'ALLOW' }, selfServiceUnlock: { access: 'DENY' } },
    ],
    ['OKTA_SIGN_ON', { signon: { access: 'DENY' } }, { signon: { access: 'DENY', primaryFactor: 'PASSWORD_IDP' } }],
    ['MFA_ENROLL', undefined, { enroll: { self: 'CHALLENGE' } }],
    [
      'IDP_DISCOVERY',
      { idp: { providers: [{ type: 'OKTA' }] } },
      { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } },
    ],
    [
      'ACCESS_POLICY',
      { appSignOn: { access: 'DENY' } },
      {
        appSignOn: {
          access: 'DENY',
          verificationMethod: { factorMode: '2FA', type: 'ASSURANCE', reauthenticateIn: 'PT12H' },
          keepMeSignedIn: { postAuth: 'NOT_ALLOWED' },
        },
      },
    ],
  ])('for %s with the actions %j', async (type, actions, shown) => {
    const { send } = await add(type, { actions });
    expect((await send()).body.actions).toMatchObject(shown);
  });

  test.each([
    ['PASSWORD', {}, anywhere],
    [
      'MFA_ENROLL',
      { app: { include: [{ type: 'APP_TYPE', name: 'office365' }] } },
      { ...anywhere, app: { include: [{ type: 'APP_TYPE', name: 'office365' }], exclude: [] } },
    ],
    [
      'OKTA_SIGN_ON',
      { riskScore: { level: 'LOW' } },
      {
        ...anywhere,
        authContext: { authType: 'ANY' },
        risk: { behaviors: [] },
        riskScore: { level: 'LOW' },
        identityProvider: { provider: 'ANY' },
      },
    ],
    ['ACCESS_POLICY', {}, { ...anywhere, riskScore: { level: 'ANY' }, userType: { include: [], exclude: [] } }],
    [
      'ACCESS_POLICY',
      { platform: { include: [{ type: 'DESKTOP', os: { type: 'OTHER', expression: '' } }] } },
      {
        ...anywhere,
        platform: { include: [{ type: 'DESKTOP', os: { type: 'OTHER', expression: '' } }], exclude: [] },
        riskScore: { level: 'ANY' },
        userType: { include: [], exclude: [] },
      },
    ],
  ])('for %s with the conditions %j', async (type, conditions, shown) => {
    const { send } = await add(type, { conditions });
    expect((await send()).body.conditions).toEqual(shown);
  });

  test('for discovery of an identity provider', async () => {
    const matchCriteria = [{ providerExpression: 'login.identifier' }];
    const { send } = await add('IDP_DISCOVERY', { actions: { idp: { idpSelectionType: 'DYNAMIC', matchCriteria } } });
    expect((await send()).body).toMatchObject({
      priority: 1,
      conditions: {
        network: { connection: 'ANYWHERE' },
        userIdentifier: { patterns: [] },
        app: { include: [], exclude: [] },
      },
      actions: { idp: { providers: [], matchCriteria: [{ ...matchCriteria[0], propertyName: 'name' }] } },
    });
  });

  test('and orders the ways to reset a password', async () => {
    const requirement = { primary: { methods: ['sms', 'EMAIL'] }, stepUp: { required: true } };
    const { send } = await add('PASSWORD', { actions: { selfServicePasswordReset: { access: 'ALLOW', requirement } } });
    expect((await send()).body.actions.selfServicePasswordReset.requirement).toEqual({
      accessControl: 'LEGACY',
      primary: { methods: ['email', 'sms'] },
      stepUp: { required: true },
    });
  });

  test('with what a class of factors asks for', async () => {
    const constraints = [
      {
        knowledge: { types: ['password'], methods: ['PASSWORD'] },
        possession: { excludedAuthenticationMethods: [{ key: 'okta_email' }] },
      },
    ];
    const { send } = await add('ACCESS_POLICY', { actions: { appSignOn: { verificationMethod: { constraints } } } });
    const [one] = (await send()).body.actions.appSignOn.verificationMethod.constraints;
    expect(one.knowledge).toEqual({ types: ['password'], methods: ['PASSWORD'], required: true });
    expect(one.possession.required).toBe(false);
  });
});

describe('a rule is refused', () => {
  test('without a name or type, of another type, or with the name of another rule', async () => {
    const path = await rulesOf('OKTA_SIGN_ON');
    const send = (body: object) => () => org.post(path, body);
    await refused(send({ type: 'SIGN_ON' }), 400, 'E0000001', 'name: The field cannot be left blank');
    await refused(send({ name: 'r' }), 400, 'E0000001', 'type: The field cannot be left blank');
    await refused(send({ name: 'r', type: 'OKTA_SIGN_ON' }), 400, 'Api validation failed: type');
    const unsaid = 'actions.signon.access: The field cannot be left blank';
    await refused(send({ name: 'r', type: 'SIGN_ON' }), 400, 'E0000001', unsaid);
    await refused(send({ name: 'r', type: 'SIGN_ON', actions: { signon: { access: null } } }), 400, 'E0000001', unsaid);
    await refused(send({ name: 'n'.repeat(51), type: 'SIGN_ON' }), 400, 'E0000001', 'name: The field is too long');
    const actions = { signon: { access: 'ALLOW' } };
    expect((await send({ name: 'Same', type: 'SIGN_ON', actions })()).status).toBe(200);
    await refused(
      send({ name: 'SAME', type: 'SIGN_ON', actions }),
      400,
      'E0000001',
      'name: Policy rule name already in use',
    );
  });

  test.each([
    ['neither', () => ({})],
    ['both', (id: string) => ({ include: [id], exclude: [id] })],
    ['nothing of both', () => ({ include: [], exclude: [] })],
  ])('where it asks for zones and names %s', async (_, zones) => {
    const network = { connection: 'ZONE', ...zones(await zone()) };
    const { send } = await add('PASSWORD', { conditions: { network } });
    await refused(send, 400, 'Api validation failed: conditions.network', ONE_OF_ZONES);
  });

  test.each([
    ['people', { people: { users: { exclude: ['00unone'] } } }, 'conditions.people'],
    ['people', { people: { groups: { include: ['00gnone'] } } }, 'conditions.people'],
    ['network', { network: { connection: 'ZONE', include: ['nzonone'] } }, 'conditions.network'],
    ['userType', { userType: { include: ['otynone'] } }, 'conditions.userType'],
  ])('where its %s names what is not there', async (_, conditions, field) => {
    const { send } = await add('ACCESS_POLICY', { conditions });
    await refused(send, 400, `Api validation failed: ${field}`);
  });

  test.each([
    ['OKTA_SIGN_ON', { actions: { signon: { access: 'MAYBE' } } }, 'E0000003'],
    ['OKTA_SIGN_ON', { actions: { signon: { requireFactor: true } } }, 'E0000001'],
    ['OKTA_SIGN_ON', { actions: { signon: { requireFactor: true, factorPromptMode: 'SESSION' } } }, 'E0000001'],
    ['OKTA_SIGN_ON', { actions: { signon: { session: { maxSessionIdleMinutes: 0 } } } }, 'E0000001'],
    ['OKTA_SIGN_ON', { conditions: { authContext: { authType: 'FAX' } } }, 'E0000003'],
    ['OKTA_SIGN_ON', { conditions: { userIdentifier: {} } }, 'E0000001'],
    [
      'PASSWORD',
      { actions: { selfServicePasswordReset: { requirement: { primary: { methods: ['otp'] } } } } },
      'E0000001',
    ],
    ['MFA_ENROLL', { actions: { enroll: { self: 'SOON' } } }, 'E0000003'],
    ['IDP_DISCOVERY', {}, 'E0000001'],
    ['IDP_DISCOVERY', { actions: { idp: { providers: [{ type: 'SAML2' }] } } }, 'E0000001'],
    ['IDP_DISCOVERY', { actions: { idp: { providers: [{ type: 'IWA' }, { type: 'OKTA' }] } } }, 'E0000001'],
    ['IDP_DISCOVERY', { actions: { idp: { idpSelectionType: 'DYNAMIC' } } }, 'E0000001'],
    ['ACCESS_POLICY', { actions: { appSignOn: { verificationMethod: { reauthenticateIn: '2 hours' } } } }, 'E0000001'],
    [
      'ACCESS_POLICY',
      {
        actions: {
          appSignOn: { verificationMethod: { factorMode: '1FA', constraints: [{ knowledge: {}, possession: {} }] } },
        },
      },
      'E0000001',
    ],
    [
      'ACCESS_POLICY',
      { actions: { appSignOn: { verificationMethod: { constraints: [{ knowledge: { types: ['pin'] } }] } } } },
      'E0000003',
    ],
    [
      'ACCESS_POLICY',
      { actions: { appSignOn: { verificationMethod: { constraints: [{ possession: { methods: ['fax'] } }] } } } },
      'E0000003',
    ],
    ['ACCESS_POLICY', { conditions: { device: { managed: true } } }, 'E0000001'],
    ['PROFILE_ENROLLMENT', {}, 'E0000001'],
  ])('of %s: %j', async (type, rule, code) => {
    const { send } = await add(type, rule);
    await refused(send, 400, code);
  });

  test('below another policy, and when it is gone', async () => {
    const { path, send } = await add('PASSWORD', {});
    const { id } = (await send()).body;
    const other = await rulesOf('OKTA_SIGN_ON');
    const answer = await refused(() => org.get(`${other}/${id}`), 404, 'E0000007');
    expect(answer.body.errorSummary).toBe(`Not found: Resource not found: ${id} (PolicyRule)`);
    expect((await org.delete(`${path}/${id}`)).status).toBe(204);
    await refused(() => org.delete(`${path}/${id}`), 404, 'E0000007');
    await refused(() => org.put(`${path}/${id}`, { name: 'r', type: 'PASSWORD' }), 404, 'E0000007');
    await refused(() => org.post(`${path}/${id}/lifecycle/activate`), 404, 'E0000007');
    await refused(() => org.post('/api/v1/policies/rstnone/rules', {}), 404, 'E0000007');
  });
});

describe("Okta's own rules", () => {
  const own = async (type: string) => {
    const [policy] = (await org.get(`/api/v1/policies?type=${type}`)).body.filter(
      ({ system }: { system: boolean }) => system,
    );
    const path = `/api/v1/policies/${policy.id}/rules`;
    const rule = (await org.get(path)).body.at(-1);
    return { rule, path: `${path}/${rule.id}` };
  };

  test.each(['OKTA_SIGN_ON', 'PASSWORD', 'MFA_ENROLL', 'IDP_DISCOVERY', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT'])(
    'of %s stay and stay on',
    async (type) => {
      const { path } = await own(type);
      await refused(() => org.delete(path), 403, 'E0000006');
      await refused(() => org.post(`${path}/lifecycle/deactivate`), 403, 'E0000006');
      expect((await org.post(`${path}/lifecycle/activate`)).status).toBe(204);
    },
  );

  test.each(['MFA_ENROLL', 'IDP_DISCOVERY'])('of %s cannot be changed', async (type) => {
    const { rule, path } = await own(type);
    await refused(() => org.put(path, rule), 403, 'E0000006');
  });

  test('of the others can, but for name, place, and what the sign-on rule says of sessions', async () => {
    const catchAll = await own('ACCESS_POLICY');
    const actions = { appSignOn: { access: 'DENY' } };
    const changed = {
      ...catchAll.rule,
      name: 'Mine',
      priority: 3,
      conditions: { riskScore: { level: 'LOW' } },
      actions,
    };
    const { body } = await org.put(catchAll.path, changed);
    expect(body).toMatchObject({ name: 'Catch-all Rule', priority: 99, conditions: null, system: true });
    expect(body.actions.appSignOn.access).toBe('DENY');
    const signOn = await own('OKTA_SIGN_ON');
    const session = { maxSessionIdleMinutes: 30, maxSessionLifetimeMinutes: 60, usePersistentCookie: true };
    const sent = { ...signOn.rule, actions: { signon: { ...signOn.rule.actions.signon, session } } };
    expect((await org.put(signOn.path, sent)).body.actions.signon.session).toEqual({
      maxSessionIdleMinutes: 30,
      maxSessionLifetimeMinutes: 0,
      usePersistentCookie: false,
    });
  });

  test.each([
    [
      'POST_AUTH_SESSION',
      'postAuthSession',
      { failureActions: [{ action: 'TERMINATE_SESSION' }] },
      { failureActions: [] },
    ],
    [
      'SESSION_VIOLATION_DETECTION',
      'sessionViolationDetection',
      { policyEvaluation: { enabled: true } },
      { policyEvaluation: { enabled: false } },
    ],
    ['ENTITY_RISK', 'entityRisk', { actions: [{ action: 'RUN_WORKFLOW', workflow: { id: 7 } }] }, { actions: [] }],
  ])('of %s say what is done, and are the only ones', async (type, part, sent, fresh) => {
    const { rule, path } = await own(type);
    expect(rule.actions).toEqual({ [part]: fresh });
    const { status, body } = await org.put(path, { ...rule, actions: { [part]: sent } });
    expect([status, body.actions, body.conditions]).toEqual([200, { [part]: sent }, null]);
    expect((await org.get(path)).body).toEqual(body);
    const unknown = {
      [part]: { failureActions: [{ action: 'SHOUT' }], actions: [{ action: 'SHOUT' }], policyEvaluation: 7 },
    };
    await refused(() => org.put(path, { ...rule, actions: unknown }), 400, 'E0000003');
    const rules = path.slice(0, path.lastIndexOf('/'));
    await refused(() => org.post(rules, { name: 'Second', type, actions: {} }), 400, 'E0000001');
    await refused(() => org.post('/api/v1/policies', { name: 'Second', type }), 400, 'E0000001');
  });
});

describe('what a rule names', () => {
  test('keeps a zone from being deleted as long as the rule is there', async () => {
    const id = await zone();
    const { path, send } = await add('PASSWORD', { conditions: { network: { connection: 'ZONE', include: [id] } } });
    const { body: rule } = await send();
    expect(rule.conditions.network).toEqual({ connection: 'ZONE', include: [id] });
    await org.post(`/api/v1/zones/${id}/lifecycle/deactivate`);
    await refused(() => org.delete(`/api/v1/zones/${id}`), 400, 'E0000001', `id: The zone: ${id} is in use.`);
    await org.delete(`${path}/${rule.id}`);
    expect((await org.delete(`/api/v1/zones/${id}`)).status).toBe(204);
  });

  test('is shown on when a group is gone, and refused when it is sent again', async () => {
    const id = await group();
    const people = { users: { exclude: [] }, groups: { include: [id] } };
    const { path, send } = await add('PASSWORD', { conditions: { people } });
    const { body: rule } = await send();
    await org.delete(`/api/v1/groups/${id}`);
    const { body } = await org.get(`${path}/${rule.id}`);
    expect(body.conditions.people).toEqual(people);
    await refused(() => org.put(`${path}/${rule.id}`, body), 400, 'Api validation failed: conditions.people');
  });
});

test('the rules of a policy are a hundred at most', async () => {
  const path = await rulesOf('ACCESS_POLICY');
  const send = (n: number) => org.post(path, { name: `r${n}`, type: 'ACCESS_POLICY' });
  for (let n = 0; n < 99; n++) expect((await send(n)).body.priority).toBe(n);
  await refused(() => send(99), 400, 'Api validation failed: priority');
  const { body } = await org.get(path);
  await refused(() => org.post(path, { name: 'x', type: 'ACCESS_POLICY', priority: 0 }), 400, 'E0000001');
  expect((await org.get(path)).body).toEqual(body);
});
