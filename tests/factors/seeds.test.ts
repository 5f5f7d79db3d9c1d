import { describe, expect, test } from '@jest/globals';
import { testOrg } from '../support/org.js';
import { factorsPath, sentCode, setSignOn, totp } from '../support/second-factors.js';

const PASSWORD = 'Orchard-Lane-42';

describe('the seed acme', () => {
  test('has people with second factors, who sign in with them', async () => {
    const org = await testOrg({ seed: 'acme' });
    try {
      setSignOn(org, { requireFactor: true });
      const { body } = await org.post('/api/v1/authn', { username: 'samuel.whitford', password: PASSWORD });
      const kinds = body._embedded.factors.map((factor: { factorType: string }) => factor.factorType);
      expect([body.status, kinds]).toEqual(['MFA_REQUIRED', ['token:software:totp', 'question']]);
      const [app, question] = body._embedded.factors;
      const verify = (id: string, proof: object) =>
        org.post(`/api/v1/authn/factors/${id}/verify`, { stateToken: body.stateToken, ...proof });
      expect((await verify(question.id, { answer: 'tetris' })).body.errorCode).toBe('E0000068');
      const done = await verify(app.id, { passCode: totp(org, 'ORCHARDLANE2345A') });
      expect(done.body.status).toBe('SUCCESS');
      const again = await org.post('/api/v1/authn', { username: 'samuel.whitford', password: PASSWORD });
      const answered = await org.post(`/api/v1/authn/factors/${question.id}/verify`, {
        stateToken: again.body.stateToken,
        answer: 'Lemmings',
      });
      expect(answered.body.status).toBe('SUCCESS');
    } finally {
      await org.close();
    }
  });

  test('has a phone that takes text messages', async () => {
    const org = await testOrg({ seed: 'acme' });
    try {
      const path = factorsPath('priya.raman@acme.example');
      const [phone] = (await org.get(path)).body;
      expect(phone).toMatchObject({ factorType: 'sms', status: 'ACTIVE', profile: { phoneNumber: '+442079460003' } });
      await org.post(`${path}/${phone.id}/verify`);
      const { body } = await org.post(`${path}/${phone.id}/verify`, { passCode: sentCode(org) });
      expect(body).toEqual({ factorResult: 'SUCCESS' });
    } finally {
      await org.close();
    }
  });
});
