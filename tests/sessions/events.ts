import { type Case, done, type FactsByType, post, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

/** Who signs in is the administrator of the default seed: events name who signed in. */
async function token(in_: TestOrg): Promise<string> {
  const { body } = await in_.post('/api/v1/authn', { username: 'admin@mockta.example', password: 'Sandbox-Door-7' });
  return body.sessionToken;
}

const session = async (in_: TestOrg): Promise<string> =>
  done(in_, post('/sessions', { sessionToken: await token(in_) }));

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'createSession',
    'by a session token',
    async (in_) => post('/sessions', { sessionToken: await token(in_) }),
    ['user.session.start'],
  ],
  ['refreshSession', 'open', async (in_) => post(`/sessions/${await session(in_)}/lifecycle/refresh`), []],
  ['endSession', 'open', async (in_) => remove(`/sessions/${await session(in_)}`), ['user.session.end']],
];

export const facts: FactsByType = {
  'user.session.end': {
    message: 'User logout from Okta',
    legacy: 'core.user_auth.logout_success',
    targets: ['User'],
  },
  'user.session.start': { message: 'User login to Okta', legacy: 'core.user_auth.login_success', targets: [] },
};
