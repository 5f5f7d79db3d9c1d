import { expect, test } from '@jest/globals';
import { certificateOf } from '../support/credentials.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg({ seed: 'acme' });

const named = async (name: string) => (await org.get(`/api/v1/idps?q=${name}`)).body[0];

test("a company's SAML provider has the key that it names, made when it is asked for", async () => {
  const { id, protocol } = await named('Orchard');
  const { kid } = protocol.credentials.signing;
  expect(org.store.idpSigningKeys.count('idp', id)).toBe(0);
  expect((await org.get(`/api/v1/idps/${id}/metadata.xml`)).status).toBe(200);
  const [key, ...others] = (await org.get(`/api/v1/idps/${id}/credentials/keys`)).body;
  certificateOf(key);
  expect([key.kid, others]).toEqual([kid, []]);
  const trusted = (await org.get(`/api/v1/idps/credentials/keys/${protocol.credentials.trust.kid}`)).body;
  expect(trusted.expiresAt).toBe('2046-01-01T00:00:00.000Z');
});

test("a company's SAML provider takes what was read of it, before its key is made", async () => {
  const before = await named('Orchard');
  const { status, body } = await org.put(`/api/v1/idps/${before.id}`, before);
  expect([status, body.protocol, body.status]).toEqual([200, before.protocol, 'ACTIVE']);
});

test("a company's OpenID Connect provider knows a user, and gave a token", async () => {
  const { id } = await named('Customer');
  const [user] = (await org.get(`/api/v1/idps/${id}/users`)).body;
  expect(user.externalId).toBe('elena');
  const [token] = (await org.get(`/api/v1/idps/${id}/users/${user.id}/credentials/tokens`)).body;
  expect(token).toMatchObject({ tokenAuthScheme: 'Bearer', expiresAt: null, scopes: ['openid', 'email'] });
  expect((await org.get(`/api/v1/users/${user.id}/idps`)).body).toHaveLength(2);
});
