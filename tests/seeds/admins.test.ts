import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import { testOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-admins-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string): string {
  const file = join(folder, 'seed.yaml');
  writeFileSync(file, text);
  return file;
}

test.each([
  ['a role of nobody', 'roles: [{ type: ORG_ADMIN }]', 'is of a user or of a group'],
  ['a logo that is no image', 'org: { logo: aGVsbG8= }', 'org.logo is wrong: must be a PNG, JPG or GIF'],
  ['a role of two', 'roles: [{ type: ORG_ADMIN, user: admin@mockta.example, group: Everyone }]', 'is of a user or'],
  ['a role of another type', 'roles: [{ type: KING, group: Everyone }]', 'roles[0].type is wrong'],
  ['a role of an unknown user', 'roles: [{ type: ORG_ADMIN, user: x@y.example }]', 'names the user "x@y.example", who'],
  [
    'targets that the role does not take',
    'roles: [{ type: ORG_ADMIN, group: Everyone, targetGroups: [Everyone] }]',
    'targetGroups is not for a role of type ORG_ADMIN',
  ],
  ['an unknown app', 'roles: [{ type: APP_ADMIN, group: Everyone, targetApps: [nothing] }]', 'names the app "nothing"'],
  [
    'a custom role without one',
    'roles: [{ type: CUSTOM, group: Everyone }]',
    'customRole is needed by the type CUSTOM',
  ],
  [
    'an origin with a path',
    'trustedOrigins: [{ name: A, origin: https://a.example/x, scopes: [CORS] }]',
    'origin is no origin',
  ],
  [
    'an origin twice',
    'trustedOrigins: [{ name: A, origin: https://a.example, scopes: [CORS] }, { name: B, origin: https://A.example, scopes: [CORS] }]',
    'is the origin of another',
  ],
  [
    'features in a circle',
    'features: [{ name: A, needs: [b] }, { name: B, needs: [C] }, { name: C, needs: [A] }]',
    'leads round in a circle: A -> B -> C -> A',
  ],
  [
    'a feature that is on without what it needs',
    'features: [{ name: A, enabled: true, needs: [B] }, { name: B }]',
    'names a feature that is not enabled',
  ],
])('a seed with %s is refused', async (_, text, expected) => {
  const error: Error = await loadSeed(write(text)).then(
    () => new Error('the seed was taken'),
    (thrown: Error) => thrown,
  );
  expect(error.message).toContain(expected);
});

test('the company that ships has administrators, an origin and features', async () => {
  const org = await testOrg({ seed: 'acme' });
  const typesOf = async (path: string): Promise<string[]> =>
    (await org.get(path)).body.map(({ type }: { type: string }) => type);
  // Of her own, and of the group Leadership.
  expect(await typesOf('/api/v1/users/nora.lindqvist@acme.example/roles')).toContain('ORG_ADMIN');
  const paul = '/api/v1/users/paul.janssen@acme.example/roles';
  expect(await typesOf(paul)).toEqual(['HELP_DESK_ADMIN']);
  const targets = (await org.get(`${paul}/JBCUYUC7IRCVGS27IFCE2SKO/targets/groups`)).body;
  expect(targets.map(({ profile }: { profile: { name: string } }) => profile.name)).toEqual(['Engineering', 'Finance']);
  expect((await org.get('/api/v1/users/ruth.adeyemi@acme.example/roles')).body[0]).toMatchObject({
    type: 'CUSTOM',
    label: 'Badge office',
    role: expect.stringMatching(/^cr0/),
    'resource-set': expect.stringMatching(/^iam/),
  });
  expect((await org.get('/api/v1/trustedOrigins?q=Acme')).body[0].origin).toBe('http://localhost:3000');
  const enabled = (await org.get('/api/v1/features')).body.filter(
    (one: { status: string }) => one.status === 'ENABLED',
  );
  expect(enabled.map(({ name }: { name: string }) => name)).toEqual(['Sign-in insights', 'Badge readers']);
  await org.close();
});
