import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(() => org);

const POLICIES = '/api/v1/policies';
const blank = (field: string) => `${field}: The field cannot be left blank`;
const everyone = () => org.store.groups.where('type', 'BUILT_IN')[0]?.id;
const create = async (body: object) => (await org.post(POLICIES, body)).body;
const listed = async (type: string, more = '') => (await org.get(`${POLICIES}?type=${type}${more}`)).body;

describe('the policies of a new org', () => {
  test.each([
    ['OKTA_SIGN_ON', ['Default Policy']],
    ['PASSWORD', ['Default Policy']],
    ['MFA_ENROLL', ['Default Policy']],
    ['IDP_DISCOVERY', ['Idp Discovery Policy']],
    ['ACCESS_POLICY', ['Okta Admin Console', 'Okta Dashboard', 'Okta Browser Plugin', 'Any two factors']],
    ['PROFILE_ENROLLMENT', ['Default Policy']],
    ['POST_AUTH_SESSION', ['Post Auth Policy']],
    ['SESSION_VIOLATION_DETECTION', ['Session Violation Detection Policy']],
    ['ENTITY_RISK', ['Entity Risk Policy']],
  ])('of the type %s', async (type, names) => {
    const shown = await listed(type);
    expect(shown.map(({ name }: { name: string }) => name)).toEqual(names);
    const own = shown.find(({ system }: { system: boolean }) => system);
    const ranked = ['OKTA_SIGN_ON', 'PASSWORD', 'MFA_ENROLL', 'IDP_DISCOVERY'].includes(type);
    expect(own).toMatchObject({
      type,
      status: 'ACTIVE',
      priority: 1,
      id: expect.stringMatching(ranked ? /^00p/ : /^rst/),
    });
    const path = `${org.url}${POLICIES}/${own.id}`;
    expect(own._links).toEqual({
      self: { href: path, hints: { allow: ['GET', 'PUT'] } },
      rules: { href: `${path}/rules`, hints: { allow: ['GET', 'POST'] } },
    });
    const { body: rules } = await org.get(`${POLICIES}/${own.id}/rules`);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      name: ranked ? 'Default Rule' : 'Catch-all Rule',
      priority: ranked ? 1 : 99,
      system: true,
      type: type === 'OKTA_SIGN_ON' ? 'SIGN_ON' : type,
      id: expect.stringMatching(ranked ? /^0pr/ : /^rul/),
    });
    expect(Object.keys(rules[0]._links)).toEqual(['self']);
  });

  test('say for whom they are and, authentication policies in lists, what they are for', async () => {
    const [signOn] = await listed('OKTA_SIGN_ON');
    expect(signOn.conditions).toEqual({ people: { groups: { include: [everyone()] } } });
    expect(signOn).not.toHaveProperty('settings');
    const [access] = await listed('ACCESS_POLICY');
    expect([access.conditions, access._embedded]).toEqual([null, { resourceType: 'APP' }]);
    expect((await org.get(`${POLICIES}/${access.id}`)).body).not.toHaveProperty('_embedded');
    const [enroll] = await listed('MFA_ENROLL');
    expect(enroll.settings.authenticators).toContainEqual({ key: 'okta_password', enroll: { self: 'REQUIRED' } });
  });
});

describe('a new policy', () => {
  test('of sign-on is shown whole, for everybody, before the default one', async () => {
    const policy = await create({
      type: 'OKTA_SIGN_ON',
      name: 'Office',
      description: 'At work',
      system: true,
      id: 'x',
    });
    const path = `${org.url}${POLICIES}/${policy.id}`;
    expect(policy).toEqual({
      id: expect.stringMatching(/^00p\w{17}$/),
      status: 'ACTIVE',
      name: 'Office',
      description: 'At work',
      priority: 1,
      system: false,
      conditions: { people: { groups: { include: [everyone()] } } },
      created: expect.any(String),
      lastUpdated: policy.created,
      _links: {
        mappings: { href: `${path}/mappings`, hints: { allow: ['GET', 'POST'] } },
        self: { href: path, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        rules: { href: `${path}/rules`, hints: { allow: ['GET', 'POST'] } },
        deactivate: { href: `${path}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
      type: 'OKTA_SIGN_ON',
    });
    expect((await org.get(`${POLICIES}/${policy.id}`)).body).toEqual(policy);
    expect((await org.get(`${POLICIES}/${policy.id}/rules`)).body).toEqual([]);
    expect((await listed('OKTA_SIGN_ON')).map(({ priority }: { priority: number }) => priority)).toEqual([1, 2]);
  });

  test('of passwords has the settings that were recorded where it gives none', async () => {
    const { settings, conditions } = await create({ type: 'PASSWORD', name: 'Plain', settings: { password: null } });
    expect(conditions.authProvider).toEqual({ provider: 'OKTA' });
    expect(settings.password.complexity).toEqual({
      minLength: 8,
      minLowerCase: 1,
      minUpperCase: 1,
      minNumber: 1,
      minSymbol: 0,
      excludeUsername: true,
      dictionary: { common: { exclude: false } },
      excludeAttributes: [],
    });
    expect(settings.password.age).toEqual({ maxAgeDays: 0, expireWarnDays: 0, minAgeMinutes: 0, historyCount: 4 });
    expect(settings.recovery.factors.okta_email.properties.recoveryToken.tokenLifetimeMinutes).toBe(60);
    expect(settings.delegation).toEqual({ options: { skipUnlock: false } });
  });

  test('of enrolment speaks of every active authenticator, of those it leaves out as not allowed', async () => {
    const authenticators = [
      { key: 'okta_password', enroll: { self: 'REQUIRED' } },
      { key: 'google_otp', enroll: { self: 'OPTIONAL' } },
    ];
    const settings = { type: 'AUTHENTICATORS', authenticators };
    const policy = await create({ type: 'MFA_ENROLL', name: 'Few', settings });
    expect(policy.settings.authenticators).toEqual(
      expect.arrayContaining([...authenticators, { key: 'okta_verify', enroll: { self: 'NOT_ALLOWED' } }]),
    );
  });

  test('of enrolment means every model of security key where nobody named some', async () => {
    const webauthn = { key: 'webauthn', enroll: { self: 'OPTIONAL' } };
    const settingsOf = (item: object) => ({
      type: 'AUTHENTICATORS',
      authenticators: [{ key: 'okta_password', enroll: { self: 'REQUIRED' } }, item],
    });
    const open = await create({ type: 'MFA_ENROLL', name: 'Any key', settings: settingsOf(webauthn) });
    const any = { ...webauthn, constraints: { aaguidGroups: ['ANY'] } };
    expect(open.settings.authenticators).toContainEqual(any);
    const some = { ...webauthn, constraints: { aaguidGroups: ['Ours'] } };
    const closed = await create({ type: 'MFA_ENROLL', name: 'Our keys', settings: settingsOf(some) });
    expect(closed.settings.authenticators).toContainEqual(some);
  });

  test.each(['ACCESS_POLICY', 'PROFILE_ENROLLMENT'])('of the type %s comes with its catch-all rule', async (type) => {
    const policy = await create({ type, name: 'Own' });
    expect(policy).toMatchObject({ id: expect.stringMatching(/^rst\w{17}$/), priority: 1, conditions: null });
    const { body } = await org.get(`${POLICIES}/${policy.id}/rules`);
    expect(body).toMatchObject([{ name: 'Catch-all Rule', priority: 99, system: true, conditions: null, type }]);
  });

  test('can be made inactive, and only so', async () => {
    const named = { type: 'OKTA_SIGN_ON', name: 'Later' };
    const { body } = await org.post(`${POLICIES}?activate=false`, named);
    expect([body.status, Object.keys(body._links)]).toEqual(['INACTIVE', ['mappings', 'self', 'rules', 'activate']]);
    expect((await create({ ...named, name: 'Now', status: 'INACTIVE' })).status).toBe('ACTIVE');
  });
});

describe('a policy is refused', () => {
  const send = (body: unknown) => () => org.post(POLICIES, body);
  const invalidType = 'The request was not valid: Invalid policy type specified.';

  test('without a name or type, of an unknown type, or of a type that belongs elsewhere', async () => {
    await refused(send({ type: 'PASSWORD' }), 400, 'Api validation failed: name', blank('name'));
    await refused(send({ name: 'x' }), 400, 'Api validation failed: type', blank('type'));
    await refused(send({ name: null, type: null }), 400, 'E0000001', blank('name'), blank('type'));
    await refused(send({ name: 'x', type: 'TEA' }), 400, invalidType);
    await refused(send({ name: 'x', type: 'OAUTH_AUTHORIZATION_POLICY' }), 400, invalidType);
    await refused(send({ name: 'x', type: 'IDP_DISCOVERY' }), 400, 'E0000001');
    await refused(send({ name: 'n'.repeat(51), type: 'PASSWORD' }), 400, 'E0000001', 'name: The field is too long');
    await refused(() => org.get(POLICIES), 400, 'E0000001', blank('type'));
    await refused(() => org.get(`${POLICIES}?type=OAUTH_AUTHORIZATION_POLICY`), 400, invalidType);
  });

  test('with conditions that its type does not have, or groups that are not there', async () => {
    const say = 'conditions: Invalid condition type specified: riskScore.';
    const named = { name: 'x', type: 'OKTA_SIGN_ON' };
    await refused(send({ ...named, conditions: { riskScore: { level: 'LOW' } } }), 400, 'E0000001', say);
    const none = { name: 'x', type: 'ACCESS_POLICY', conditions: { network: { connection: 'ANYWHERE' } } };
    await refused(send(none), 400, 'E0000001', 'conditions: Invalid condition type specified: network.');
    const people = { groups: { include: ['00gnotthere'] } };
    await refused(send({ ...named, conditions: { people } }), 400, 'Api validation failed: conditions.people');
  });

  test.each([
    ['users', { users: { include: ['00u1'] } }],
    ['users who are left out', { users: { exclude: ['00u1'] } }],
    ['groups that are left out', { groups: { exclude: ['00g1'] } }],
  ])('with %s, whom its rules name', async (_, people) => {
    const say = 'conditions.people: A policy can only include groups';
    await refused(send({ name: 'x', type: 'PASSWORD', conditions: { people } }), 400, 'E0000001', say);
    const nobody = { users: { include: [], exclude: [] }, groups: { exclude: [] } };
    expect((await create({ name: 'All', type: 'PASSWORD', conditions: { people: nobody } })).conditions.people).toEqual(
      {
        groups: { include: [everyone()] },
      },
    );
  });

  test.each([
    ['minLength', { password: { complexity: { minLength: 3 } } }, 'E0000001'],
    ['minLength', { password: { complexity: { minLength: 31 } } }, 'E0000001'],
    ['a count', { password: { complexity: { minNumber: 2 } } }, 'E0000001'],
    ['a history', { password: { age: { historyCount: 31 } } }, 'E0000001'],
    ['a warning longer than the age', { password: { age: { maxAgeDays: 5, expireWarnDays: 6 } } }, 'E0000001'],
    ['attempts', { password: { lockout: { maxAttempts: 101 } } }, 'E0000001'],
    ['an attribute', { password: { complexity: { excludeAttributes: ['login'] } } }, 'E0000003'],
    ['a text for a number', { password: { complexity: { minLength: 'long' } } }, 'E0000003'],
    ['a list for an object', { password: [] }, 'E0000003'],
    ['a status', { recovery: { factors: { okta_sms: { status: 'ON' } } } }, 'E0000003'],
  ])('with password settings out of bounds: %s', async (_, settings, code) => {
    await refused(send({ name: 'x', type: 'PASSWORD', settings }), 400, code);
  });

  test('with enrolment settings of two forms', async () => {
    const settings = { type: 'AUTHENTICATORS', authenticators: [{ key: 'okta_email' }], factors: {} };
    const answer = await refused(send({ name: 'x', type: 'MFA_ENROLL', settings }), 400, 'E0000001');
    expect(answer.body.errorCauses[0]).toMatchObject({
      reason: 'INVALID_FORMAT',
      locationType: 'body',
      domain: 'policy',
    });
    const unknown = {
      type: 'AUTHENTICATORS',
      authenticators: [{ key: 'carrier_pigeon', enroll: { self: 'REQUIRED' } }],
    };
    await refused(send({ name: 'x', type: 'MFA_ENROLL', settings: unknown }), 400, 'E0000001');
    await refused(send({ name: 'x', type: 'MFA_ENROLL', settings: 'all' }), 400, 'E0000003');
  });
});

describe('a policy that is changed', () => {
  test('keeps its status and its time of creation, and takes everything else', async () => {
    const before = await create({ type: 'PASSWORD', name: 'Old', description: 'Once' });
    org.clock.advance(5000);
    const settings = { password: { complexity: { minLength: 12 } } };
    const body = { type: 'PASSWORD', name: 'New', status: 'INACTIVE', settings };
    const { body: after } = await org.put(`${POLICIES}/${before.id}`, body);
    expect(after).toMatchObject({ id: before.id, name: 'New', status: 'ACTIVE', created: before.created });
    expect(after).not.toHaveProperty('description');
    expect(after.lastUpdated).not.toBe(before.lastUpdated);
    expect(after.settings.password.complexity.minLength).toBe(12);
  });

  test('is saved again where it is turned on once more, and where its place changes', async () => {
    const changes = async (id: string, by: () => Promise<unknown>): Promise<boolean> => {
      const before = (await org.get(`${POLICIES}/${id}`)).body.lastUpdated;
      org.clock.advance(5000);
      await by();
      return (await org.get(`${POLICIES}/${id}`)).body.lastUpdated !== before;
    };
    const first = await create({ type: 'PASSWORD', name: 'First' });
    const last = (await org.get(`${POLICIES}?type=PASSWORD`)).body.at(-1);
    expect(await changes(first.id, () => org.post(`${POLICIES}/${first.id}/lifecycle/activate`))).toBe(true);
    expect(await changes(first.id, () => create({ type: 'PASSWORD', name: 'Behind' }))).toBe(false);
    expect(await changes(last.id, () => create({ type: 'PASSWORD', name: 'Before' }))).toBe(true);
    expect(await changes(last.id, () => org.delete(`${POLICIES}/${first.id}`))).toBe(true);
  });

  test('cannot become one of another type', async () => {
    const { id } = await create({ type: 'PASSWORD', name: 'One' });
    await refused(() => org.put(`${POLICIES}/${id}`, { type: 'OKTA_SIGN_ON', name: 'One' }), 400, 'E0000001');
    await refused(() => org.put(`${POLICIES}/00pnone`, { type: 'PASSWORD', name: 'x' }), 404, 'E0000007');
    const say = 'Not found: Resource not found: 00pnone (Policy)';
    await refused(() => org.get(`${POLICIES}/00pnone`), 404, say);
    await refused(() => org.post(`${POLICIES}/00pnone/lifecycle/activate`), 404, say);
  });

  test('and is the default one keeps name, priority and groups, and says that its priority is read-only', async () => {
    const [{ id, conditions }] = await listed('PASSWORD');
    await create({ type: 'PASSWORD', name: 'First' });
    const body = { type: 'PASSWORD', name: 'Mine', description: 'Ours', conditions: null };
    const { body: after } = await org.put(`${POLICIES}/${id}`, { ...body, priority: 2 });
    expect(after).toMatchObject({ name: 'Default Policy', description: 'Ours', priority: 2, conditions, system: true });
    const say = 'Cannot modify the priority attribute because it is read-only.';
    await refused(() => org.put(`${POLICIES}/${id}`, { ...body, priority: 1 }), 403, say);
  });

  test('and is the default one of enrolment cannot do without passwords', async () => {
    const [{ id, name, settings }] = await listed('MFA_ENROLL');
    const send = (authenticators: object[]) => () =>
      org.put(`${POLICIES}/${id}`, { type: 'MFA_ENROLL', name, settings: { ...settings, authenticators } });
    const say = 'Api validation failed: mediationPolicy';
    await refused(send([{ key: 'okta_email', enroll: { self: 'REQUIRED' } }]), 400, say);
    await refused(send([{ key: 'okta_password', enroll: { self: 'NOT_ALLOWED' } }]), 400, say);
    expect((await send(settings.authenticators)()).status).toBe(200);
  });
});

describe('the end of a policy', () => {
  test('takes its rules along', async () => {
    const { id } = await create({ type: 'ACCESS_POLICY', name: 'Short' });
    const before = org.store.policyRules.count();
    expect((await org.delete(`${POLICIES}/${id}`)).status).toBe(204);
    expect(org.store.policyRules.count()).toBe(before - 1);
    const again = await refused(() => org.delete(`${POLICIES}/${id}`), 404, 'E0000007');
    expect(again.body.errorSummary).toBe(`Not found: Resource not found: ${id} (RuleSetEntity)`);
    const rules = await refused(() => org.get(`${POLICIES}/${id}/rules`), 404, 'E0000007');
    expect(rules.body.errorSummary).toBe(`Not found: Resource not found: ${id} (Policy)`);
  });

  test('and its pause are not for those that Okta made, which may be turned on as often as one likes', async () => {
    for (const type of ['PASSWORD', 'IDP_DISCOVERY', 'PROFILE_ENROLLMENT', 'ENTITY_RISK']) {
      const [{ id }] = await listed(type);
      await refused(() => org.delete(`${POLICIES}/${id}`), 403, 'E0000006');
      await refused(() => org.post(`${POLICIES}/${id}/lifecycle/deactivate`), 403, 'E0000006');
      expect((await org.post(`${POLICIES}/${id}/lifecycle/activate`)).status).toBe(204);
    }
  });

  test('and its pause wait until no app signs people in by it', async () => {
    const { id } = await create({ type: 'ACCESS_POLICY', name: 'Used' });
    const app = {
      name: 'bookmark',
      label: 'Wiki',
      signOnMode: 'BOOKMARK',
      settings: { app: { url: 'https://a.example' } },
    };
    const { body } = await org.post('/api/v1/apps', app);
    const assign = (accessPolicyId: string) =>
      org.sandbox.org.store.transaction(() => void org.store.apps.update(body.id, { accessPolicyId }));
    const [other] = (await listed('ACCESS_POLICY')).filter(({ system }: { system: boolean }) => system);
    assign(id);
    await refused(() => org.delete(`${POLICIES}/${id}`), 400, 'E0000001');
    await refused(() => org.post(`${POLICIES}/${id}/lifecycle/deactivate`), 400, 'E0000001');
    assign(other.id);
    expect((await org.post(`${POLICIES}/${id}/lifecycle/deactivate`)).status).toBe(204);
    expect((await org.delete(`${POLICIES}/${id}`)).status).toBe(204);
  });

  test('can be a pause: it keeps its place', async () => {
    const { id } = await create({ type: 'PASSWORD', name: 'A' });
    await create({ type: 'PASSWORD', name: 'B' });
    expect((await org.post(`${POLICIES}/${id}/lifecycle/deactivate`)).status).toBe(204);
    expect((await org.post(`${POLICIES}/${id}/lifecycle/deactivate`)).status).toBe(204);
    expect(await listed('PASSWORD')).toMatchObject([{ id, status: 'INACTIVE', priority: 1 }, {}, {}]);
    expect((await org.post(`${POLICIES}/${id}/lifecycle/activate`)).status).toBe(204);
    expect((await org.get(`${POLICIES}/${id}`)).body.status).toBe('ACTIVE');
  });
});

test('what maps a policy to apps is told that nothing does any more', async () => {
  const { id } = await create({ type: 'ACCESS_POLICY', name: 'Mapped' });
  const say = 'Api validation failed: Policy mappings are no longer supported on this endpoint.';
  await refused(() => org.post(`${POLICIES}/${id}/mappings`, { resourceType: 'APP' }), 400, say);
  await refused(() => org.post(`${POLICIES}/rst1/mappings`, {}), 404, 'E0000007');
});

describe('a list of policies', () => {
  const named = (rows: { name: string }[]) => rows.map(({ name }) => name);

  test('is narrowed by status and by the beginning of a name, and pages where a limit is asked for', async () => {
    for (const name of ['Alpha', 'alps', 'Beta']) await create({ type: 'PASSWORD', name });
    await org.post(`${POLICIES}?activate=false`, { type: 'PASSWORD', name: 'Alone' });
    expect(named(await listed('PASSWORD', '&q=AL'))).toEqual(['Alpha', 'alps', 'Alone']);
    expect(named(await listed('PASSWORD', '&status=INACTIVE'))).toEqual(['Alone']);
    const all = await org.get(`${POLICIES}?type=PASSWORD`);
    expect(all.headers.link).toBe(`<${org.url}${POLICIES}?type=PASSWORD>; rel="self"`);
    const none = await org.get(`${POLICIES}?type=PASSWORD&limit=0`);
    expect([none.body.length, none.headers.link]).toEqual([all.body.length, all.headers.link]);
    const first = await org.get(`${POLICIES}?type=PASSWORD&limit=3`);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await org.get(next.replace(org.url, ''));
    expect(named([...first.body, ...second.body])).toEqual(named(all.body));
    expect(second.headers.link).not.toContain('next');
  });

  test('and a policy show rules inside where they are asked for, twenty at most', async () => {
    const { id } = await create({ type: 'OKTA_SIGN_ON', name: 'Many' });
    const rule = { type: 'SIGN_ON', actions: { signon: { access: 'ALLOW' } } };
    for (let n = 0; n < 21; n++) await org.post(`${POLICIES}/${id}/rules`, { ...rule, name: `r${n}` });
    const { body } = await org.get(`${POLICIES}/${id}?expand=rules`);
    const { body: rules } = await org.get(`${POLICIES}/${id}/rules`);
    expect(rules).toHaveLength(21);
    expect(body._embedded.rules).toEqual(rules.slice(0, 20));
    const [first, own] = await listed('OKTA_SIGN_ON', '&expand=rules');
    expect(first).toEqual(body);
    expect(own._embedded.rules).toHaveLength(1);
  });
});
