import {
  absent,
  type Fault,
  type Members,
  missing,
  objectOf,
  oneOf,
  refuseAll,
  textOf,
  textsOf,
  tooLong,
} from '../../../contract/given.js';
import type {
  IdentityProviderRow,
  IdpClient,
  IdpCredentials,
  IdpProtocol,
} from '../../../store/rows/identity-providers.js';
import { idpKinds } from '../types.js';
import {
  badUrl,
  endpointFaults,
  endpointOf,
  LONGEST,
  newerFlag,
  newerSettings,
  type ProtocolBody,
  scopeFaults,
  signatureFaults,
  signatureOf,
} from './protocol.js';

/** How a request may be signed; the last is what older clients send for a provider of any kind. */
const ALGORITHMS = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'SHA-256'];

/** The body's client, members that are newer than the contract among them. */
const clientMembers = ({ credentials }: ProtocolBody): Members => objectOf(credentials?.client) ?? {};

/** Whether a client proves who it is without a secret. */
const isWithoutSecret = (type: string, client: Members): boolean =>
  type === 'APPLE' || client.pkce_required === true || client.token_endpoint_auth_method === 'private_key_jwt';

function clientFaults(type: string, body: ProtocolBody): Fault[] {
  const client = clientMembers(body);
  return [
    ...missing('client_id', client.client_id),
    ...(isWithoutSecret(type, client) ? [] : missing('client_secret', client.client_secret)),
    ...tooLong('client_id', client.client_id, LONGEST),
    ...tooLong('client_secret', client.client_secret, LONGEST),
  ];
}

function clientOf(body: ProtocolBody): IdpClient {
  const client = clientMembers(body);
  const { client_id, client_secret, token_endpoint_auth_method } = client;
  const pkce = newerFlag(client, 'pkce_required');
  return {
    client_id: textOf(client_id) ?? '',
    client_secret: textOf(client_secret) ?? null,
    ...(typeof token_endpoint_auth_method === 'string' ? { token_endpoint_auth_method } : {}),
    ...(pkce === undefined ? {} : { pkce_required: pkce }),
  };
}

/** Apple's key is named and sent, and never shown. */
function appleFaults({ credentials }: ProtocolBody, before: IdentityProviderRow | undefined): Fault[] {
  const signing = credentials?.signing;
  const isKnown = before?.privateKey !== undefined;
  return [
    ...absent('signing', signing),
    ...(signing ? [...missing('kid', signing.kid), ...missing('teamId', signing.teamId)] : []),
    ...(signing && !isKnown ? missing('privateKey', signing.privateKey) : []),
    ...tooLong('kid', signing?.kid, LONGEST),
    ...tooLong('teamId', signing?.teamId, LONGEST),
    ...tooLong('privateKey', signing?.privateKey, 8 * LONGEST),
  ];
}

function credentialsOf(type: string, body: ProtocolBody): IdpCredentials {
  const { kid, teamId } = body.credentials?.signing ?? {};
  const signing = type === 'APPLE' ? { signing: { ...(kid ? { kid } : {}), ...(teamId ? { teamId } : {}) } } : {};
  return { ...signing, client: clientOf(body) };
}

function checkOidc(body: ProtocolBody): void {
  const { endpoints, algorithms, issuer } = body;
  refuseAll([
    ...endpointFaults('authorization', endpoints?.authorization, true),
    ...endpointFaults('token', endpoints?.token, true),
    ...endpointFaults('userInfo', endpoints?.userInfo),
    ...endpointFaults('jwks', endpoints?.jwks, true),
    ...endpointFaults('slo', endpoints?.slo),
    ...badUrl('issuer.url', issuer?.url),
    ...signatureFaults(algorithms?.request, ALGORITHMS, ['REQUEST', 'NONE']),
    ...scopeFaults(body.scopes, true),
    ...clientFaults('OIDC', body),
  ]);
}

/**
 * Reads the protocol of an OpenID Connect provider.
 * @throws OktaError 400 E0000001 with what is missing, unknown or too long
 */
export function readOidc(body: ProtocolBody): IdpProtocol {
  checkOidc(body);
  const { endpoints, algorithms, settings, issuer } = body;
  const { honorPersistentNameId: _, ...newer } = newerSettings(settings);
  const request = algorithms?.request;
  return {
    type: 'OIDC',
    endpoints: {
      ...endpointOf('slo', endpoints?.slo, 'HTTP-REDIRECT'),
      ...endpointOf('authorization', endpoints?.authorization, 'HTTP-REDIRECT'),
      ...endpointOf('token', endpoints?.token, 'HTTP-POST'),
      ...endpointOf('userInfo', endpoints?.userInfo, 'HTTP-REDIRECT'),
      ...endpointOf('jwks', endpoints?.jwks, 'HTTP-REDIRECT'),
    },
    ...(request ? { algorithms: { request: signatureOf(request, 'HS256', 'REQUEST') } } : {}),
    settings: { nameFormat: settings?.nameFormat ?? null, ...newer },
    scopes: textsOf(body.scopes),
    // Who says no issuer means the server that signs people in.
    issuer: { url: issuer?.url ?? new URL(endpoints?.authorization?.url ?? '').origin },
    credentials: credentialsOf('OIDC', body),
  };
}

/**
 * Reads the protocol of a public provider, whose addresses are known.
 * @throws OktaError 400 E0000001 with what is missing, unknown or too long
 */
export function readSocial(type: string, body: ProtocolBody, before: IdentityProviderRow | undefined): IdpProtocol {
  const kind = idpKinds[type];
  refuseAll([
    ...oneOf('type', body.type, kind?.protocols ?? []),
    ...scopeFaults(body.scopes, false),
    ...clientFaults(type, body),
    ...(type === 'APPLE' ? appleFaults(body, before) : []),
  ]);
  const { authorization, token } = kind?.endpoints ?? {};
  return {
    type: body.type ?? 'OAUTH2',
    endpoints: {
      ...endpointOf('authorization', { url: authorization ?? '' }, 'HTTP-REDIRECT'),
      ...endpointOf('token', { url: token ?? '' }, 'HTTP-POST'),
    },
    scopes: textsOf(body.scopes),
    credentials: credentialsOf(type, body),
  };
}
