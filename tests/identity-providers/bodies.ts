import { makeRsaKey } from '../../store/rsa-pool.js';
import { issue } from '../objects/authority.js';
import type { TestOrg } from '../support/org.js';

const policy = {
  provisioning: { action: 'AUTO', groups: { action: 'NONE' } },
  accountLink: { action: 'AUTO' },
  subject: { userNameTemplate: { template: 'idpuser.email' } },
};
const client = { client_id: 'an-id', client_secret: 'a-secret' };

export const facebook = {
  type: 'FACEBOOK',
  name: 'Faces',
  protocol: { type: 'OAUTH2', scopes: ['public_profile', 'email'], credentials: { client } },
  policy,
};

export const oidc = {
  type: 'OIDC',
  name: 'Partner',
  protocol: {
    type: 'OIDC',
    endpoints: {
      authorization: { url: 'https://partner.example/authorize' },
      token: { url: 'https://partner.example/token' },
      userInfo: { url: 'https://partner.example/userinfo' },
      jwks: { url: 'https://partner.example/keys' },
    },
    algorithms: { request: { signature: { algorithm: 'HS256', scope: 'REQUEST' } } },
    scopes: ['openid'],
    credentials: { client },
  },
  policy,
};

export const saml = (kid: string) => ({
  type: 'SAML2',
  name: 'Works',
  protocol: {
    type: 'SAML2',
    endpoints: { sso: { url: 'https://works.example/sso', destination: 'https://works.example/sso' } },
    credentials: { trust: { issuer: 'https://works.example', kid } },
  },
  policy,
});

export const card = (kid: string) => ({
  type: 'X509',
  name: 'Cards',
  protocol: { type: 'MTLS', credentials: { trust: { kid, revocation: 'CRL' } } },
  policy: {
    provisioning: { action: 'DISABLED' },
    subject: { userNameTemplate: { template: 'idpuser.subjectAltNameEmail' }, matchType: 'EMAIL' },
  },
  properties: { additionalAmr: ['sc', 'pin'] },
});

/** A certificate of an authority outside, in base64. It ends a year after the tests' time. */
export async function certificate(): Promise<string> {
  const key = await makeRsaKey();
  const subject = 'CN=works.example, O=Works';
  const [notBefore, notAfter] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 15)];
  const der = await issue({ key: key.publicJwk, issuerKey: key, subject, issuer: subject, notBefore, notAfter });
  return der.toString('base64');
}

/** Makes a provider. @returns its id */
export async function make(org: TestOrg, body: object): Promise<string> {
  const answer = await org.post('/api/v1/idps', body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.id;
}

/** Puts a certificate into the store of keys. @returns its kid */
export async function trust(org: TestOrg, x5c: string): Promise<string> {
  const answer = await org.post('/api/v1/idps/credentials/keys', { x5c: [x5c] });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body.kid;
}
