import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { enrolSettings } from '../../objects/policies/authenticators.js';
import { signOnRuleFor } from '../../objects/policies/sign-on.js';
import { type TestOrg, testOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const folder = mkdtempSync(join(tmpdir(), 'mockta-policies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A seed file of this content. @returns its path */
function writeSeed(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const listed = async (org: TestOrg, type: string) => (await org.get(`/api/v1/policies?type=${type}`)).body;
const rulesOf = async (org: TestOrg, policy: { id: string }) =>
  (await org.get(`/api/v1/policies/${policy.id}/rules`)).body;

describe('an org of the Classic engine', () => {
  test('has no authentication policies, and default ones of its own form', async () => {
    const org = await testOrg({ seed: writeSeed('classic.yaml', 'org: { pipeline: v1 }\n') });
    const refused = refusedBy(org);
    for (const type of ['ACCESS_POLICY', 'PROFILE_ENROLLMENT', 'POST_AUTH_SESSION']) {
      const say = 'The request was not valid: Invalid policy type specified.';
      await refused(() => org.get(`/api/v1/policies?type=${type}`), 400, say);
      await refused(() => org.post('/api/v1/policies', { type, name: 'x' }), 400, say);
    }
    const [enroll] = await listed(org, 'MFA_ENROLL');
    expect(enroll.settings.factors.okta_otp).toEqual({ enroll: { self: 'OPTIONAL' }, consent: { type: 'NONE' } });
    expect(enrolSettings(enroll)).toContainEqual({ key: 'okta_password', self: 'REQUIRED' });
    const [signOn] = await listed(org, 'OKTA_SIGN_ON');
    const [own] = await rulesOf(org, signOn);
    expect(own.actions.signon).not.toHaveProperty('primaryFactor');
    const path = `/api/v1/policies/${signOn.id}/rules`;
    await refused(() => org.put(`${path}/${own.id}`, own), 403, 'E0000006');
    const { body } = await org.post(path, { name: 'r', type: 'SIGN_ON', actions: { signon: { access: 'ALLOW' } } });
    expect(body.actions.signon).not.toHaveProperty('primaryFactor');
    expect(body.conditions).not.toHaveProperty('identityProvider');
    const known = { name: 'x', type: 'SIGN_ON', conditions: { identityProvider: { provider: 'ANY' } } };
    const unknown = 'conditions: Invalid condition type specified: identityProvider.';
    await refused(
      () => org.post(path, { ...known, actions: { signon: { access: 'ALLOW' } } }),
      400,
      'E0000001',
      unknown,
    );
    const newer = { type: 'AUTHENTICATORS', authenticators: [{ key: 'okta_email', enroll: { self: 'REQUIRED' } }] };
    const send = () => org.post('/api/v1/policies', { type: 'MFA_ENROLL', name: 'New', settings: newer });
    await refused(send, 400, 'E0000001');
    const settings = { factors: { okta_sms: { enroll: { self: 'REQUIRED' } } } };
    const made = await org.post('/api/v1/policies', { type: 'MFA_ENROLL', name: 'Own', settings });
    expect(made.body.settings).toEqual({
      factors: {
        okta_password: { enroll: { self: 'REQUIRED' }, consent: { type: 'NONE' } },
        okta_sms: { enroll: { self: 'REQUIRED' }, consent: { type: 'NONE' } },
      },
    });
    await org.close();
  });
});

describe('an org of an earlier version', () => {
  test('keeps its password policy, and gets its rule and the other types', async () => {
    const data = mkdtempSync(join(folder, 'old-'));
    cpSync(fileURLToPath(new URL('../fixtures/state-bb0d4f6/closed/', import.meta.url)), data, { recursive: true });
    const org = await testOrg({ data });
    const [password] = await listed(org, 'PASSWORD');
    const written = readFileSync(join(data, 'default.json'), 'utf8');
    const { seq: _seq, ...row } = JSON.parse(/^\{.*"type":"PASSWORD".*\}(?=,?$)/m.exec(written)?.[0] ?? '{}');
    expect(row).toMatchObject({ name: 'Default Policy', system: true, settings: { password: {} } });
    expect(password).toMatchObject(row);
    expect(await rulesOf(org, password)).toMatchObject([{ name: 'Default Rule', system: true, type: 'PASSWORD' }]);
    expect((await listed(org, 'ACCESS_POLICY')).map(({ name }: { name: string }) => name)).toContain('Any two factors');
    expect(await listed(org, 'ENTITY_RISK')).toMatchObject([{ name: 'Entity Risk Policy', system: true }]);
    const counts = [org.store.policies.count(), org.store.policyRules.count()];
    await org.close();
    const again = await testOrg({ data });
    expect([again.store.policies.count(), again.store.policyRules.count()]).toEqual(counts);
    await again.close();
  });
});

describe('the policies of a seed', () => {
  test('of the company apply to its groups and from its zone', async () => {
    const org = await testOrg({ seed: 'acme' });
    const user = org.store.users.by('login', 'tomas.okafor@acme.example');
    if (!user) throw new Error('nobody');
    expect(signOnRuleFor(org, user, { ip: '203.0.113.9' }).requireFactor).toBe(false);
    expect(signOnRuleFor(org, user, { ip: '198.51.100.9' })).toMatchObject({ requireFactor: true, factorLifetime: 60 });
    const names = (await listed(org, 'PASSWORD')).map(({ name, priority }: { name: string; priority: number }) => [
      name,
      priority,
    ]);
    expect(names).toEqual([
      ['Leadership', 1],
      ['Default Policy', 2],
    ]);
    const finance = (await listed(org, 'ACCESS_POLICY')).find(({ name }: { name: string }) => name === 'Finance apps');
    expect((await rulesOf(org, finance)).map(({ priority }: { priority: number }) => priority)).toEqual([0, 1, 99]);
    await org.close();
  });

  test('are numbered, and have the usual rule where they give none', async () => {
    const seed = writeSeed(
      'own.yaml',
      [
        'groups: [{ name: Crew }]',
        'policies:',
        '  - { type: OKTA_SIGN_ON, name: Late, priority: 7, groups: [Crew] }',
        '  - { type: OKTA_SIGN_ON, name: Early, priority: 3, rules: [] }',
        '',
      ].join('\n'),
    );
    const org = await testOrg({ seed });
    const shown = await listed(org, 'OKTA_SIGN_ON');
    expect(shown.map(({ name, priority }: { name: string; priority: number }) => [name, priority])).toEqual([
      ['Early', 1],
      ['Late', 2],
      ['Default Policy', 3],
    ]);
    expect(await rulesOf(org, shown[0])).toEqual([]);
    expect(await rulesOf(org, shown[1])).toMatchObject([{ name: 'Default Rule', type: 'SIGN_ON', system: false }]);
    await org.close();
  });

  test.each([
    ['rules: [{ name: r, actions: {}, zones: [Nowhere] }]', 'names the zone "Nowhere"'],
    ['rules: [{ name: r, actions: {}, exclude: [nobody@x.example] }]', 'names the user "nobody@x.example"'],
    ['rules: [{ name: r, actions: {} }, { name: R, actions: {} }]', 'is the name of another rule'],
    ['id: 0oa12345678901234567', 'must be 00p or rst'],
  ])('are looked at: %s', async (part, say) => {
    const seed = writeSeed('bad.yaml', `policies: [{ type: PASSWORD, name: P, ${part} }]\n`);
    await expect(testOrg({ seed })).rejects.toThrow(say);
  });
});
