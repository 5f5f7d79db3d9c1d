import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suiteOrg } from '../support/org.js';
import { madeApp, madeProvider } from '../support/referents.js';

const org = suiteOrg({ strict: true });

const junk = fc.constantFrom<unknown>(
  ...[null, 0, -1, 1.5, 1e20, 999, '', 'x', '999999999999', 'a'.repeat(5000), true, [], {}, [null], [[1]], [{}]],
  ...[{ include: null }, { include: [null] }, { include: ['nzo'] }, ['00gnone'], { __proto__: null }, [[[]], 7]],
);

/** Stand for an app and a provider of the org until a rule is sent. */
const [APP, PROVIDER] = ['an app', 'a provider'];

const people = { users: { include: [], exclude: [] }, groups: { include: [], exclude: [] } };
const network = { connection: 'ANYWHERE', include: [], exclude: [] };

const policies = [
  {
    type: 'PASSWORD',
    name: 'p',
    description: 'd',
    priority: 1,
    conditions: { people: { groups: { include: [] } }, authProvider: { provider: 'OKTA', include: [] } },
    settings: {
      password: {
        complexity: { minLength: 8, dictionary: { common: { exclude: true } }, excludeAttributes: ['firstName'] },
        age: { maxAgeDays: 9, expireWarnDays: 3, minAgeMinutes: 1, historyCount: 1 },
        lockout: { maxAttempts: 3, autoUnlockMinutes: 1, userLockoutNotificationChannels: ['EMAIL'] },
        breachedProtection: { expireAfterDays: 1, delegatedWorkflowId: '1' },
      },
      recovery: { factors: { recovery_question: { status: 'ACTIVE', properties: { complexity: { minLength: 4 } } } } },
      delegation: { options: { skipUnlock: true } },
    },
  },
  {
    type: 'MFA_ENROLL',
    name: 'p',
    conditions: { people: { groups: { include: [] } }, network, app: { include: [], exclude: [] } },
    settings: {
      type: 'AUTHENTICATORS',
      authenticators: [
        { key: 'webauthn', id: 'aut', enroll: { self: 'OPTIONAL' }, constraints: { aaguidGroups: ['A'] } },
      ],
    },
  },
  { type: 'ACCESS_POLICY', name: 'p', description: 'd', priority: 3, conditions: null },
];

const rules: { readonly [type: string]: object } = {
  OKTA_SIGN_ON: {
    type: 'SIGN_ON',
    conditions: {
      ...{ people, network, authContext: { authType: 'ANY' }, risk: { behaviors: ['b'] }, riskScore: { level: 'LOW' } },
      identityProvider: { provider: 'SPECIFIC_IDP', idpIds: [PROVIDER] },
    },
    actions: {
      signon: {
        access: 'ALLOW',
        requireFactor: true,
        factorPromptMode: 'DEVICE',
        factorLifetime: 1,
        session: { maxSessionIdleMinutes: 5 },
      },
    },
  },
  PASSWORD: {
    type: 'PASSWORD',
    conditions: { people, network },
    actions: {
      passwordChange: { access: 'ALLOW' },
      selfServicePasswordReset: {
        access: 'ALLOW',
        requirement: {
          primary: {
            methods: ['otp'],
            methodConstraints: [{ method: 'otp', allowedAuthenticators: [{ key: 'google_otp' }] }],
          },
          stepUp: { required: true, methods: ['security_question'] },
        },
      },
    },
  },
  MFA_ENROLL: {
    type: 'MFA_ENROLL',
    conditions: { people, network, app: { include: [{ type: 'APP', id: APP }] } },
    actions: { enroll: { self: 'LOGIN' } },
  },
  IDP_DISCOVERY: {
    type: 'IDP_DISCOVERY',
    conditions: {
      ...{ network, platform: { include: [{ type: 'MOBILE', os: { type: 'IOS', expression: 'e' } }] } },
      userIdentifier: { type: 'ATTRIBUTE', attribute: 'a', patterns: [{ matchType: 'EQUALS', value: 'v' }] },
    },
    actions: { idp: { providers: [{ type: 'FACEBOOK', id: PROVIDER }], idpSelectionType: 'SPECIFIC' } },
  },
  ACCESS_POLICY: {
    type: 'ACCESS_POLICY',
    conditions: {
      ...{ people, network, device: { registered: true, managed: true, assurance: { include: ['dae'] } } },
      ...{ elCondition: { condition: 'true' }, riskScore: { level: 'ANY' }, userType: { include: [], exclude: [] } },
    },
    actions: {
      appSignOn: {
        access: 'ALLOW',
        verificationMethod: {
          ...{ type: 'ASSURANCE', factorMode: '2FA', reauthenticateIn: 'PT1H', inactivityPeriod: 'PT1H' },
          constraints: [{ knowledge: { types: ['password'] }, possession: { userPresence: 'REQUIRED' } }],
        },
        keepMeSignedIn: { postAuth: 'ALLOWED', postAuthPromptFrequency: 'PT1H' },
      },
    },
  },
};

type Path = readonly (string | number)[];

/** Every place inside a value. */
const pathsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]))]
    : [path];

/** The value with something else at a place. */
function withAt(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string | number, unknown>)[first] = withAt(
    (copy as Record<string | number, unknown>)[first],
    rest,
    other,
  );
  return copy;
}

/** Sends a body with something else at one place: refused without a trace, or taken and shown. */
async function expectSound(path: string, body: unknown): Promise<void> {
  const before = org.hash();
  const answer = await org.post(path, body);
  if (answer.status === 200) {
    const own = `${path}/${answer.body.id}`;
    expect((await org.get(own)).body).toEqual(answer.body);
    expect((await org.put(own, body)).status).toBeLessThan(500);
    expect((await org.delete(own)).status).toBe(204);
    return;
  }
  expect([400, 403]).toContain(answer.status);
  expect(org.hash()).toBe(before);
}

describe('a body with something else in one place is refused or taken', () => {
  test.each(policies.map((body) => [body.type, body] as const))(
    'a policy of %s',
    async (_, body) => {
      const places = fc.constantFrom(...pathsIn(body).slice(1));
      await fc.assert(
        fc.asyncProperty(places, junk, (place, other) => expectSound('/api/v1/policies', withAt(body, place, other))),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  test.each(Object.keys(rules))(
    'a rule of %s',
    async (type) => {
      const [app, provider] = [await madeApp(org), await madeProvider(org)];
      const text = JSON.stringify(rules[type]).replaceAll(APP, app).replaceAll(PROVIDER, provider);
      const body = { name: 'r', priority: 1, ...JSON.parse(text) };
      const [policy] = (await org.get(`/api/v1/policies?type=${type}`)).body;
      const path = `/api/v1/policies/${policy.id}/rules`;
      expect((await org.post(path, { ...body, name: 'sound' })).status).toBe(200);
      const places = fc.constantFrom(...pathsIn(body).slice(1));
      await fc.assert(
        fc.asyncProperty(places, junk, (place, other) => expectSound(path, withAt(body, place, other))),
        { numRuns: 150 },
      );
    },
    60_000,
  );
});
