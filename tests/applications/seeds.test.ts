import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import { certificateOf } from '../support/credentials.js';
import { suiteOrg } from '../support/org.js';

describe('the seed acme', () => {
  const org = suiteOrg({ seed: 'acme', shared: true });
  const appOf = async (label: string) => (await org.get(`/api/v1/apps?q=${encodeURIComponent(label)}`)).body[0];
  const names = async (label: string): Promise<string[]> => {
    const { body } = await org.get(`/api/v1/apps/${(await appOf(label)).id}/users?limit=200`);
    return body.map(({ credentials }: { credentials: { userName: string } }) => credentials.userName).sort();
  };

  test('gives apps to people by their groups, by the names that the apps make of theirs', async () => {
    // Who was never activated has none.
    expect(await names('Canteen')).toHaveLength(25);
    expect(await names('Ledger')).toEqual(expect.arrayContaining(['mei.chen', 'nora.lindqvist', 'priya.raman']));
    expect(await names('Salesforce')).toEqual(['elena.marchetti@acme.example']);
    expect(await names('Old Wiki')).toEqual([]);
  });

  test('maps what its portal has of its own', async () => {
    const portal = await appOf('Acme Portal');
    expect(portal.credentials.oauthClient.client_id).toBe('acme-portal');
    const { id } = (await org.get('/api/v1/users/jonas.weber@acme.example')).body;
    const { profile } = (await org.get(`/api/v1/apps/${portal.id}/users/${id}`)).body;
    expect([profile.costCentre, profile.given_name]).toEqual(['ENGINEERING', 'Jonas']);
  });

  test('signs for its SAML apps by keys that are named', async () => {
    const [build, sales] = [await appOf('Build Server'), await appOf('Salesforce')];
    expect(build.name).toBe('acme_buildserver_1');
    expect(build.credentials.signing.kid).toMatch(/^[\w-]{43}$/);
    expect(sales.credentials.signing.kid).not.toBe(build.credentials.signing.kid);
  });

  test.each(['Build Server', 'Salesforce', 'Acme Portal'])('has the key that %s names', async (label) => {
    const { id, credentials, signOnMode } = await appOf(label);
    const { kid } = credentials.signing;
    expect((await org.get(`/api/v1/apps/${id}/credentials/keys/${kid}`)).status).toBe(200);
    const keys = (await org.get(`/api/v1/apps/${id}/credentials/keys`)).body;
    expect(keys.map((key: { kid: string }) => key.kid)).toEqual([kid]);
    certificateOf(keys[0]);
    if (signOnMode !== 'SAML_2_0') return;
    const metadata = await org.get(`/api/v1/apps/${id}/sso/saml/metadata?kid=${kid}`, { accept: 'application/xml' });
    expect([metadata.status, metadata.text.replaceAll(/\s/g, '').includes(keys[0].x5c[0])]).toEqual([200, true]);
  });

  test('shows a picture for each app', async () => {
    for (const { _links } of (await org.get('/api/v1/apps?limit=200')).body) {
      const { status, headers } = await org.get(new URL(_links.logo[0].href).pathname);
      expect([status, headers['content-type']]).toEqual([200, expect.stringMatching('^image/')]);
    }
    expect((await org.get('/assets/img/logos/none.png')).status).toBe(404);
  });
});

test.each([
  ['apps:\n  - {label: A, name: nothing}\n', 'apps[0].name is wrong: the catalogue has no "nothing"'],
  ['apps:\n  - {label: A, name: bookmark}\n', 'apps[0] is wrong: url: The field cannot be left blank'],
  ['apps:\n  - {label: A, name: saasurf, system: true}\n', 'apps[0].name is none of the apps that come with an org'],
  [
    'apps:\n  - {label: A, name: slack, groups: [Evryone]}\n',
    'apps[0].groups[0] names the group "Evryone", which is not in the seed (did you mean Everyone?)',
  ],
  ['apps:\n  - {label: A, name: slack, mappings: {x: "user.("}}\n', 'apps[0].mappings.x is no expression'],
])('a seed with %s is told what is wrong', async (text, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'mockta-apps-'));
  try {
    const file = join(folder, 'a.yaml');
    writeFileSync(file, `org: {subdomain: a}\n${text}`);
    await expect(loadSeed(file)).rejects.toThrow(message);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
