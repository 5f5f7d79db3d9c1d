import type { RsaPrivateJwk } from '../../store/rsa-pool.js';
import { answerTo, PEM, pemOf } from '../support/credentials.js';
import type { Case, FactsByType } from '../support/group-events.js';
import { done, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { certificate, facebook } from './bodies.js';

const idp = (in_: TestOrg, name = 'Faces'): Promise<string> => done(in_, post('/idps', { ...facebook, name }));
const names = { subject: { commonName: 'SP' } };
const request = async (in_: TestOrg): Promise<string> => {
  const path = `/idps/${await idp(in_)}/credentials/csrs`;
  return `${path}/${await done(in_, post(path, names))}`;
};

const made = (in_: TestOrg): RsaPrivateJwk => {
  const [row] = in_.store.signingRequests.all();
  if (!row) throw new Error('no signing request was made');
  return row.privateJwk;
};

async function trusted(in_: TestOrg): Promise<string> {
  await done(in_, post('/idps/credentials/keys', { x5c: [await certificate()] }));
  return in_.store.idpKeys.all()[0]?.id ?? '';
}

async function cloned(in_: TestOrg): Promise<string> {
  const [from, to] = [await idp(in_), await idp(in_, 'Others')];
  await done(in_, post(`/idps/${from}/credentials/keys/generate?validityYears=2`));
  const [key] = in_.store.idpSigningKeys.where('idp', from);
  return `/idps/${from}/credentials/keys/${key?.kid}/clone?targetIdpId=${to}`;
}

async function linked(in_: TestOrg): Promise<string> {
  const path = `/idps/${await idp(in_)}/users/${(await createPerson(in_, 1)).id}`;
  await done(in_, post(path, { externalId: 'x' }));
  return path;
}

async function inactive(in_: TestOrg): Promise<string> {
  const id = await idp(in_);
  await done(in_, post(`/idps/${id}/lifecycle/deactivate`));
  return id;
}

const updated = ['user.account.update_profile'];

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createIdentityProvider', '', async () => post('/idps', facebook), ['system.idp.lifecycle.create']],
  [
    'updateIdentityProvider',
    '',
    async (in_) => put(`/idps/${await idp(in_)}`, facebook),
    ['system.idp.lifecycle.update'],
  ],
  ['deleteIdentityProvider', '', async (in_) => remove(`/idps/${await idp(in_)}`), ['system.idp.lifecycle.delete']],
  [
    'deactivateIdentityProvider',
    'active',
    async (in_) => post(`/idps/${await idp(in_)}/lifecycle/deactivate`),
    ['system.idp.lifecycle.deactivate'],
  ],
  [
    'activateIdentityProvider',
    'inactive',
    async (in_) => post(`/idps/${await inactive(in_)}/lifecycle/activate`),
    ['system.idp.lifecycle.activate'],
  ],
  [
    'createIdentityProviderKey',
    '',
    async () => post('/idps/credentials/keys', { x5c: [await certificate()] }),
    ['system.idp.key.create'],
  ],
  [
    'deleteIdentityProviderKey',
    '',
    async (in_) => remove(`/idps/credentials/keys/${await trusted(in_)}`),
    ['system.idp.key.delete'],
  ],
  [
    'generateIdentityProviderSigningKey',
    '',
    async (in_) => post(`/idps/${await idp(in_)}/credentials/keys/generate?validityYears=2`),
    ['app.keys.generate'],
  ],
  ['cloneIdentityProviderKey', '', async (in_) => post(await cloned(in_)), ['app.keys.clone']],
  [
    'generateCsrForIdentityProvider',
    '',
    async (in_) => post(`/idps/${await idp(in_)}/credentials/csrs`, names),
    ['app.app_instance.csr.generate'],
  ],
  ['revokeCsrForIdentityProvider', '', async (in_) => remove(await request(in_)), ['app.app_instance.csr.revoke']],
  [
    'publishCsrForIdentityProvider',
    '',
    async (in_) => {
      const path = await request(in_);
      const privateJwk = made(in_);
      return { ...post(`${path}/lifecycle/publish`, pemOf(await answerTo(in_, privateJwk))), headers: PEM };
    },
    ['app.app_instance.csr.publish'],
  ],
  [
    'linkUserToIdentityProvider',
    '',
    async (in_) => post(`/idps/${await idp(in_)}/users/${(await createPerson(in_, 1)).id}`, { externalId: 'x' }),
    updated,
  ],
  ['unlinkUserFromIdentityProvider', '', async (in_) => remove(await linked(in_)), updated],
];

const targets = ['IdentityProvider'];
const owners = ['AppInstance|IdentityProvider'];

export const facts: FactsByType = {
  'app.app_instance.csr.generate': {
    message: 'Certificate signing request (CSR) generated',
    legacy: 'app.app_instance.csr.generate',
    targets: owners,
  },
  'app.app_instance.csr.publish': {
    message: 'Certificate signing request (CSR) published',
    legacy: 'app.app_instance.csr.publish',
    targets: owners,
  },
  'app.app_instance.csr.revoke': {
    message: 'Certificate signing request (CSR) revoked',
    legacy: 'app.app_instance.csr.revoke',
    targets: owners,
  },
  'app.keys.clone': { message: 'Application signing key cloned', legacy: 'app.keys.clone_legacy', targets: owners },
  'app.keys.generate': { message: 'New signing key generated', legacy: 'app.keys.generate_legacy', targets: owners },
  'system.idp.key.create': { message: 'Identity provider key credential created', legacy: null, targets },
  'system.idp.key.delete': { message: 'Identity provider key credential deleted', legacy: null, targets },
  'system.idp.lifecycle.activate': { legacy: null, targets },
  'system.idp.lifecycle.create': { legacy: null, targets },
  'system.idp.lifecycle.deactivate': { legacy: null, targets },
  'system.idp.lifecycle.delete': { legacy: null, targets },
  'system.idp.lifecycle.update': { legacy: null, targets },
};
