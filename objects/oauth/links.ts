import type { Links } from '../../contract/links.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { AuthorizationServerRow, OAuth2ScopeRow } from '../../store/rows/authorization-servers.js';
import type { Store } from '../../store/types.js';
import { refOf } from '../authorization-servers/find.js';
import { clientIdOf } from './clients.js';

/** Where what a token or grant names can be read, and what it is called. */
export interface Named {
  readonly href: string;
  readonly title: string;
}

/** What a token or grant of a client names. */
interface Holder {
  readonly clientId: string;
  readonly userId: string | null;
  readonly authServerId: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const appLinks = (app: AppRow | undefined, links: Links): Readonly<Record<string, Named>> =>
  app === undefined
    ? {}
    : {
        app: { href: links.href('getApplication', { appId: app.id }), title: app.label },
        client: { href: `${links.base}/oauth2/v1/clients/${clientIdOf(app)}`, title: app.label },
      };

/** A link to a server. */
const serverLink = (server: AuthorizationServerRow, links: Links): Named => ({
  href: links.href('getAuthorizationServer', { authServerId: refOf(server) }),
  title: server.name,
});

/** A link to a scope of a server. */
export const scopeLink = (server: AuthorizationServerRow, scope: OAuth2ScopeRow, links: Links): Named => ({
  href: links.href('getOAuth2Scope', { authServerId: refOf(server), scopeId: scope.id }),
  title: scope.name,
});

/** The links that tokens and grants share: the app, its client, the user, the server. */
export function holderLinks(
  store: Store,
  { clientId, userId, authServerId }: Holder,
  links: Links,
): Readonly<Record<string, Named>> {
  const user = userId === null ? undefined : store.users.get(userId);
  const server = authServerId === null ? undefined : store.authorizationServers.get(authServerId);
  return {
    ...appLinks(store.apps.get(clientId), links),
    ...(user
      ? {
          user: {
            href: links.href('getUser', { userId: user.id }),
            title: `${text(user.profile.firstName)} ${text(user.profile.lastName)}`.trim(),
          },
        }
      : {}),
    ...(server ? { authorizationServer: serverLink(server, links) } : {}),
  };
}
