import 'reflect-metadata';
import { createPublicKey } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { TOTP } from 'otpauth';
import { makeRsaKey } from '../../store/rsa-pool.js';
import { oidcApp, samlApp } from '../applications/made.js';
import { issue } from '../objects/authority.js';

/** Where people of these tests log in from, and with what. */
export const PASSWORD = 'Tr1cky-Kettle-9';

const at = 'https://app.example';

/** One app of each kind, and the name that Okta gives it. */
export const apps = [
  ['bookmark', { name: 'bookmark', signOnMode: 'BOOKMARK', settings: { app: { url: at, requestIntegration: false } } }],
  [
    'template_basic_auth',
    { name: 'template_basic_auth', signOnMode: 'BASIC_AUTH', settings: { app: { url: at, authURL: `${at}/auth` } } },
  ],
  [
    'template_swa',
    {
      name: 'template_swa',
      signOnMode: 'BROWSER_PLUGIN',
      settings: { app: { url: at, buttonField: 'go', passwordField: 'word', usernameField: 'who' } },
    },
  ],
  [
    'template_swa3field',
    {
      name: 'template_swa3field',
      signOnMode: 'BROWSER_PLUGIN',
      settings: {
        app: {
          ...{ targetURL: at, buttonSelector: '#go', passwordSelector: '#word', userNameSelector: '#who' },
          ...{ extraFieldSelector: '#firm', extraFieldValue: 'acme' },
        },
      },
    },
  ],
  [
    'template_sps',
    {
      name: 'template_sps',
      signOnMode: 'SECURE_PASSWORD_STORE',
      settings: { app: { url: at, passwordField: 'word', usernameField: 'who' } },
    },
  ],
  [
    'sandbox_autologin_1',
    { signOnMode: 'AUTO_LOGIN', settings: { signOn: { loginUrl: at, redirectUrl: `${at}/in` } } },
  ],
  [
    'template_wsfed',
    {
      name: 'template_wsfed',
      signOnMode: 'WS_FEDERATION',
      settings: {
        app: {
          ...{ audienceRestriction: 'urn:app', realm: 'urn:realm', wReplyURL: at, wReplyOverride: false, siteURL: at },
          ...{ groupName: null, groupFilter: null, groupValueFormat: 'windowsDomainQualifiedName' },
          ...{ attributeStatements: null, usernameAttribute: 'username' },
          nameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
          authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
        },
      },
    },
  ],
  ['sandbox_saml20_1', samlApp()],
  ['oidc_client', oidcApp()],
] as const;

/** How each of them is called in these tests. */
export const labels: Readonly<Record<string, string>> = {
  sandbox_autologin_1: 'Auto Login',
  sandbox_saml20_1: 'SAML 2.0',
};

/** What is asked of a signing request. */
export const csrMetadata = {
  subject: {
    ...{ countryName: 'US', stateOrProvinceName: 'California', localityName: 'San Francisco' },
    ...{ organizationName: 'Example', organizationalUnitName: 'Dev', commonName: 'SP' },
  },
  subjectAltNames: { dnsNames: ['dev.example.com'] },
};

/** What an authority answers to a signing request. @returns DER */
export async function answerTo(csr: string): Promise<Buffer> {
  const request = new x509.Pkcs10CertificateRequest(Buffer.from(csr, 'base64'));
  const spki = createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' });
  const { e = '', n = '' } = spki.export({ format: 'jwk' });
  const now = Date.now();
  return issue({
    ...{ key: { kty: 'RSA', e, n }, issuerKey: await makeRsaKey(), subject: 'CN=SP', issuer: 'CN=an authority' },
    ...{ notBefore: now - 60_000, notAfter: now + 365 * 86_400_000 },
  });
}

/** Signs in with a password. @returns the token that a session is made of */
export async function sessionToken(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/authn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const { status, sessionToken: token } = (await answer.json()) as { status: string; sessionToken?: string };
  if (token === undefined) throw new Error(`sign-in ended in ${answer.status} ${status}`);
  return token;
}

/** A code of the secret by the clock of the sandbox, so many steps away. */
export async function codeOf(url: string, secret: string, steps = 0): Promise<string> {
  const { now } = (await (await fetch(`${url}/_sandbox/clock`)).json()) as { now: number };
  return new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: now + steps * 30_000 });
}

/** A person who is active and has a password. */
export const person = (name: string) => ({
  profile: { firstName: name, lastName: 'Low', email: `${name}@example.com`, login: `${name}@example.com` },
  credentials: { password: { value: PASSWORD } },
});
