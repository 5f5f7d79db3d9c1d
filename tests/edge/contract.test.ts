import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { OktaError } from '../../contract/errors.js';
import type { Route } from '../../contract/routes.js';
import { paths } from '../../generated/paths.js';
import { routes } from '../../generated/routes.js';
import { handlersOf } from '../../handlers/index.js';
import { applyOverlay } from '../../scripts/codegen/overlay.js';
import { vendorDocument } from '../../scripts/codegen/source.js';
import { match } from '../../server/router.js';
import { coerceQuery } from '../../server/validate.js';
import { routeOf } from '../support/contract-arbitrary.js';

const generated = new URL('../../generated/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, generated), 'utf8');
const contract = JSON.parse(read('openapi.json'));
const { schemas } = contract.components;
const all: readonly Route[] = routes;

type Responses = Record<string, { 'x-mockta-besides'?: true }>;
const operations = Object.values<Record<string, { operationId: string; summary: string; responses: Responses }>>(
  contract.paths,
).flatMap((item) => Object.values(item));

describe('the route table', () => {
  test('holds the 341 operations of 26 groups, each once', () => {
    const count = (method: string): number => all.filter((route) => route.method === method).length;
    expect([all.length, count('get'), count('post'), count('put'), count('delete')]).toEqual([341, 131, 118, 37, 55]);
    expect(new Set(all.map((route) => route.group)).size).toBe(26);
    expect(new Set(all.map((route) => route.operationId)).size).toBe(341);
  });

  test('leads every path to its own operation, a literal segment before a parameter', () => {
    for (const route of all) {
      const path = route.path.replace(/:\w+/g, 'x');
      const search = 'when' in route ? new URLSearchParams(route.when).toString() : '';
      expect(match(route.method.toUpperCase(), path, search)).toMatchObject({
        route: { operationId: route.operationId },
      });
    }
  });

  test('names the paths that links are made from', () => {
    for (const route of all) expect(paths[route.operationId]).toBe(route.path.replace(/:(\w+)/g, '{$1}'));
  });

  test('has a handler for each of its 341 operations', async () => {
    expect(all).toHaveLength(341);
    for (const { operationId, group } of all) expect(Object.keys(await handlersOf(group))).toContain(operationId);
  });
});

describe('statuses follow real answers', () => {
  test.each([
    [204, ['deactivateOrDeleteUser', 'deleteApplication', 'deletePolicy', 'deleteOrigin', 'deleteNetworkZone']],
    [204, ['addApplicationTargetToAdminRoleForUser', 'addGroupTargetToRole', 'activatePolicyRule']],
    [200, ['grantConsentToScope', 'setDefaultProvisioningConnectionForApplication', 'deactivateUser', 'createGroup']],
    [201, ['createDomain', 'createAuthorizationServer', 'createOAuth2Claim', 'assignRoleToGroup', 'assignRoleToUser']],
    [202, ['deleteGroupRule']],
  ] as const)('%i', (status, ids) => {
    for (const id of ids) expect([id, routeOf(id).status]).toEqual([id, status]);
  });
});

describe('what 2.16.0 added', () => {
  test('the metadata operation', () => {
    const { get } = contract.paths['/api/v1/apps/{appId}/sso/saml/metadata'];
    expect(get).toMatchObject({ operationId: 'previewSAMLAppMetadata', tags: ['Application'] });
    expect(get.parameters).toContainEqual({ name: 'kid', in: 'query', required: true, schema: { type: 'string' } });
    expect(Object.keys(get.responses[200].content)).toEqual(['application/xml']);
  });

  test.each([
    ['AuthorizationServer.properties.issuerMode', 'DYNAMIC'],
    ['IdentityProvider.properties.issuerMode', 'DYNAMIC'],
    ['OpenIdConnectApplicationIssuerMode', 'DYNAMIC'],
    ['FactorType', 'signed_nonce'],
    ['RoleType', 'CUSTOM'],
    ['PolicyType', 'MFA_ENROLL'],
  ])('%s takes %s', (path, value) => {
    const found = path.split('.').reduce((node, key) => node[key], schemas);
    expect(found.enum).toContain(value);
    expect(found.enum.length).toBeGreaterThan(1);
  });

  test('members and models', () => {
    expect(contract.info.version).toBe('2.16.0');
    expect(schemas.ApplicationSettingsApplication.properties).toMatchObject({
      acsUrl: { type: 'string' },
      buttonField: { type: 'string' },
      loginUrlRegex: { type: 'string' },
      orgName: { type: 'string' },
      passwordField: { type: 'string' },
      url: { type: 'string' },
      usernameField: { type: 'string' },
    });
    expect(schemas.AuthorizationServer.properties.default).toEqual({ type: 'boolean', readOnly: true });
    expect(schemas.SamlApplicationSettingsSignOn.properties.samlSignedRequestEnabled).toEqual({ type: 'boolean' });
    expect(schemas.Policy.discriminator.mapping.MFA_ENROLL).toBe('#/components/schemas/MultifactorEnrollmentPolicy');
    expect(schemas.MultifactorEnrollmentPolicyAuthenticatorType.enum).toHaveLength(15);
    expect(schemas.MultifactorEnrollmentPolicyAuthenticatorStatus.enum).toEqual([
      'NOT_ALLOWED',
      'OPTIONAL',
      'REQUIRED',
    ]);
  });
});

describe('the document', () => {
  test('names no model that it does not have', () => {
    const references = new Set(
      [...read('openapi.json').matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
    );
    for (const name of references) expect(Object.keys(schemas)).toContain(name);
  });

  test('describes a success and a refusal of each operation, under a title made from its id', () => {
    expect(operations).toHaveLength(340);
    for (const { summary, operationId, responses } of operations) {
      const usual = Object.keys(responses).filter((status) => !responses[status]?.['x-mockta-besides']);
      expect(usual).toEqual([expect.stringMatching(/^20[0124]$/), 'default']);
      expect(summary.replaceAll(' ', '').toLowerCase()).toBe(operationId.toLowerCase());
    }
  });

  test('keeps read-only marks and knows one path for the two that differ in a query', () => {
    expect(schemas.User.properties.id).toEqual({ type: 'string', readOnly: true });
    const { post } = contract.paths['/api/v1/users/{userId}/lifecycle/expire_password'];
    expect(post.parameters).toContainEqual({ in: 'query', name: 'tempPassword', schema: { type: 'boolean' } });
    expect(post.responses[200].content['application/json'].schema.anyOf).toHaveLength(2);
  });

  test('carries none of the vendor’s prose', () => {
    const prose = new Set<string>();
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        const told = typeof value === 'string' && (key === 'description' || key === 'summary');
        if (told && value.split(' ').length > 3) prose.add(value);
        else collect(value);
      }
    };
    collect(vendorDocument());
    expect(prose.size).toBeGreaterThan(200);
    const files = [
      'openapi.json',
      'schema.ts',
      'routes.ts',
      ...readdirSync(new URL('validators', generated)).map((f) => `validators/${f}`),
    ];
    const titles = new Set(operations.map(({ summary }) => summary.toLowerCase()));
    for (const file of files) {
      const text = read(file);
      const kept = [...prose].filter((told) => text.includes(told) && !titles.has(told.toLowerCase()));
      expect([file, kept]).toEqual([file, []]);
    }
  });
});

describe('overlays', () => {
  const info = { title: 'T', version: '1' };
  const apply = (doc: object, action: { target: string; update?: unknown; remove?: boolean }): object =>
    applyOverlay(doc, { overlay: '1.0.0', info, actions: [{ description: 'why', ...action }] });

  test('merge objects, grow arrays, replace the rest', () => {
    const doc = { a: { b: { c: 1 }, list: [1] }, "it's": { n: 1 } };
    expect(apply(structuredClone(doc), { target: '$.a', update: { b: { d: 2 } } })).toMatchObject({
      a: { b: { c: 1, d: 2 } },
    });
    expect(apply(structuredClone(doc), { target: '$.a.list', update: [2, 3] })).toMatchObject({
      a: { list: [1, 2, 3] },
    });
    expect(apply(structuredClone(doc), { target: '$.a.b.c', update: 9 })).toMatchObject({ a: { b: { c: 9 } } });
    expect(apply(structuredClone(doc), { target: '$["it\'s"].n', update: 2 })).toMatchObject({ "it's": { n: 2 } });
  });

  test('remove members and items', () => {
    expect(apply({ a: { b: 1, c: 2 } }, { target: '$.a.b', remove: true })).toEqual({ a: { c: 2 } });
    expect(apply({ a: [{ x: 1 }, { x: 2 }, { x: 1 }] }, { target: '$.a[?(@.x == 1)]', remove: true })).toEqual({
      a: [{ x: 2 }],
    });
  });

  test('fail where the target matches nothing, and without a reason', () => {
    expect(() => apply({ a: 1 }, { target: '$.b', update: 1 })).toThrow('$.b matches nothing');
    const silent = { target: '$.a', description: '', update: 2 };
    expect(() => applyOverlay({ a: 1 }, { overlay: '1.0.0', info, actions: [silent] })).toThrow('no description');
  });
});

describe('the query', () => {
  const users = routeOf('listUsers');
  const create = routeOf('createUser');

  test('is typed by its operation', () => {
    expect(coerceQuery(users, 'limit=5&q=7&zz=true&filter=id%20eq%20%22a%22')).toEqual({
      limit: 5,
      q: '7',
      zz: 'true',
      filter: 'id eq "a"',
    });
    expect(coerceQuery(create, 'activate=false&provider=TRUE')).toEqual({ activate: false, provider: true });
    expect(coerceQuery(users, 'limit=5&limit=7')).toEqual({ limit: 7 });
  });

  test('costs nothing where there is none', () => {
    expect(coerceQuery(users, '')).toBe(coerceQuery(create, ''));
    expect(Object.isFrozen(coerceQuery(users, ''))).toBe(true);
  });

  test.each(['limit=abc', 'limit=1.5', 'limit=1e3', 'limit=0x10', `limit=${'9'.repeat(400)}`])(
    'refuses %s',
    (search) => {
      expect(() => coerceQuery(users, search)).toThrow(OktaError);
      expect(() => coerceQuery(users, search)).toThrow(expect.objectContaining({ code: 'E0000037', status: 400 }));
    },
  );

  test('refuses what is no boolean', () => {
    expect(() => coerceQuery(create, 'activate=yes')).toThrow(OktaError);
  });

  test('cannot reach a prototype', () => {
    const query = coerceQuery(users, '__proto__=x&constructor=y&toString=z');
    expect(Object.getPrototypeOf(query)).toBe(Object.getPrototypeOf({}));
    expect({ ...query }).toEqual({ constructor: 'y', toString: 'z' });
  });
});
