import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import { suiteOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-servers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SERVERS = '/api/v1/authorizationServers';

async function problems(text: string): Promise<string> {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, text);
  try {
    await loadSeed(file);
  } catch (error) {
    return String(error);
  }
  return '';
}

describe("the servers of Acme's seed", () => {
  const org = suiteOrg({ seed: 'acme', shared: true });
  const orders = async () => (await org.get(SERVERS)).body.find((server: { name: string }) => server.name === 'Orders');

  test('have scopes, claims and policies of their own, beside what every server has', async () => {
    const { id } = await orders();
    const named = async (part: string): Promise<string[]> =>
      (await org.get(`${SERVERS}/${id}/${part}`)).body.map(({ name }: { name: string }) => name);
    expect((await named('scopes')).slice(0, 4)).toEqual(['orders:read', 'orders:write', 'reports:run', 'openid']);
    expect(await named('claims')).toEqual(expect.arrayContaining(['sub', 'department', 'teams']));
    expect(await named('policies')).toEqual(['People', 'Services']);
    const [people, services] = (await org.get(`${SERVERS}/${id}/policies`)).body;
    expect(people.conditions.clients.include).toEqual(['acme-portal', 'acme-mobile']);
    const finance = org.store.groups.by('name', 'finance')?.id;
    const rulesOf = async ({ id: policyId }: { id: string }) =>
      (await org.get(`${SERVERS}/${id}/policies/${policyId}/rules`)).body;
    expect((await rulesOf(people))[0]).toMatchObject({
      name: 'Finance',
      priority: 1,
      conditions: { people: { groups: { include: [finance] } } },
      actions: { token: { accessTokenLifetimeMinutes: 30 } },
    });
    expect((await rulesOf(services))[0].conditions.people).toEqual({ users: { exclude: [] } });
  });

  test('have issued a token, for which a user has consented', async () => {
    const { id } = await orders();
    const [client] = (await org.get(`${SERVERS}/${id}/clients`)).body;
    expect(client).toMatchObject({ client_id: 'acme-portal', client_name: 'Acme Portal' });
    const user = '/api/v1/users/elena.marchetti@acme.example';
    const [token] = (await org.get(`${user}/clients/acme-portal/tokens`)).body;
    expect(token).toMatchObject({ expiresAt: '2026-04-15T09:30:00.000Z', issuer: `${org.url}/oauth2/${id}` });
    const grants = (await org.get(`${user}/grants?expand=scope`)).body;
    const scopes = grants.map((grant: { _embedded: { scope: { name: string } } }) => grant._embedded.scope.name);
    expect(scopes).toEqual(['orders:read', 'orders:write']);
  });
});

describe('a seed', () => {
  const server = (more: string): string =>
    `org: {subdomain: a}\nauthorizationServers:\n  - {name: S, audiences: [s], ${more}}\n`;

  test.each([
    ['no such client', server('policies: [{name: P, clients: [Nobody]}]'), 'names the app "Nobody"'],
    [
      'no such group',
      server('policies: [{name: P, rules: [{name: R, groups: [None], grantTypes: [implicit]}]}]'),
      'names the group "None"',
    ],
    ['no such grant', server('policies: [{name: P, rules: [{name: R, grantTypes: [guess]}]}]'), 'grantTypes'],
    ['two defaults', server('default: true'), 'can be true of one server only'],
    ['a domain for no use', server('customDomain: id.acme.example'), 'goes with the issuer mode CUSTOM_URL'],
    [
      'a filter for no groups',
      server('claims: [{name: c, value: v, groupFilterType: EQUALS}]'),
      'goes with the value type GROUPS',
    ],
    [
      'no such scope',
      'org: {subdomain: a}\nconsents:\n  - {user: admin@mockta.example, app: Okta Dashboard, server: default, scopes: [x]}\n',
      'is no scope of the server',
    ],
    [
      'no such user',
      'org: {subdomain: a}\nrefreshTokens:\n  - {user: nobody, app: Okta Dashboard, scopes: [openid]}\n',
      'names the user "nobody"',
    ],
  ])('with %s is refused', async (_, text, say) => {
    expect(await problems(text)).toContain(say);
  });

  test('may have a server with a domain of its own, whose issuer names it', async () => {
    expect(await problems(server('issuerMode: CUSTOM_URL, customDomain: id.acme.example'))).toBe('');
  });
});
