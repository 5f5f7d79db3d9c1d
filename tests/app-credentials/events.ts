import { bookmark, idOf, made, oidcApp, org2org } from '../applications/made.js';
import { answerTo, PEM, pemOf } from '../support/credentials.js';
import { type Ask, type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

/** Paths of these helpers begin after `/api/v1`. */
const app = async (in_: TestOrg, body: object = bookmark): Promise<string> =>
  (await made(in_, body)).replace('/api/v1', '');
const names = { subject: { commonName: 'SP' } };
const token = { profile: { authScheme: 'TOKEN', token: 'a-secret-token' } };
const updated = ['application.lifecycle.update'];

const request = async (in_: TestOrg): Promise<string> => {
  const path = `${await app(in_)}/credentials/csrs`;
  return `${path}/${await done(in_, post(path, names))}`;
};

async function published(in_: TestOrg): Promise<Ask> {
  const path = await request(in_);
  const [row] = in_.store.signingRequests.all();
  if (!row) throw new Error('no signing request was made');
  return { ...post(`${path}/lifecycle/publish`, pemOf(await answerTo(in_, row.privateJwk))), headers: PEM };
}

async function cloned(in_: TestOrg): Promise<string> {
  const [from, to] = [await app(in_), await app(in_)];
  await done(in_, post(`${from}/credentials/keys/generate?validityYears=2`));
  const [key] = in_.store.appKeys.where('app', idOf(from));
  return `${from}/credentials/keys/${key?.kid}/clone?targetAid=${idOf(to)}`;
}

const secrets = async (in_: TestOrg): Promise<string> => `${await app(in_, oidcApp())}/credentials/secrets`;
async function second(in_: TestOrg, ...actions: string[]): Promise<string> {
  const path = await secrets(in_);
  const secret = `${path}/${await done(in_, post(path))}`;
  for (const action of actions) await done(in_, post(`${secret}/lifecycle/${action}`));
  return secret;
}

const connection = async (in_: TestOrg, query = ''): Promise<string> => {
  const path = `${await app(in_, org2org)}/connections/default`;
  await done(in_, post(path + query, token));
  return path;
};

const consent = (in_: TestOrg): object => ({ issuer: in_.url, scopeId: 'okta.users.read' });
const grant = async (in_: TestOrg): Promise<string> => {
  const path = `${await app(in_, oidcApp())}/grants`;
  return `${path}/${await done(in_, post(path, consent(in_)))}`;
};

async function issued(in_: TestOrg): Promise<string> {
  const path = await app(in_, oidcApp());
  const userId = (await createPerson(in_, 1)).id;
  const time = '2026-01-15T09:30:00.000Z';
  const dates = { created: time, lastUpdated: time, expires: '2026-02-15T09:30:00.000Z' };
  const row = { status: 'ACTIVE' as const, userId, clientId: idOf(path), authServerId: null, scopes: ['openid'] };
  const { id } = in_.sandbox.org.store.transaction(() => in_.store.oauthTokens.insert({ ...row, ...dates }));
  return `${path}/tokens/${id}`;
}

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const logo = Buffer.concat([
  Buffer.from('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n'),
  GIF,
  Buffer.from('\r\n--x--\r\n'),
]);

const keyCases: readonly Case[] = [
  [
    'generateApplicationKey',
    '',
    async (in_) => post(`${await app(in_)}/credentials/keys/generate?validityYears=2`),
    ['app.keys.generate'],
  ],
  ['cloneApplicationKey', '', async (in_) => post(await cloned(in_)), ['app.keys.clone']],
  [
    'generateCsrForApplication',
    '',
    async (in_) => post(`${await app(in_)}/credentials/csrs`, names),
    ['app.app_instance.csr.generate'],
  ],
  ['revokeCsrFromApplication', '', async (in_) => remove(await request(in_)), ['app.app_instance.csr.revoke']],
  ['publishCsrForApplication', '', published, ['app.app_instance.csr.publish']],
  [
    'createNewClientSecretForApplication',
    '',
    async (in_) => post(await secrets(in_)),
    ['app.oauth2.credentials.lifecycle.create'],
  ],
  [
    'deactivateClientSecretForApplication',
    'active',
    async (in_) => post(`${await second(in_)}/lifecycle/deactivate`),
    ['app.oauth2.credentials.lifecycle.deactivate'],
  ],
  [
    'activateClientSecretForApplication',
    'inactive',
    async (in_) => post(`${await second(in_, 'deactivate')}/lifecycle/activate`),
    ['app.oauth2.credentials.lifecycle.activate'],
  ],
  [
    'deleteClientSecretForApplication',
    'inactive',
    async (in_) => remove(await second(in_, 'deactivate')),
    ['app.oauth2.credentials.lifecycle.delete'],
  ],
];

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ...keyCases,
  [
    'setDefaultProvisioningConnectionForApplication',
    '',
    async (in_) => post(`${await app(in_, org2org)}/connections/default`, token),
    updated,
  ],
  [
    'activateDefaultProvisioningConnectionForApplication',
    'set',
    async (in_) => post(`${await connection(in_)}/lifecycle/activate`),
    updated,
  ],
  [
    'deactivateDefaultProvisioningConnectionForApplication',
    'active',
    async (in_) => post(`${await connection(in_, '?activate=true')}/lifecycle/deactivate`),
    updated,
  ],
  [
    'updateFeatureForApplication',
    '',
    async (in_) => {
      const path = await connection(in_, '?activate=true');
      return put(`${path.replace('connections/default', 'features')}/USER_PROVISIONING`, {});
    },
    updated,
  ],
  [
    'grantConsentToScope',
    '',
    async (in_) => post(`${await app(in_, oidcApp())}/grants`, consent(in_)),
    ['app.oauth2.admin.consent.grant'],
  ],
  ['revokeScopeConsentGrant', '', async (in_) => remove(await grant(in_)), ['app.oauth2.admin.consent.revoke']],
  ['revokeOAuth2TokenForApplication', '', async (in_) => remove(await issued(in_)), ['app.oauth2.as.token.revoke']],
  [
    'revokeOAuth2TokensForApplication',
    '',
    async (in_) => remove((await issued(in_)).replace(/tokens\/.*/, 'tokens')),
    ['app.oauth2.token.revoke.implicit.client'],
  ],
  [
    'uploadApplicationLogo',
    '',
    async (in_) => ({
      ...post(`${await app(in_)}/logo`, logo),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
    ['application.configuration.update_logo'],
  ],
  [
    'updateApplicationPolicy',
    '',
    async (in_) => {
      const policy = { type: 'ACCESS_POLICY', name: 'Strict', description: 'x' };
      return put(`${await app(in_)}/policies/${await done(in_, post('/policies', policy))}`);
    },
    ['policy.mapping.create'],
  ],
];

const ofApp = ['AppInstance'];
const secret = { legacy: null, targets: ['AppInstance', 'ClientSecret'] };

export const facts: FactsByType = {
  'app.oauth2.admin.consent.grant': {
    message: 'Administrator consent granted for scope',
    legacy: 'app.oauth2.admin.consent.grant_success',
    targets: ['AppInstance', 'scope'],
  },
  'app.oauth2.admin.consent.revoke': {
    message: 'Administrator consent revoked for scope',
    legacy: 'app.oauth2.admin.consent.revoke_success',
    targets: ['AppInstance', 'scope'],
  },
  'app.oauth2.as.token.revoke': {
    message: 'OAuth2 token revocation request',
    legacy: 'app.oauth2.as.token.revoke_success',
    targets: ['User', 'AppInstance'],
  },
  'app.oauth2.credentials.lifecycle.activate': secret,
  'app.oauth2.credentials.lifecycle.create': { ...secret, message: 'Create OAuth2 client credential' },
  'app.oauth2.credentials.lifecycle.deactivate': secret,
  'app.oauth2.credentials.lifecycle.delete': secret,
  'app.oauth2.token.revoke.implicit.client': {
    message: 'Tokens revoked for client',
    legacy: 'app.oauth2.token.revoke.implicit.client_success',
    targets: ofApp,
  },
  'application.configuration.update_logo': {
    message: 'Change app logo',
    legacy: 'app.app_instance.logo_update',
    targets: ofApp,
  },
  'policy.mapping.create': {
    message: 'Create policy mapping',
    legacy: null,
    targets: ['PolicyEntity', 'AppInstance'],
  },
};
