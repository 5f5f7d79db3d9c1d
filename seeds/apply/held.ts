import type { Store } from '../../store/types.js';
import type { SeedConsent, SeedRefreshToken } from '../read/sections/held.js';
import { type Applying, type Kind, pinned } from './applying.js';

/** How long a refresh token holds where the seed does not say: the org's own server gives them 90 days. */
const TERM = 90 * 86_400_000;

type Held = Pick<SeedConsent, 'app' | 'server' | 'user'>;

const nameOf = ({ user = '', app, server = '' }: Held): string => `${user} ${app} ${server}`;

/** What an item names, as ids. */
const idsOf = ({ app, server, user }: Held, { idOf }: Applying) => ({
  clientId: idOf('apps', app),
  authServerId: server === undefined ? null : idOf('authorizationServers', server),
  userId: user === undefined ? null : idOf('users', user),
});

/** Nothing names them; an item that is there already is found by whose it is. */
const find = (): undefined => undefined;

function addToken({ expires, scopes, ...item }: SeedRefreshToken, applying: Applying): void {
  const { store, now } = applying;
  const created = item.created ?? now;
  const { userId, ...ids } = idsOf(item, applying);
  store.oauthTokens.insert({
    ...pinned(item),
    ...ids,
    userId: userId ?? '',
    status: 'ACTIVE',
    scopes,
    created,
    lastUpdated: created,
    expires: expires ?? `${new Date(Date.parse(created) + TERM).toISOString().slice(0, 19)}.000Z`,
  });
}

/** The scopes of the org's own server are known by their names. */
const scopeIdOf = (store: Store, serverId: string | null, name: string): string =>
  serverId === null ? name : (store.oauth2Scopes.by('name', `${serverId} ${name}`)?.id ?? '');

function addConsent({ scopes, ...item }: SeedConsent, applying: Applying): void {
  const { store, now } = applying;
  const created = item.created ?? now;
  const ids = idsOf(item, applying);
  for (const name of scopes) {
    store.oauthGrants.insert({
      ...pinned(item),
      ...ids,
      source: ids.userId === null ? 'ADMIN' : 'END_USER',
      status: 'ACTIVE',
      createdBy: null,
      scopeId: scopeIdOf(store, ids.authServerId, name),
      created,
      lastUpdated: created,
    });
  }
}

/** Refresh tokens that apps hold for users. */
export const refreshTokens: Kind<SeedRefreshToken> = { nameOf, find, add: addToken };

/** What users and administrators let apps do. */
export const consents: Kind<SeedConsent> = { nameOf, find, add: addConsent };
