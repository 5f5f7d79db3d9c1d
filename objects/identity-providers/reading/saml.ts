import { missing, oneOf, refuseAll } from '../../../contract/given.js';
import type { IdpProtocol } from '../../../store/rows/identity-providers.js';
import { readCertificate } from '../../keys/read-certificate.js';
import type { Known } from './known.js';
import {
  badUrl,
  endpointFaults,
  endpointOf,
  newerSettings,
  type ProtocolBody,
  relayStateFaults,
  relayStateOf,
  signatureFaults,
  signatureOf,
  trustFaults,
  trustOf,
} from './protocol.js';

const SAML_ALGORITHMS = ['SHA-1', 'SHA-256'];
const NAME_FORMATS = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
];

function checkSaml(known: Known, body: ProtocolBody): void {
  const { endpoints, algorithms, settings, credentials } = body;
  const sso = endpoints?.sso;
  const isSigned = algorithms?.request?.signature?.scope === 'REQUEST';
  refuseAll([
    ...missing('sso.url', sso?.url ?? sso?.destination),
    ...endpointFaults('sso', sso),
    ...badUrl('sso.destination', sso?.destination),
    ...(isSigned ? missing('sso.destination', sso?.destination) : []),
    ...oneOf('acs.binding', endpoints?.acs?.binding, ['HTTP-POST']),
    ...oneOf('acs.type', endpoints?.acs?.type, ['INSTANCE', 'ORG']),
    ...endpointFaults('slo', endpoints?.slo),
    ...signatureFaults(algorithms?.request, SAML_ALGORITHMS, ['REQUEST', 'NONE']),
    ...signatureFaults(algorithms?.response, SAML_ALGORITHMS, ['RESPONSE', 'TOKEN', 'ANY']),
    ...oneOf('nameFormat', settings?.nameFormat, NAME_FORMATS),
    ...missing('issuer', credentials?.trust?.issuer),
    ...trustFaults(known, credentials?.trust),
    ...relayStateFaults(body),
  ]);
}

/**
 * Reads the protocol of a SAML 2.0 provider, without the audience and the key that are made for it.
 * @throws OktaError 400 E0000001 with what is missing, unknown or too long
 */
export function readSaml(known: Known, body: ProtocolBody): IdpProtocol {
  checkSaml(known, body);
  const { endpoints, algorithms, settings, credentials } = body;
  const { url, binding, destination } = endpoints?.sso ?? {};
  const { honorPersistentNameId, ...newer } = newerSettings(settings);
  return {
    type: 'SAML2',
    endpoints: {
      sso: {
        url: url ?? destination ?? '',
        binding: binding ?? 'HTTP-POST',
        ...(destination ? { destination } : {}),
      },
      acs: { binding: 'HTTP-POST', type: endpoints?.acs?.type ?? 'INSTANCE' },
      ...endpointOf('slo', endpoints?.slo, 'HTTP-POST'),
    },
    algorithms: {
      request: signatureOf(algorithms?.request, 'SHA-256', 'REQUEST'),
      response: signatureOf(algorithms?.response, 'SHA-256', 'ANY'),
    },
    settings: {
      nameFormat: settings?.nameFormat ?? NAME_FORMATS[0] ?? null,
      honorPersistentNameId: honorPersistentNameId !== false,
      ...newer,
    },
    ...relayStateOf(body),
    credentials: { trust: trustOf(credentials?.trust) },
  };
}

/** Minutes that lists of revoked certificates are kept, at most (facts: identity-provider, required and limits). */
const MOST_CACHED = 4320;
const USUALLY_CACHED = 2880;

/**
 * Reads the protocol of smart cards.
 * @throws OktaError 400 E0000001 with what is missing, unknown or too long
 */
export function readMtls(known: Known, { credentials }: ProtocolBody): IdpProtocol {
  const given = credentials?.trust;
  const cached = given?.revocationCacheLifetime;
  const isCached = cached === undefined || cached === null || (Number.isInteger(cached) && cached >= 0);
  refuseAll([
    ...trustFaults(known, given),
    ...(isCached && (cached ?? 0) <= MOST_CACHED
      ? []
      : [['revocationCacheLifetime', `revocationCacheLifetime: 1 to ${MOST_CACHED} minutes.`] as const]),
  ]);
  const trust = trustOf(given);
  const certificate = known.certificate(trust.kid ?? '') ?? '';
  const subject = readCertificate(certificate)?.subject;
  return {
    type: 'MTLS',
    credentials: {
      trust: {
        ...trust,
        ...(trust.issuer === undefined && subject !== undefined ? { issuer: subject } : {}),
        revocationCacheLifetime: cached ?? (trust.revocation === null ? 0 : USUALLY_CACHED),
      },
    },
  };
}
