import type { TestOrg } from '../support/org.js';

const redirects = { redirect_uris: ['https://app.example/callback'], response_types: ['code'] };

/** An OpenID Connect app whose client authenticates so. */
export const oidcApp = (method = 'client_secret_basic', changes: object = {}) => ({
  name: 'oidc_client',
  label: 'Web',
  signOnMode: 'OPENID_CONNECT',
  credentials: { oauthClient: { token_endpoint_auth_method: method } },
  settings: {
    oauthClient: { ...redirects, grant_types: ['authorization_code'], application_type: 'web', ...changes },
  },
});

export const samlApp = (changes: object = {}) => ({
  label: 'Pay & <Roll>',
  signOnMode: 'SAML_2_0',
  settings: {
    signOn: {
      ssoAcsUrl: 'https://sp.example/acs',
      recipient: 'https://sp.example/acs',
      destination: 'https://sp.example/acs',
      audience: 'https://sp.example',
      subjectNameIdTemplate: `\${user.userName}`,
      subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      responseSigned: true,
      assertionSigned: true,
      signatureAlgorithm: 'RSA_SHA256',
      digestAlgorithm: 'SHA256',
      authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      ...changes,
    },
  },
});

export const bookmark = {
  name: 'bookmark',
  label: 'Mark',
  signOnMode: 'BOOKMARK',
  settings: { app: { url: 'https://mark.example', requestIntegration: false } },
};

export const org2org = {
  name: 'okta_org2org',
  label: 'Other org',
  signOnMode: 'SAML_2_0',
  settings: {
    app: {
      acsUrl: 'https://other.example/sso/saml2/x',
      audRestriction: 'https://www.okta.com/saml2/service-provider/x',
      baseUrl: 'https://other.example',
    },
  },
};

/** Makes an app. @returns its path */
export async function made(org: TestOrg, app: object): Promise<string> {
  const answer = await org.post('/api/v1/apps', app);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return `/api/v1/apps/${answer.body.id}`;
}

/** The id at the end of a path. */
export const idOf = (path: string): string => path.split('/').at(-1) ?? '';
