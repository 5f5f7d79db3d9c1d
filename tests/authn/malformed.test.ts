import { expect, test } from '@jest/globals';
import request from 'supertest';
import { authn } from '../../handlers/neighbours/authn/index.js';
import { suiteOrg } from '../support/org.js';
import { PASSWORD } from '../support/people.js';
import { activePerson, factorsPath, setSignOn } from '../support/second-factors.js';

const org = suiteOrg({ shared: true });

const odd = [null, 0, -1, true, '', ' ', 'x'.repeat(5000), [], [null], {}, { value: null }, '\u0000', '😀'];
const names = [
  'stateToken',
  'username',
  'password',
  'token',
  'factorType',
  'provider',
  'profile',
  'passCode',
  'answer',
];
const more = [
  'context',
  'options',
  'relayState',
  'newPassword',
  'oldPassword',
  'recoveryToken',
  'clientData',
  'verify',
];

/** Bodies of which one member, or every one, is odd. */
function* bodies(stateToken: string): Generator<unknown> {
  for (const value of odd) {
    yield value;
    yield Object.fromEntries([...names, ...more].map((name) => [name, value]));
    yield { ...Object.fromEntries(names.concat(more).map((name) => [name, value])), stateToken };
    for (const name of more) yield { username: 'robin.1', password: PASSWORD, [name]: value };
  }
}

test('nothing that a client may send breaks a sign-in', async () => {
  const { id } = await activePerson(org);
  const question = {
    factorType: 'question',
    provider: 'OKTA',
    profile: { question: 'disliked_food', answer: 'egg tart' },
  };
  const { body: factor } = await org.post(factorsPath(id), question);
  setSignOn(org, { requireFactor: true });
  const { body } = await org.post('/api/v1/authn', { username: 'robin.1', password: PASSWORD });
  const faults: string[] = [];
  for (const { path } of authn) {
    const to = path.replace(':factorId', factor.id).replace(':channel', 'sms');
    if (to.endsWith('/cancel')) continue;
    for (const sent of bodies(body.stateToken)) {
      const { status } = await request(org.url)
        .post(to)
        .set('content-type', 'application/json')
        .send(JSON.stringify(sent));
      if (status >= 500) faults.push(`${to} ${JSON.stringify(sent).slice(0, 200)}: ${status}`);
    }
  }
  expect(faults).toEqual([]);
}, 120_000);

test.each([
  ['GET', '/login/sessionCookieRedirect'],
  ['GET', '/login/sessionCookieRedirect?token=%00&redirectUrl=http://%5B'],
  ['GET', '/login/sessionCookie?token='],
  ['POST', '/api/v1/users/me/factors/x/resend'],
  ['POST', '/api/v1/users/me/factors/x/lifecycle/activate/poll'],
  ['DELETE', '/api/v1/users/me/factors/x/transactions/y'],
  ['GET', '/api/v1/authenticators/x/methods'],
  ['GET', '/api/v1/authenticators/x/methods/y'],
])('%s %s of what there is not is refused', async (method, path) => {
  const answer = await (method === 'GET' ? org.get(path) : method === 'POST' ? org.post(path) : org.delete(path));
  expect([400, 401, 404]).toContain(answer.status);
});
