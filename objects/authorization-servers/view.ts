import type { Link, Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AuthorizationServerRow, ServerKeyRow, ServerSigning } from '../../store/rows/authorization-servers.js';
import { DEFAULT, refOf } from './find.js';
import { metadataNames } from './names.js';

/** The base of a server's own URLs, which is its issuer, too. */
export function issuerOf(server: AuthorizationServerRow, links: Links): string {
  const { customDomain } = server;
  return `${customDomain === null ? links.base : `https://${customDomain}`}/oauth2/${refOf(server)}`;
}

const get = (href: string): Link => ({ href, hints: { allow: ['GET'] } });

function linksOf(server: AuthorizationServerRow, links: Links) {
  const params = { authServerId: refOf(server) };
  const turn = server.status === 'ACTIVE' ? 'deactivate' : 'activate';
  const base = `${links.base}/oauth2/${refOf(server)}`;
  const self = links.href('getAuthorizationServer', params);
  return {
    rotateKey: links.allow('rotateAuthorizationServerKeys', params, 'POST'),
    metadata: metadataNames.map((name) => ({ name, ...get(`${base}/.well-known/${name}`) })),
    resourceServerCredentialsKeys: get(`${self}/resourceservercredentials/keys`),
    keys: links.allow('listAuthorizationServerKeys', params, 'GET'),
    claims: links.allow('listOAuth2Claims', params, 'GET', 'POST'),
    policies: links.allow('listAuthorizationServerPolicies', params, 'GET', 'POST'),
    self: links.allow('getAuthorizationServer', params, 'GET', 'DELETE', 'PUT'),
    scopes: links.allow('listOAuth2Scopes', params, 'GET', 'POST'),
    [turn]: links.allow(`${turn}AuthorizationServer`, params, 'POST'),
  };
}

const signingView = ({ kid, rotationMode, lastRotated, nextRotation }: ServerSigning) => ({
  kid,
  rotationMode,
  lastRotated,
  ...(nextRotation === null ? {} : { nextRotation }),
});

/** An authorization server (facts: recorded-shapes §7). */
export const serverView: View<AuthorizationServerRow, Schemas['AuthorizationServer']> = (row, links) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  audiences: row.audiences,
  issuer: issuerOf(row, links),
  issuerMode: row.issuerMode,
  status: row.status,
  created: row.created,
  lastUpdated: row.lastUpdated,
  credentials: { signing: signingView(row.signing) },
  default: row.default,
  _links: linksOf(row, links),
});

/** Makes a view of what belongs to servers: its links say `default` for the default one. */
export function viewsByServer<R extends { readonly serverId: string | null }, V>(
  make: (refOfRow: (row: R) => string) => V,
): (server: Pick<AuthorizationServerRow, 'default'>) => V {
  const own = make((row) => row.serverId ?? '');
  const ofDefault = make(() => DEFAULT);
  return (server) => (server.default ? ofDefault : own);
}

/** A key of a server: its public half. Only for rows whose key is made. */
export const keyViewOf = viewsByServer<ServerKeyRow, View<ServerKeyRow, Schemas['JsonWebKey']>>(
  (refOfRow) => (row, links) => {
    const list = links.href('listAuthorizationServerKeys', { authServerId: refOfRow(row) });
    return {
      kty: 'RSA',
      status: row.status,
      alg: 'RS256',
      kid: row.kid,
      use: 'sig',
      _links: { self: get(`${list}/${row.kid}`) },
      e: row.privateJwk?.e ?? null,
      n: row.privateJwk?.n ?? null,
    };
  },
);
