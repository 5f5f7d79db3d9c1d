import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Link } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { AppRow } from '../../store/rows/applications.js';

/** What an app is called as a client: often its id, but a client may have chosen another. */
export const clientIdOf = ({ id, credentials }: AppRow): string => credentials.oauthClient?.client_id ?? id;

/** The app with this client. @throws OktaError 404 E0000007 where there is none (facts: errors) */
export function requireClient({ store }: Pick<ReadContext, 'store'>, clientId: string): AppRow {
  const app = store.apps.by('clientId', clientId);
  if (!app) throw notFound(clientId, 'PublicClientApp');
  return app;
}

/** A client, as servers and users list those that hold something of theirs. */
export function clientBody(app: AppRow, _links: Readonly<Record<string, Link>>): ShownAs<Schemas['OAuth2Client']> {
  const { client_uri = null, logo_uri = null } = app.settings.oauthClient ?? {};
  return {
    client_id: clientIdOf(app),
    client_name: app.label,
    client_uri: typeof client_uri === 'string' ? client_uri : null,
    logo_uri: typeof logo_uri === 'string' ? logo_uri : null,
    _links,
  };
}
