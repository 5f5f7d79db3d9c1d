import { unreadable } from '../../../contract/errors.js';
import {
  absent,
  type Fault,
  type Members,
  missing,
  objectOf,
  oneOf,
  textsOf,
  tooLong,
} from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import type { IdpEndpoint, IdpTrust } from '../../../store/rows/identity-providers.js';
import type { Known } from './known.js';

/** The body of a protocol: what all kinds of provider share. */
export type ProtocolBody = Given<Schemas['Protocol']>;

/** One address of a protocol as a body gives it. */
export type EndpointBody = Given<Schemas['ProtocolEndpoint']> | null | undefined;

export const LONGEST = 1024;
const LONGEST_URL = 1014;
const SHORTEST_URL = 11;
const BINDINGS: readonly string[] = ['HTTP-POST', 'HTTP-REDIRECT'];

/** The fault of a text that is no absolute URL; missing is no fault. */
export const badUrl = (field: string, url: unknown): Fault[] =>
  typeof url !== 'string' || (url.length >= SHORTEST_URL && url.length <= LONGEST_URL && URL.canParse(url))
    ? []
    : [[field, `${field}: The URL is invalid.`]];

/** What is wrong with an address; `required` ones may not be left out. */
export const endpointFaults = (name: string, endpoint: EndpointBody, required = false): Fault[] => [
  ...(required ? missing(`${name}.url`, endpoint?.url) : []),
  ...badUrl(`${name}.url`, endpoint?.url),
  ...oneOf(`${name}.binding`, endpoint?.binding, BINDINGS),
];

/** An address with the binding it has where the body names none; nothing where there is no URL. */
export const endpointOf = (
  name: string,
  endpoint: EndpointBody,
  binding: string,
): Readonly<Record<string, IdpEndpoint>> =>
  typeof endpoint?.url === 'string' ? { [name]: { url: endpoint.url, binding: endpoint.binding ?? binding } } : {};

type AlgorithmType = Given<Schemas['ProtocolAlgorithmType']> | null | undefined;

/** What is wrong with how one direction is signed. */
export const signatureFaults = (
  given: AlgorithmType,
  algorithms: readonly string[],
  scopes: readonly string[],
): Fault[] => [
  ...oneOf('algorithm', given?.signature?.algorithm, algorithms),
  ...oneOf('scope', given?.signature?.scope, scopes),
];

/** How one direction is signed. */
export const signatureOf = (given: AlgorithmType, algorithm: string, scope: string) => ({
  signature: { algorithm: given?.signature?.algorithm ?? algorithm, scope: given?.signature?.scope ?? scope },
});

/** `relayState`, where a body has one. */
export function relayStateOf({ relayState }: ProtocolBody): { relayState?: { format: string } } {
  const format = relayState?.format;
  return typeof format === 'string' ? { relayState: { format } } : {};
}

export const relayStateFaults = ({ relayState }: ProtocolBody): Fault[] =>
  oneOf('format', relayState?.format, ['OPAQUE', 'FROM_URL']);

type TrustBody = Given<Schemas['IdentityProviderCredentialsTrust']> | null | undefined;

/** What is wrong with whom a provider trusts, and by which key. */
export function trustFaults(known: Known, trust: TrustBody): Fault[] {
  const kid = trust?.kid;
  const unknown: Fault[] =
    typeof kid === 'string' && kid !== '' && known.certificate(kid) === undefined
      ? [['kid', `kid: The key "${kid.slice(0, 100)}" is not found.`]]
      : [];
  return [
    ...missing('kid', kid),
    ...unknown,
    ...tooLong('issuer', trust?.issuer, LONGEST),
    ...tooLong('audience', trust?.audience, LONGEST),
    ...oneOf('revocation', trust?.revocation, ['CRL', 'DELTA_CRL', 'OCSP']),
  ];
}

/** Whom a provider trusts, as far as the body says it. */
export const trustOf = (trust: TrustBody): IdpTrust => ({
  ...(trust?.issuer ? { issuer: trust.issuer } : {}),
  ...(trust?.audience ? { audience: trust.audience } : {}),
  ...(trust?.kid ? { kid: trust.kid } : {}),
  revocation: trust?.revocation ?? null,
  revocationCacheLifetime: trust?.revocationCacheLifetime ?? 0,
});

/** What is wrong with the scopes that are asked for; OpenID Connect cannot do without its own. */
export function scopeFaults(scopes: ProtocolBody['scopes'], needsOpenId: boolean): Fault[] {
  const names = textsOf(scopes);
  if (names.length === 0) return absent('scopes', null);
  return needsOpenId && !names.includes('openid') ? [['scopes', "scopes: The scope 'openid' is required."]] : [];
}

/**
 * A flag that is newer than the contract, which does not look at it; undefined where nothing is said.
 * @throws OktaError 400 E0000003 for a value of another kind
 */
export function newerFlag(from: Members, name: string): boolean | undefined {
  const value = from[name] ?? undefined;
  if (value !== undefined && typeof value !== 'boolean') throw unreadable();
  return value;
}

/** What a settings object has beyond the contract. @throws OktaError 400 E0000003 */
export const newerSettings = (settings: ProtocolBody['settings']) => {
  const given = objectOf(settings) ?? {};
  const participateSlo = newerFlag(given, 'participateSlo');
  return {
    honorPersistentNameId: newerFlag(given, 'honorPersistentNameId'),
    ...(participateSlo === undefined ? {} : { participateSlo }),
  };
};
