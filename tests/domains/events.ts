import { domainCertificate } from '../support/domain-certificate.js';
import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const made = async (org: TestOrg, domain = 'login.acme.com'): Promise<string> =>
  `/domains/${await done(org, post('/domains', { domain }))}`;

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'createDomain',
    'a new name',
    async () => post('/domains', { domain: 'login.acme.com' }),
    ['system.custom_url_domain.initiate'],
  ],
  ['verifyDomain', 'found', async (org) => post(`${await made(org)}/verify`), ['system.custom_url_domain.verify']],
  ['verifyDomain', 'not found', async (org) => post(`${await made(org, 'login.example.com')}/verify`), []],
  [
    'createCertificate',
    'verified',
    async (org) => {
      const path = await made(org);
      await done(org, post(`${path}/verify`));
      return put(`${path}/certificate`, (await domainCertificate('login.acme.com')).body);
    },
    ['system.custom_url_domain.cert_upload'],
  ],
  ['deleteDomain', 'new', async (org) => remove(await made(org)), ['system.custom_url_domain.delete']],
];

const targets = ['CustomDomain'];

export const facts: FactsByType = {
  'system.custom_url_domain.initiate': { message: 'Custom URL domain setup is initiated', legacy: null, targets },
  'system.custom_url_domain.verify': { legacy: null, targets },
  'system.custom_url_domain.cert_upload': { legacy: null, targets },
  'system.custom_url_domain.delete': { message: 'Custom URL domain is deleted', legacy: null, targets },
};
