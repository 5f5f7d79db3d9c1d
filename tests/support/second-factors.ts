import { TOTP } from 'otpauth';
import type { TestOrg } from './org.js';
import { createPerson, PASSWORD } from './people.js';

/** A person who can sign in, made active. */
export async function activePerson(org: TestOrg, n: number | string = 1) {
  return createPerson(org, n, { password: { value: PASSWORD } }, '?activate=true');
}

/** The path of a user's factors, or of one of them. */
export const factorsPath = (userId: string, rest = ''): string => `/api/v1/users/${userId}/factors${rest}`;

/** The code of the last message that was sent. */
export function sentCode(org: TestOrg): string {
  const last = org.store.messages.all().at(-1);
  return String(last?.content.code);
}

/** A code that differs from another. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');

/** The one-time password of a secret by the org's clock, so many steps of 30 seconds away. */
export const totp = (org: TestOrg, secret: string, steps = 0): string =>
  new TOTP({ secret, digits: 6, period: 30, algorithm: 'SHA1' }).generate({
    timestamp: org.clock.now() + steps * 30_000,
  });

/** Enrols and activates one-time passwords. @returns the factor's id and its secret */
export async function totpFactor(org: TestOrg, userId: string, provider = 'GOOGLE') {
  const { body } = await org.post(factorsPath(userId), { factorType: 'token:software:totp', provider });
  const { sharedSecret: secret } = body._embedded.activation;
  const { status } = await org.post(factorsPath(userId, `/${body.id}/lifecycle/activate`), {
    passCode: totp(org, secret, -1),
  });
  if (status !== 200) throw new Error(`activation: ${status}`);
  return { id: body.id as string, secret: secret as string };
}

/** Has the sign-on policy ask for a second factor, and the password policy for what is given. */
export function setSignOn(org: TestOrg, signon: Record<string, unknown>): void {
  org.sandbox.org.store.transaction(() => {
    const policy = org.store.policies.where('type', 'OKTA_SIGN_ON').find(({ system }) => system);
    const rule = policy && org.store.policyRules.where('policy', policy.id)[0];
    if (!rule) throw new Error('no sign-on rule');
    const before = rule.actions.signon as Record<string, never>;
    org.store.policyRules.update(rule.id, { actions: { signon: { ...before, ...signon } } as never });
  });
}

/** How far the enrolment policy lets people enrol an authenticator. */
export function setEnrolment(org: TestOrg, key: string, self: string): void {
  org.sandbox.org.store.transaction(() => {
    const policy = org.store.policies.where('type', 'MFA_ENROLL').find(({ system }) => system);
    if (!policy) throw new Error('no enrolment policy');
    const list = (policy.settings?.authenticators ?? []) as { key: string }[];
    const authenticators = [...list.filter((item) => item.key !== key), { key, enroll: { self } }];
    org.store.policies.update(policy.id, { settings: { ...policy.settings, authenticators } as never });
  });
}

/** Answers the last question that is asked on a device. */
export async function answerPush(org: TestOrg, answer: 'approve' | 'reject') {
  const asked = (await org.get('/_sandbox/push')).body;
  return org.post(`/_sandbox/push/${asked.at(-1).id}/${answer}`);
}
