import * as z from 'zod';
import { systemScopeNames } from '../../../objects/authorization-servers/system.js';
import { foldKey } from '../../../store/rows/spec.js';
import { checkName, report } from '../findings.js';
import { id, text, time } from '../parts.js';
import type { Checking, Section } from '../section.js';
import { authorizationServers } from './authorization-servers.js';

const held = {
  /** The app's label. */
  app: text,
  /** The name of an authorization server; the org's own without it. */
  server: text.optional(),
  /** Names of scopes. */
  scopes: z.array(text).min(1),
  created: time,
};

const refreshToken = z.strictObject({ id: id('oar'), user: text, ...held, expires: time });

/** A refresh token that an app holds for a user. */
export type SeedRefreshToken = z.infer<typeof refreshToken>;

const consent = z.strictObject({ id: id('oag'), user: text.optional(), ...held });

/** What a user, or without one an administrator, lets an app do. */
export type SeedConsent = z.infer<typeof consent>;

type Held = Pick<SeedConsent, 'app' | 'server' | 'user' | 'scopes'>;

const nameOf = ({ user = '', app, server = '' }: Held): string => `${user} ${app} ${server}`;

function check(items: readonly Held[], checking: Checking): void {
  const servers = checking.items(authorizationServers);
  for (const item of items) {
    checkName(checking, item, ['app'], 'apps', item.app);
    if (item.user !== undefined) checkName(checking, item, ['user'], 'users', item.user);
    if (item.server === undefined) continue;
    const wanted = foldKey(item.server);
    if (!checkName(checking, item, ['server'], 'authorizationServers', item.server)) continue;
    const own = servers.find(({ name }) => foldKey(name) === wanted)?.scopes.map(({ name }) => name) ?? [];
    for (const [i, scope] of item.scopes.entries()) {
      if (![...systemScopeNames, ...own].includes(scope))
        report(checking, item, ['scopes', i], 'is no scope of the server');
    }
  }
}

/** Refresh tokens: one for each user, app and server. */
export const refreshTokens: Section<SeedRefreshToken> = {
  noun: 'refresh token',
  shape: refreshToken,
  nameOf,
  keyOf: (item) => foldKey(nameOf(item)),
  check,
};

/** Consents: one item for each user, app and server, with all scopes. */
export const consents: Section<SeedConsent> = {
  noun: 'consent',
  shape: consent,
  nameOf,
  keyOf: (item) => foldKey(nameOf(item)),
  check(items, checking) {
    check(items, checking);
    for (const item of items) {
      if (item.id !== undefined && item.scopes.length > 1) report(checking, item, ['id'], 'is that of one scope alone');
      if (item.user === undefined && item.server !== undefined) {
        report(
          checking,
          item,
          ['server'],
          "is for a user's consent: an app as such has scopes of the org's own server",
        );
      }
    }
  },
};
