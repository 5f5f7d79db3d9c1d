import { invalid, unreadable } from '../../../contract/errors.js';
import { absent, missing, objectOf, oneOf, refuseAll, tooLong } from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import type { JsonObject } from '../../../store/rows/common.js';
import type { IdentityProviderRow, IdpProtocol } from '../../../store/rows/identity-providers.js';
import { builtInTypes, idpKinds } from '../types.js';
import type { Known } from './known.js';
import { readOidc, readSocial } from './oauth.js';
import { readPolicy } from './policy.js';
import type { ProtocolBody } from './protocol.js';
import { readMtls, readSaml } from './saml.js';

type Body = Given<Schemas['IdentityProvider']>;

const LONGEST_NAME = 100;
const ISSUER_MODES = ['ORG_URL', 'CUSTOM_URL', 'DYNAMIC'];
/** What a smart card may count as (facts: identity-provider, required and limits). */
const CARD_METHODS = ['sc', 'hwk', 'pin', 'mfa'];

/** What a client may say of a provider. */
export type GivenIdp = Pick<IdentityProviderRow, 'type' | 'name' | 'issuerMode' | 'protocol' | 'policy'> & {
  readonly status?: IdentityProviderRow['status'];
  readonly properties?: JsonObject;
  readonly privateKey?: string;
};

/** @throws OktaError 400 E0000003 for a type that there is not, E0000001 for one that nobody can make */
function checkType(type: string): void {
  if (builtInTypes.includes(type)) throw invalid('type', `type: '${type}' cannot be made.`);
  if (!Object.hasOwn(idpKinds, type)) throw unreadable();
}

function protocolOf(known: Known, type: string, body: ProtocolBody, before?: IdentityProviderRow): IdpProtocol {
  refuseAll(oneOf('type', body.type, idpKinds[type]?.protocols ?? []), 'protocol');
  if (type === 'SAML2') return readSaml(known, body);
  if (type === 'OIDC') return readOidc(body);
  return type === 'X509' ? readMtls(known, body) : readSocial(type, body, before);
}

/** @throws OktaError 400 E0000001 for what a smart card cannot count as */
function propertiesOf(type: string, body: Body): { properties?: JsonObject } {
  const properties = objectOf(objectOf(body)?.properties);
  if (!properties) return {};
  const { additionalAmr } = properties;
  const isList = Array.isArray(additionalAmr) && additionalAmr.every((method) => CARD_METHODS.includes(method));
  if (type === 'X509' && additionalAmr !== undefined && additionalAmr !== null && !isList) {
    throw invalid('additionalAmr', `additionalAmr: Only [${CARD_METHODS.join(', ')}] are allowed.`);
  }
  return { properties: properties as JsonObject };
}

/** Apple's key: the one that was sent, or that of before. */
function privateKeyOf(type: string, body: ProtocolBody, before?: IdentityProviderRow): { privateKey?: string } {
  const sent = type === 'APPLE' ? (body.credentials?.signing?.privateKey ?? before?.privateKey) : undefined;
  return sent ? { privateKey: sent } : {};
}

/**
 * Reads a whole provider.
 * @param before the provider that the body replaces
 * @throws OktaError 400 E0000003 for a type that there is not, E0000001 with what is missing, unknown or too long
 */
export function readIdp(known: Known, body: Body, before?: IdentityProviderRow): GivenIdp {
  const { name, protocol, policy, issuerMode, status } = body;
  const type = body.type ?? before?.type;
  refuseAll([
    ...missing('name', name),
    ...tooLong('name', name, LONGEST_NAME),
    ...absent('type', type),
    ...absent('protocol', protocol),
    ...absent('policy', policy),
    ...oneOf('issuerMode', issuerMode, ISSUER_MODES),
  ]);
  if (typeof type !== 'string' || !protocol || !policy) throw unreadable();
  checkType(type);
  if (before && type !== before.type)
    throw invalid('type', 'type: The type of an identity provider cannot be changed.');
  return {
    type,
    name: String(name),
    issuerMode: issuerMode ?? 'ORG_URL',
    protocol: protocolOf(known, type, protocol, before),
    policy: readPolicy(known, type, policy),
    ...(status === 'ACTIVE' || status === 'INACTIVE' ? { status } : {}),
    ...propertiesOf(type, body),
    ...privateKeyOf(type, protocol, before),
  };
}
