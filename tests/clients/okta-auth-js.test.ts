import { beforeAll, describe, expect, test } from '@jest/globals';
import { OktaAuth } from '@okta/okta-auth-js';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { codeOf, PASSWORD } from './access.js';

const LOGIN = 'pat@example.com';

const sandbox = suiteSandbox((folder) => ['--data', folder]);
let client: OktaAuth;

/** What the org answered, as the client keeps it. */
const dataOf = (transaction: object): Record<string, unknown> =>
  'data' in transaction ? (transaction.data as Record<string, unknown>) : {};

/** Asks as the administrator. */
async function asAdmin(method: string, path: string, body?: object) {
  const answer = await fetch(`${sandbox.url}/api/v1${path}`, {
    method,
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** Has everybody show a second factor. */
async function requireFactor(): Promise<void> {
  const [policy] = (await asAdmin('GET', '/policies?type=OKTA_SIGN_ON')) as { id: string }[];
  await asAdmin('POST', `/policies/${policy?.id}/rules`, {
    name: 'Two factors',
    type: 'SIGN_ON',
    actions: { signon: { access: 'ALLOW', requireFactor: true, factorPromptMode: 'ALWAYS' } },
  });
}

beforeAll(async () => {
  client = new OktaAuth({
    issuer: `${sandbox.url}/oauth2/default`,
    clientId: 'none',
    redirectUri: 'http://localhost/',
  });
  const profile = { firstName: 'Pat', lastName: 'Pending', email: LOGIN, login: LOGIN };
  await asAdmin('POST', '/users?activate=true', { profile, credentials: { password: { value: PASSWORD } } });
});

describe('the official client for signing in, over a socket', () => {
  test('signs in with a password, and is refused with another', async () => {
    const transaction = await client.signInWithCredentials({ username: LOGIN, password: PASSWORD });
    expect([transaction.status, transaction.user?.profile?.login]).toEqual(['SUCCESS', LOGIN]);
    const wrong = client.signInWithCredentials({ username: LOGIN, password: 'wrong' });
    await expect(wrong).rejects.toMatchObject({ errorCode: 'E0000004' });
  });

  test('enrols one-time passwords, signs in with one, and keeps a session', async () => {
    await requireFactor();
    const begun = await client.signInWithCredentials({ username: LOGIN, password: PASSWORD });
    expect(begun.status).toBe('MFA_ENROLL');
    const chosen = begun.factors?.find((factor) => factor.provider === 'GOOGLE');
    const enrolling = await chosen?.enroll();
    expect(enrolling.status).toBe('MFA_ENROLL_ACTIVATE');
    const secret: string = enrolling.factor.activation.sharedSecret;
    await expect(enrolling.activate({ passCode: 'none' })).rejects.toMatchObject({ errorCode: 'E0000068' });
    expect((await enrolling.activate({ passCode: await codeOf(sandbox.url, secret) })).status).toBe('SUCCESS');

    const required = await client.signInWithCredentials({ username: LOGIN, password: PASSWORD });
    expect(required.status).toBe('MFA_REQUIRED');
    const done = await required.factors?.[0]?.verify({ passCode: await codeOf(sandbox.url, secret, 1) });
    expect(done.status).toBe('SUCCESS');

    const session = (await asAdmin('POST', '/sessions', { sessionToken: done.sessionToken })) as { id: string };
    expect(session).toMatchObject({ login: LOGIN, amr: ['pwd', 'otp', 'mfa'], status: 'ACTIVE' });
    const refreshed = await asAdmin('POST', `/sessions/${session.id}/lifecycle/refresh`);
    expect(refreshed).toMatchObject({ id: session.id });
    await asAdmin('DELETE', `/sessions/${session.id}`);
    await expect(asAdmin('GET', `/sessions/${session.id}`)).rejects.toThrow('404');
  });

  test('resumes a sign-in that was begun, and cancels it', async () => {
    const begun = await client.signInWithCredentials({ username: LOGIN, password: PASSWORD });
    const stateToken = dataOf(begun).stateToken;
    const resumed = await client.tx.resume({ stateToken });
    expect(resumed.status).toBe('MFA_REQUIRED');
    await resumed.cancel?.();
    await expect(client.tx.resume({ stateToken })).rejects.toMatchObject({ errorCode: 'E0000011' });
  });

  test('recovers a forgotten password by mail', async () => {
    const asked = await client.forgotPassword({ username: LOGIN, factorType: 'EMAIL' });
    expect([asked.status, dataOf(asked).factorResult]).toEqual(['RECOVERY_CHALLENGE', 'WAITING']);
    const outbox = (await (await fetch(`${sandbox.url}/_sandbox/outbox`)).json()) as {
      content: { recoveryToken: string };
    }[];
    const recovering = await client.verifyRecoveryToken({ recoveryToken: outbox.at(-1)?.content.recoveryToken ?? '' });
    expect(recovering.status).toBe('PASSWORD_RESET');
    const reset = await recovering.resetPassword?.({ newPassword: 'New-Tr1cky-Kettle' });
    expect(reset?.status).toBe('MFA_REQUIRED');
  });
});
