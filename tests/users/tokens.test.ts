import { describe, expect, test } from '@jest/globals';
import { findToken } from '../../objects/users/tokens.js';
import type { OneTimeTokenRow } from '../../store/rows/users.js';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';

const MINUTE = 60_000;
const NEXT = 'Green-Lantern-52';

const org = suiteOrg();

type Purpose = OneTimeTokenRow['purpose'];
const holds = (token: string, purpose: Purpose): boolean =>
  findToken({ store: org.store, clock: org.clock }, token, purpose) !== undefined;
const act = (id: string, verb: string): Promise<TestAnswer> => org.post(`/api/v1/users/${id}/lifecycle/${verb}`);
const tokenIn = (url: string): string => url.split('/').at(-1) ?? '';

const resetToken = async (id: string): Promise<string> =>
  tokenIn((await act(id, 'reset_password?sendEmail=false')).body.resetPasswordUrl);
const recoveryToken = async (id: string): Promise<string> =>
  tokenIn((await org.post(`/api/v1/users/${id}/credentials/forgot_password?sendEmail=false`)).body.resetPasswordUrl);
const activationToken = async (id: string): Promise<string> =>
  (await act(id, 'reactivate?sendEmail=false')).body.activationToken;

const active = async (): Promise<string> => (await createPerson(org, 1, { password: { value: PASSWORD } })).id;
const provisioned = async (): Promise<string> => (await createPerson(org, 1)).id;

describe('a token holds for its time on the org clock', () => {
  test.each<[Purpose, () => Promise<string>, (id: string) => Promise<string>, number]>([
    ['ACTIVATION', provisioned, activationToken, 7 * 24 * 60],
    ['PASSWORD_RESET', active, resetToken, 60],
    ['RECOVERY', active, recoveryToken, 60],
  ])('%s', async (purpose, make, issue, minutes) => {
    const token = await issue(await make());
    expect(token).toHaveLength(20);
    org.clock.advance(minutes * MINUTE - 1000);
    expect(holds(token, purpose)).toBe(true);
    org.clock.advance(1000);
    expect(holds(token, purpose)).toBe(false);
  });

  test('and for its purpose alone', async () => {
    const token = await recoveryToken(await active());
    expect([holds(token, 'RECOVERY'), holds(token, 'PASSWORD_RESET'), holds(token, 'ACTIVATION')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a token ends', () => {
  test('with the next of its kind, and a way to a new password with any other such way', async () => {
    const id = await active();
    const first = await recoveryToken(id);
    const second = await recoveryToken(id);
    expect([holds(first, 'RECOVERY'), holds(second, 'RECOVERY')]).toEqual([false, true]);
    const third = await resetToken(id);
    expect([holds(second, 'RECOVERY'), holds(third, 'PASSWORD_RESET')]).toEqual([false, true]);
  });

  test.each<[string, (id: string) => Promise<TestAnswer>]>([
    [
      'a password change',
      (id) =>
        org.post(`/api/v1/users/${id}/credentials/change_password`, {
          oldPassword: { value: PASSWORD },
          newPassword: { value: NEXT },
        }),
    ],
    [
      "an administrator's password",
      (id) => org.post(`/api/v1/users/${id}`, { credentials: { password: { value: NEXT } } }),
    ],
    ['a temporary password', (id) => act(id, 'expire_password?tempPassword=true')],
    ['a federation', (id) => act(id, 'reset_password?provider=FEDERATION')],
    ['a deactivation', (id) => act(id, 'deactivate')],
  ])('with %s', async (_, ask) => {
    const id = await active();
    const token = await recoveryToken(id);
    expect((await ask(id)).status).toBe(200);
    expect(holds(token, 'RECOVERY')).toBe(false);
    expect(org.store.oneTimeTokens.where('user', id)).toEqual([]);
  });

  test('of activation with the password that activates', async () => {
    const id = await provisioned();
    const token = await activationToken(id);
    await org.post(`/api/v1/users/${id}`, { credentials: { password: { value: PASSWORD } } });
    expect(org.store.users.require(id).status).toBe('ACTIVE');
    expect(holds(token, 'ACTIVATION')).toBe(false);
  });

  test('not with a refusal', async () => {
    const id = await active();
    const token = await recoveryToken(id);
    expect((await act(id, 'unlock')).status).toBe(403);
    expect(holds(token, 'RECOVERY')).toBe(true);
  });
});

test.each<[string, string, object, boolean]>([
  ['has a password gets an activation link that holds', '', { password: { value: PASSWORD } }, true],
  ['signs in elsewhere gets one that leads nowhere', '&provider=true', { provider: { type: 'FEDERATION' } }, false],
])('who %s', async (_, query, credentials, isUsable) => {
  const { id } = await createPerson(org, 1, credentials, `?activate=false${query}`);
  const { activationToken: token } = (await act(id, 'activate?sendEmail=false')).body;
  expect([token.length, holds(token, 'ACTIVATION')]).toEqual([20, isUsable]);
});
