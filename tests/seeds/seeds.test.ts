import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seedFiles } from '../../scripts/codegen-seeds.js';
import { suiteOrg } from '../support/org.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-seeds-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the default seed', () => {
  const org = suiteOrg({ shared: true });

  test('holds an admin who owns the token', async () => {
    const { status, body } = await org.get('/api/v1/users/me');
    expect(status).toBe(200);
    expect(body.status).toBe('ACTIVE');
    expect(body.profile).toMatchObject({ login: 'admin@mockta.example', email: 'admin@mockta.example' });
  });

  test('holds the built-in groups', async () => {
    const { body } = await org.get('/api/v1/groups');
    expect(body.map((group: { type: string; profile: unknown }) => [group.type, group.profile])).toEqual([
      ['BUILT_IN', { name: 'Everyone', description: 'All users in your organization' }],
      [
        'BUILT_IN',
        {
          name: 'Okta Administrators',
          description: 'Okta manages this group, which contains all administrators in your organization.',
        },
      ],
    ]);
  });

  test('holds the default type with its schema, and the password policy', async () => {
    const { body: types } = await org.get('/api/v1/meta/types/user');
    expect(types).toHaveLength(1);
    expect(types[0]).toMatchObject({ name: 'user', displayName: 'User', default: true });
    expect(types[0].createdBy).toMatch(/^spr\w{17}$/);
    const [policy] = org.store.policies.where('type', 'PASSWORD');
    const everyone = org.store.groups.by('name', 'everyone');
    expect(policy).toMatchObject({ name: 'Default Policy', system: true, priority: 1, status: 'ACTIVE' });
    expect(policy?.conditions).toEqual({
      people: { groups: { include: [everyone?.id] } },
      authProvider: { provider: 'OKTA' },
    });
    expect(policy?.settings).toMatchObject({ password: { age: { historyCount: 4 }, lockout: { maxAttempts: 10 } } });
  });

  test('keeps the token as a hash only and writes no log event', () => {
    const { value } = JSON.parse(readFileSync(join(root, 'generated/seeds/default.json'), 'utf8')).tokens[0];
    expect(value).toMatch(/^00[\w-]{40}$/);
    expect(org.sandbox.token).toBe(value);
    expect(JSON.stringify(org.store.tokens.all())).not.toContain(value);
    expect(org.store.logs.count()).toBe(0);
  });
});

describe('the acme seed', () => {
  const org = suiteOrg({ seed: 'acme', shared: true });

  test('holds 25 people besides the admin', async () => {
    const { body } = await org.get('/api/v1/users');
    expect(body).toHaveLength(26);
    const departments = new Set(body.map((user: { profile: { department?: string } }) => user.profile.department));
    expect([...departments].sort()).toEqual([
      'Engineering',
      'Executive',
      'Finance',
      'People',
      'Sales',
      'Support',
      undefined,
    ]);
  });

  test('links people to their managers', async () => {
    const boss = org.store.users.by('login', 'jonas.weber@acme.example');
    const { body } = await org.get('/api/v1/users/mateo.silva@acme.example/linkedObjects/manager');
    expect(body).toEqual([{ _links: { self: { href: `${org.url}/api/v1/users/${boss?.id}` } } }]);
    const { body: team } = await org.get(`/api/v1/users/${boss?.id}/linkedObjects/subordinate`);
    expect(team).toHaveLength(3);
  });

  test('puts people into groups by name and by active rules', async () => {
    const members = async (name: string): Promise<string[]> => {
      const { body } = await org.get(`/api/v1/groups/${org.store.groups.by('name', name.toLowerCase())?.id}/users`);
      return body.map((user: { profile: { login: string } }) => user.profile.login.split('@')[0]).sort();
    };
    expect(await members('Leadership')).toHaveLength(6);
    expect(await members('Finance')).toEqual(['ingrid.solberg', 'lucas.ferreira', 'mei.chen', 'priya.raman']);
    expect(await members('Engineering')).toHaveLength(8);
    expect(await members('VPN Users')).toEqual(['chloe.martin', 'daniel.brooks', 'omar.haddad', 'tomas.okafor']);
    expect(await members('Everyone')).toHaveLength(26);
  });

  test('defines a custom property that its users have', async () => {
    const { body } = await org.get('/api/v1/meta/schemas/user/default');
    expect(body.definitions.custom.properties.badgeNumber).toMatchObject({ unique: 'UNIQUE_VALIDATED', minLength: 4 });
    const { body: user } = await org.get('/api/v1/users/nora.lindqvist@acme.example');
    expect(user.profile.badgeNumber).toBe('A-2101');
  });
});

describe('the compiled seeds', () => {
  test('are what their sources compile to, byte for byte', async () => {
    const files = await seedFiles();
    expect([...files.keys()]).toEqual(['generated/seeds/default.json', 'generated/seeds/acme.json']);
    for (const [file, content] of files) expect(readFileSync(join(root, file), 'utf8')).toBe(content);
  });

  test('are loaded without the parsers', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type).*? from '([^']+)'/gms);
      for (const [, name = ''] of imports) {
        if (name.startsWith('.')) visit(join(dirname(file), name.replace(/\.js$/, '.ts')));
        else packages.add(name);
      }
    };
    visit(join(root, 'seeds/load.ts'));
    visit(join(root, 'seeds/apply/apply.ts'));
    visit(join(root, 'seeds/migrate.ts'));
    expect(seen.size).toBeGreaterThan(4);
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual([]);
  });
});
