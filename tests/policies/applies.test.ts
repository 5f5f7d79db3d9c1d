import { describe, expect, test } from '@jest/globals';
import { enrolmentFor, enrolSelf } from '../../objects/policies/enrolment.js';
import type { Attempt } from '../../objects/policies/evaluate.js';
import { selfServiceFor } from '../../objects/policies/self-service.js';
import { signOnRuleFor } from '../../objects/policies/sign-on.js';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { madeProvider } from '../support/referents.js';

const org = suiteOrg();

const group = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;
const policy = async (type: string, more: object = {}): Promise<string> =>
  (await org.post('/api/v1/policies', { type, name: `p${org.store.policies.count()}`, ...more })).body.id;
const forGroup = (id: string) => ({ conditions: { people: { groups: { include: [id] } } } });
const userRow = (id: string) => org.store.users.require(id);

/** Adds a sign-on rule that lets sessions live for so many minutes: that tells which rule applied. */
const rule = async (policyId: string, minutes: number, conditions: object = {}, access = 'ALLOW'): Promise<void> => {
  const session = { maxSessionLifetimeMinutes: minutes };
  const sent = { name: `${minutes}`, type: 'SIGN_ON', conditions, actions: { signon: { access, session } } };
  expect((await org.post(`/api/v1/policies/${policyId}/rules`, sent)).status).toBe(200);
};

const lifetime = (userId: string, attempt: Attempt = {}): number =>
  signOnRuleFor(org, userRow(userId), attempt).session.maxSessionLifetimeMinutes;

describe('the sign-on rule of a user', () => {
  test("is the default one's in a new org", async () => {
    const { id } = await createPerson(org, 1);
    const { applied, ...decided } = signOnRuleFor(org, userRow(id), { ip: '192.0.2.1' });
    expect([applied?.policy.name, applied?.rule.name]).toEqual(['Default Policy', 'Default Rule']);
    expect(decided).toEqual({
      access: 'ALLOW',
      requireFactor: false,
      factorPromptMode: 'ALWAYS',
      factorLifetime: 0,
      rememberDeviceByDefault: false,
      session: { maxSessionIdleMinutes: 120, maxSessionLifetimeMinutes: 0, usePersistentCookie: false },
    });
  });

  test('follows groups and priority, and goes on where no rule of a policy holds', async () => {
    const [crew, deck] = [await group('Crew'), await group('Deck')];
    const { id } = await createPerson(org, 1);
    const first = await policy('OKTA_SIGN_ON', forGroup(crew));
    const second = await policy('OKTA_SIGN_ON', forGroup(deck));
    await rule(first, 10, { riskScore: { level: 'HIGH' } });
    await rule(second, 20, {}, 'DENY');
    expect(lifetime(id)).toBe(0);
    await org.put(`/api/v1/groups/${deck}/users/${id}`);
    expect([lifetime(id), signOnRuleFor(org, userRow(id), {}).access]).toEqual([20, 'DENY']);
    await org.put(`/api/v1/groups/${crew}/users/${id}`);
    expect([lifetime(id), lifetime(id, { riskLevel: 'HIGH' })]).toEqual([20, 10]);
    await org.post(`/api/v1/policies/${second}/lifecycle/deactivate`);
    expect(lifetime(id)).toBe(0);
  });

  test.each<[string, (own: { zone: string; user: string; deck: string }) => object, Attempt, Attempt]>([
    [
      'a zone',
      ({ zone }) => ({ network: { connection: 'ZONE', include: [zone] } }),
      { ip: '9.9.9.7' },
      { ip: '9.9.8.7' },
    ],
    [
      'a zone',
      ({ zone }) => ({ network: { connection: 'ZONE', exclude: [zone] } }),
      { ip: '9.9.8.7' },
      { ip: '9.9.9.7' },
    ],
    ['any zone', () => ({ network: { connection: 'ZONE', include: ['ALL_ZONES'] } }), { ip: '9.9.9.7' }, {}],
    ['a way in', () => ({ authContext: { authType: 'RADIUS' } }), { authType: 'RADIUS' }, {}],
    ['a risk', () => ({ riskScore: { level: 'MEDIUM' } }), { riskLevel: 'MEDIUM' }, {}],
    [
      'a behaviour',
      () => ({ risk: { behaviors: ['New City'] } }),
      { behaviors: ['New City'] },
      { behaviors: ['New IP'] },
    ],
    ['a provider', () => ({ identityProvider: { provider: 'OKTA' } }), {}, { idpId: '0oa1' }],
  ])('asks for %s', async (_, conditions, holds, holdsNot) => {
    const gateways = [{ type: 'CIDR', value: '9.9.9.0/24' }];
    const { body } = await org.post('/api/v1/zones', { type: 'IP', name: 'Z', gateways });
    const { id: user } = await createPerson(org, 1);
    await rule(await policy('OKTA_SIGN_ON'), 10, conditions({ zone: body.id, user, deck: await group('Deck') }));
    expect([lifetime(user, holds), lifetime(user, holdsNot)]).toEqual([10, 0]);
  });

  test('asks for one provider of several', async () => {
    const provider = await madeProvider(org);
    const { id: user } = await createPerson(org, 1);
    await rule(await policy('OKTA_SIGN_ON'), 10, {
      identityProvider: { provider: 'SPECIFIC_IDP', idpIds: [provider] },
    });
    expect([lifetime(user, { idpId: provider }), lifetime(user, { idpId: '0oa2' })]).toEqual([10, 0]);
  });

  test('leaves out who is excluded, and a zone that is turned off', async () => {
    const [one, two] = [(await createPerson(org, 1)).id, (await createPerson(org, 2)).id];
    const deck = await group('Deck');
    const id = await policy('OKTA_SIGN_ON');
    await rule(id, 10, { people: { users: { exclude: [one] } } });
    await rule(id, 20, { people: { groups: { include: [deck] } } });
    expect([lifetime(one), lifetime(two)]).toEqual([0, 10]);
    await org.put(`/api/v1/groups/${deck}/users/${one}`);
    expect(lifetime(one)).toBe(20);
    const gateways = [{ type: 'RANGE', value: '9.9.9.1-9.9.9.9' }];
    const zone = (await org.post('/api/v1/zones', { type: 'IP', name: 'Z', gateways })).body.id;
    const zoned = await policy('OKTA_SIGN_ON', { priority: 1 });
    await rule(zoned, 30, { network: { connection: 'ZONE', include: [zone] } });
    expect(lifetime(two, { ip: '::ffff:9.9.9.9' })).toBe(30);
    await org.post(`/api/v1/zones/${zone}/lifecycle/deactivate`);
    expect(lifetime(two, { ip: '9.9.9.9' })).toBe(10);
  });
});

describe('the enrolment of a user', () => {
  const settings = {
    type: 'AUTHENTICATORS',
    authenticators: [
      { key: 'okta_password', enroll: { self: 'REQUIRED' } },
      { key: 'okta_verify', enroll: { self: 'REQUIRED' } },
      { key: 'security_question', enroll: { self: 'NOT_ALLOWED' } },
    ],
  };

  test('is what the default policy says in a new org', async () => {
    const { id } = await createPerson(org, 1);
    const enrolment = enrolmentFor(org, userRow(id));
    expect([enrolment.applied?.policy.name, enrolment.when]).toEqual(['Default Policy', 'CHALLENGE']);
    expect([enrolSelf(enrolment, 'question'), enrolSelf(enrolment, 'push')]).toEqual(['OPTIONAL', 'OPTIONAL']);
    expect(enrolSelf(enrolment, 'token:software:totp', 'GOOGLE')).toBeUndefined();
  });

  test('depends on the network, where the policy itself asks for one', async () => {
    const gateways = [{ type: 'CIDR', value: '9.9.9.0/24' }];
    const zone = (await org.post('/api/v1/zones', { type: 'IP', name: 'Z', gateways })).body.id;
    const { id } = await createPerson(org, 1);
    const network = { connection: 'ZONE', include: [zone] };
    const own = await policy('MFA_ENROLL', { conditions: { network }, settings });
    await org.post(`/api/v1/policies/${own}/rules`, { name: 'r', type: 'MFA_ENROLL' });
    expect(enrolmentFor(org, userRow(id), { ip: '9.9.9.1' }).applied?.policy.id).toBe(own);
    expect(enrolmentFor(org, userRow(id)).applied?.policy.name).toBe('Default Policy');
  });

  test("is a group's own where it has a policy with a rule", async () => {
    const crew = await group('Crew');
    const { id } = await createPerson(org, 1);
    await org.put(`/api/v1/groups/${crew}/users/${id}`);
    const own = await policy('MFA_ENROLL', { ...forGroup(crew), settings });
    expect(enrolSelf(enrolmentFor(org, userRow(id)), 'question')).toBe('OPTIONAL');
    const actions = { enroll: { self: 'LOGIN' } };
    await org.post(`/api/v1/policies/${own}/rules`, { name: 'r', type: 'MFA_ENROLL', actions });
    const enrolment = enrolmentFor(org, userRow(id));
    expect([enrolment.applied?.policy.id, enrolment.when]).toEqual([own, 'LOGIN']);
    expect(enrolSelf(enrolment, 'question')).toBe('NOT_ALLOWED');
    expect(enrolSelf(enrolment, 'token:software:totp')).toBe('REQUIRED');
  });
});

describe('what a user may do without an administrator', () => {
  test('is what the rule of the password policy says', async () => {
    const { id } = await createPerson(org, 1);
    const { applied, ...own } = selfServiceFor(org, userRow(id), {});
    expect(applied?.rule.name).toBe('Default Rule');
    expect(own).toEqual({ change: true, reset: true, unlock: false, resetMethods: ['email'] });
    const gateways = [{ type: 'CIDR', value: '9.9.9.0/24' }];
    const zone = (await org.post('/api/v1/zones', { type: 'IP', name: 'Z', gateways })).body.id;
    const path = `/api/v1/policies/${await policy('PASSWORD')}/rules`;
    await org.post(path, {
      name: 'At work',
      type: 'PASSWORD',
      conditions: { network: { connection: 'ZONE', include: [zone] } },
      actions: { selfServiceUnlock: { access: 'ALLOW' } },
    });
    const atWork = selfServiceFor(org, userRow(id), { ip: '9.9.9.1' });
    expect([atWork.change, atWork.reset, atWork.unlock]).toEqual([false, false, true]);
    expect(selfServiceFor(org, userRow(id), { ip: '9.9.8.1' }).change).toBe(true);
  });
});
