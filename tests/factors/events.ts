import { type Case, done, type FactsByType, post, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { activePerson, answerPush, factorsPath, sentCode, totp, totpFactor } from '../support/second-factors.js';

const below = (userId: string, rest = ''): string => factorsPath(userId, rest).replace('/api/v1', '');
const person = async (in_: TestOrg): Promise<string> => (await activePerson(in_)).id;
const phone = (factorType: string) => ({ factorType, provider: 'OKTA', profile: { phoneNumber: '+15554151337' } });
const mail = { factorType: 'email', provider: 'OKTA', profile: {} };
const question = {
  factorType: 'question',
  provider: 'OKTA',
  profile: { question: 'disliked_food', answer: 'mayonnaise' },
};
const push = { factorType: 'push', provider: 'OKTA' };

/** A factor that is active already. */
async function active(in_: TestOrg, body: object): Promise<{ userId: string; id: string }> {
  const userId = await person(in_);
  return { userId, id: await done(in_, post(below(userId, '?activate=true'), body)) };
}

async function device(in_: TestOrg): Promise<{ userId: string; id: string }> {
  const made = await active(in_, push);
  await answerPush(in_, 'approve');
  return made;
}

const verifyOf = ({ userId, id }: { userId: string; id: string }, body?: object) =>
  post(below(userId, `/${id}/verify`), body);

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'enrollFactor',
    'a phone for text messages',
    async (in_) => post(below(await person(in_)), phone('sms')),
    ['system.sms.send_phone_verification_message'],
  ],
  [
    'enrollFactor',
    'a phone for calls',
    async (in_) => post(below(await person(in_)), phone('call')),
    ['system.voice.send_phone_verification_call'],
  ],
  [
    'enrollFactor',
    'a mail box',
    async (in_) => post(below(await person(in_)), mail),
    ['system.email.send_factor_verify_message'],
  ],
  [
    'enrollFactor',
    'active at once',
    async (in_) => post(below(await person(in_), '?activate=true'), phone('sms')),
    ['user.mfa.factor.activate'],
  ],
  ['enrollFactor', 'a question', async (in_) => post(below(await person(in_)), question), ['user.mfa.factor.activate']],
  [
    'activateFactor',
    'with the code',
    async (in_) => {
      const userId = await person(in_);
      const id = await done(in_, post(below(userId), phone('sms')));
      return post(below(userId, `/${id}/lifecycle/activate`), { passCode: sentCode(in_) });
    },
    ['user.mfa.factor.activate'],
  ],
  [
    'deleteFactor',
    'a question',
    async (in_) => {
      const { userId, id } = await active(in_, question);
      return remove(below(userId, `/${id}`));
    },
    ['user.mfa.factor.deactivate'],
  ],
  [
    'verifyFactor',
    'a one-time password',
    async (in_) => {
      const userId = await person(in_);
      const { id, secret } = await totpFactor(in_, userId);
      return verifyOf({ userId, id }, { passCode: totp(in_, secret) });
    },
    ['user.authentication.auth_via_mfa'],
  ],
  [
    'verifyFactor',
    'asks by text message',
    async (in_) => verifyOf(await active(in_, phone('sms'))),
    ['system.sms.send_factor_verify_message'],
  ],
  [
    'verifyFactor',
    'asks by call',
    async (in_) => verifyOf(await active(in_, phone('call'))),
    ['system.voice.send_mfa_challenge_call'],
  ],
  [
    'verifyFactor',
    'asks by mail',
    async (in_) => verifyOf(await active(in_, mail)),
    ['system.email.send_factor_verify_message'],
  ],
  [
    'verifyFactor',
    'asks on a device',
    async (in_) => verifyOf(await device(in_)),
    ['system.push.send_factor_verify_push'],
  ],
];

const user = ['User'];

export const facts: FactsByType = {
  'system.email.send_factor_verify_message': {
    message: 'An email was sent to a user for verification',
    legacy: 'system.email.send_factor_verify_message',
    targets: user,
  },
  'system.push.send_factor_verify_push': { legacy: null, targets: user },
  'system.sms.send_factor_verify_message': {
    message: 'Send second factor auth SMS',
    legacy: 'core.user.sms.message_sent.factor',
    targets: user,
  },
  'system.sms.send_phone_verification_message': { legacy: 'core.user.sms.message_sent.verify', targets: user },
  'system.voice.send_mfa_challenge_call': {
    message: 'Send second factor auth call',
    legacy: 'core.user.call_to_send_otp.message_sent.mfa.challenge',
    targets: user,
  },
  'system.voice.send_phone_verification_call': {
    legacy: 'core.user.call_to_send_otp.message_sent.verify',
    targets: user,
  },
  'user.authentication.auth_via_mfa': {
    message: 'Authentication of user via MFA',
    legacy: 'core.user.factor.attempt_success',
    targets: user,
  },
  'user.mfa.factor.activate': {
    message: 'Activate factor or authenticator enrollment method for user',
    legacy: 'core.user.factor.activate',
    targets: user,
  },
  'user.mfa.factor.deactivate': {
    message: 'Reset factor for user',
    legacy: 'core.user.factor.deactivate',
    targets: user,
    reason: 'User reset SECURITY_QUESTION factor',
  },
};
