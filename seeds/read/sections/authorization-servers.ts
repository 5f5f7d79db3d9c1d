import * as z from 'zod';
import { grantTypes } from '../../../objects/authorization-servers/grant-types.js';
import { systemScopeNames } from '../../../objects/authorization-servers/system.js';
import { checkNames, hint, report } from '../findings.js';
import { id, status, text } from '../parts.js';
import type { Path } from '../problems.js';
import type { Checking, Section } from '../section.js';

const scope = z.strictObject({
  id: id('scp'),
  name: text.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be printable ASCII without blanks, quotes and backslashes'),
  displayName: z.string().nullable().default(null),
  description: z.string().nullable().default(null),
  consent: z.enum(['REQUIRED', 'IMPLICIT', 'FLEXIBLE', 'ADMIN']).default('IMPLICIT'),
  metadataPublish: z.enum(['ALL_CLIENTS', 'NO_CLIENTS']).default('NO_CLIENTS'),
  optional: z.boolean().default(false),
  default: z.boolean().default(false),
});

const claim = z.strictObject({
  id: id('ocl'),
  name: text,
  status,
  claimType: z.enum(['IDENTITY', 'RESOURCE']).default('RESOURCE'),
  valueType: z.enum(['EXPRESSION', 'GROUPS']).default('EXPRESSION'),
  value: text,
  groupFilterType: z.enum(['STARTS_WITH', 'EQUALS', 'CONTAINS', 'REGEX']).nullable().default(null),
  /** Names of scopes; none for any. */
  scopes: z.array(text).default([]),
  alwaysIncludeInToken: z.boolean().default(true),
});

const minutes = z.int().min(0).max(2_628_000);

const rule = z.strictObject({
  id: id('0pr'),
  name: text.max(50),
  status,
  system: z.boolean().default(false),
  /** Names of groups, or `EVERYONE`; none where no user takes part. */
  groups: z.array(text).default(['EVERYONE']),
  grantTypes: z.array(z.enum(grantTypes)).min(1),
  /** Names of scopes, or `*`. */
  scopes: z.array(text).default(['*']),
  accessTokenLifetime: minutes.default(60),
  refreshTokenLifetime: minutes.default(0),
  refreshTokenWindow: minutes.default(10_080),
});

const policy = z.strictObject({
  id: id('00p'),
  name: text.max(50),
  description: z.string().default(''),
  status,
  system: z.boolean().default(false),
  /** Labels of apps, or `ALL_CLIENTS`. */
  clients: z.array(text).default(['ALL_CLIENTS']),
  rules: z.array(rule).default([]),
});

const server = z.strictObject({
  id: id('aus'),
  name: text,
  description: z.string().default(''),
  audiences: z.array(text).length(1),
  issuerMode: z.enum(['ORG_URL', 'CUSTOM_URL', 'DYNAMIC']).default('ORG_URL'),
  /** The domain that the issuer names, where the mode is CUSTOM_URL. */
  customDomain: text.nullable().default(null),
  status,
  default: z.boolean().default(false),
  rotationMode: z.enum(['AUTO', 'MANUAL']).default('AUTO'),
  scopes: z.array(scope).default([]),
  claims: z.array(claim).default([]),
  policies: z.array(policy).default([]),
});

/** Reports names of scopes that the server has not. */
function checkScopes(checking: Checking, item: SeedAuthorizationServer): void {
  const known = new Set([...systemScopeNames, ...item.scopes.map(({ name }) => name)]);
  const check = (path: Path, names: readonly string[]): void => {
    for (const [k, name] of names.entries()) {
      if (known.has(name)) continue;
      const message = `names the scope "${name}", which the server has not${hint(checking, name, known)}`;
      report(checking, item, [...path, k], message);
    }
  };
  for (const [i, { scopes }] of item.claims.entries()) check(['claims', i, 'scopes'], scopes);
  for (const [i, { rules }] of item.policies.entries()) {
    for (const [j, { scopes }] of rules.entries()) {
      if (!scopes.includes('*')) check(['policies', i, 'rules', j, 'scopes'], scopes);
    }
  }
}

/** An authorization server, with what it holds beside the system's scopes and claims. */
export type SeedAuthorizationServer = z.infer<typeof server>;

/** Authorization servers. */
export const authorizationServers: Section<SeedAuthorizationServer> = {
  noun: 'authorization server',
  shape: server,
  check(items, checking) {
    for (const item of items) {
      if ((item.issuerMode === 'CUSTOM_URL') !== (item.customDomain !== null)) {
        report(checking, item, ['customDomain'], 'goes with the issuer mode CUSTOM_URL, and only with it');
      }
      checkScopes(checking, item);
      for (const [i, { valueType, groupFilterType }] of item.claims.entries()) {
        if ((valueType === 'GROUPS') === (groupFilterType !== null)) continue;
        report(checking, item, ['claims', i, 'groupFilterType'], 'goes with the value type GROUPS, and only with it');
      }
      for (const [i, { rules, clients }] of item.policies.entries()) {
        const apps = clients.filter((client) => client !== 'ALL_CLIENTS');
        checkNames(checking, item, ['policies', i, 'clients'], 'apps', apps);
        for (const [j, { groups }] of rules.entries()) {
          const named = groups.filter((group) => group !== 'EVERYONE');
          checkNames(checking, item, ['policies', i, 'rules', j, 'groups'], 'groups', named);
        }
      }
    }
    const [, second] = items.filter((item) => item.default);
    if (second) report(checking, second, ['default'], 'can be true of one server only');
  },
};
