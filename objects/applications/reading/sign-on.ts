import { type Fault, type Members, missing, refuseAll, tooLong } from '../../../contract/given.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';
import type { Store } from '../../../store/types.js';
import { choiceIn, countIn, flagIn, hasPart, partIn, partsIn, textIn, textsIn, wordIn } from './members.js';

const ID_FORMATS = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:x509SubjectName',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
] as const;

const ATTRIBUTE_FORMAT = 'urn:oasis:names:tc:SAML:2.0:attrname-format:';
const NAMESPACES = [`${ATTRIBUTE_FORMAT}unspecified`, `${ATTRIBUTE_FORMAT}uri`, `${ATTRIBUTE_FORMAT}basic`] as const;
const FILTERS = ['STARTS_WITH', 'EQUALS', 'CONTAINS', 'REGEX'] as const;
const MAX_ENDPOINTS = 100;

/** Whether a text is a URL with a scheme and a host. */
export const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\S*$/i.test(text);

const badUrl = (name: string, text: string | undefined): Fault[] =>
  text === undefined || text === '' || isUrl(text) ? [] : [[name, `${name}: Does not match required pattern`]];

/** One attribute of an assertion. @throws OktaError 400 */
function statement(given: Members): JsonObject {
  const type = choiceIn(given, 'type', ['EXPRESSION', 'GROUP'] as const) ?? 'EXPRESSION';
  const name = textIn(given, 'name');
  const namespace = choiceIn(given, 'namespace', NAMESPACES) ?? NAMESPACES[0];
  refuseAll(missing('name', name), 'attributeStatements');
  const common = { type, name: name ?? '', namespace };
  if (type === 'EXPRESSION') return { ...common, values: textsIn(given, 'values') ?? [] };
  return {
    ...common,
    filterType: choiceIn(given, 'filterType', FILTERS) ?? null,
    filterValue: textIn(given, 'filterValue') ?? null,
  };
}

/** Where assertions may be sent to besides the one URL. @throws OktaError 400 */
function endpoints(given: Members): Json[] {
  const list = (partsIn(given, 'acsEndpoints') ?? []).map((one) => ({
    url: textIn(one, 'url') ?? '',
    index: countIn(one, 'index') ?? 0,
  }));
  const say = (what: string): Fault => ['acsEndpoints', `acsEndpoints: ${what}`];
  const indexes = new Set(list.map(({ index }) => index));
  refuseAll([
    ...(list.length > MAX_ENDPOINTS ? [say(`There can be no more than ${MAX_ENDPOINTS} endpoints`)] : []),
    ...list.flatMap(({ url }) => (isUrl(url) && !/[?#]/.test(url) ? [] : [say('The URL of an endpoint is invalid')])),
    ...list.flatMap(({ url }) => tooLong('acsEndpoints', url, 1024)),
    ...(indexes.size < list.length || list.some(({ index }) => index < 0)
      ? [say('The index of an endpoint must be unique and not less than 0')]
      : []),
  ]);
  return list;
}

/** Single logout and the service provider's certificate: what is not given stays (facts: apps §3). @throws OktaError 400 */
function logout(given: Members, before: JsonObject): { slo: JsonObject; spCertificate: Json | undefined } {
  const certificate = hasPart(given, 'spCertificate')
    ? { x5c: textsIn(partIn(given, 'spCertificate'), 'x5c') ?? [] }
    : undefined;
  const spCertificate = certificate ?? before.spCertificate;
  if (!hasPart(given, 'slo'))
    return { slo: (before.slo as JsonObject | undefined) ?? { enabled: false }, spCertificate };
  const slo = partIn(given, 'slo');
  const enabled = flagIn(slo, 'enabled') ?? false;
  const [issuer, logoutUrl] = [wordIn(slo, 'issuer'), wordIn(slo, 'logoutUrl')];
  if (!enabled) return { slo: { enabled }, spCertificate };
  refuseAll([
    ...(spCertificate === undefined
      ? ([['slo', 'slo: Single Logout needs the certificate of the service provider']] as Fault[])
      : []),
    ...missing('issuer', issuer),
    ...missing('logoutUrl', logoutUrl),
    ...badUrl('logoutUrl', logoutUrl),
  ]);
  return { slo: { enabled, issuer: issuer ?? '', logoutUrl: logoutUrl ?? '' }, spCertificate };
}

/** Whether assertions are encrypted, and how, as far as that was said (facts: apps §3). @throws OktaError 400 */
function encryption(given: Members): JsonObject {
  const certificates = textsIn(given, 'x5c');
  const [encryptionAlgorithm, keyTransportAlgorithm] = [
    wordIn(given, 'encryptionAlgorithm'),
    wordIn(given, 'keyTransportAlgorithm'),
  ];
  return {
    enabled: flagIn(given, 'enabled') ?? false,
    ...(encryptionAlgorithm === undefined ? {} : { encryptionAlgorithm }),
    ...(keyTransportAlgorithm === undefined ? {} : { keyTransportAlgorithm }),
    ...(certificates === undefined ? {} : { x5c: certificates }),
  };
}

/** The hooks that are asked before somebody is signed on: each must be there, where there is an org to look into. */
function hooks(given: Members, store: Pick<Store, 'inlineHooks'> | undefined): JsonObject[] {
  const list = (partsIn(given, 'inlineHooks') ?? []).map((hook) => ({ id: textIn(hook, 'id') ?? '' }));
  const unknown = list.filter(({ id }) => store && !store.inlineHooks.get(id));
  refuseAll(unknown.map(({ id }): Fault => ['inlineHooks', `inlineHooks: There is no inline hook with the id ${id}`]));
  return list;
}

const required = ['ssoAcsUrl', 'recipient', 'destination', 'audience', 'subjectNameIdTemplate', 'authnContextClassRef'];

/** What must be there, and what must be a URL. @throws OktaError 400 E0000001 with a cause for each fault */
function checkSaml(given: Members, isSigned: boolean): void {
  const urls = ['ssoAcsUrl', 'recipient', 'destination'];
  const needed = [...required, 'subjectNameIdFormat', 'signatureAlgorithm', 'digestAlgorithm'];
  refuseAll([
    ...needed.flatMap((name) => missing(name, textIn(given, name))),
    ...urls.flatMap((name) => badUrl(name, textIn(given, name))),
    ...needed.flatMap((name) => tooLong(name, textIn(given, name), 1024)),
    ...(isSigned
      ? []
      : ([['responseSigned', 'responseSigned: The response or the assertion must be signed']] as Fault[])),
  ]);
}

/**
 * How a custom SAML 2.0 app signs people on (facts: apps §3).
 * @param before what is stored, on updates
 * @param store where the hooks are; none where a seed is read
 * @throws OktaError 400
 */
export function readSaml(given: Members, before: JsonObject, store?: Pick<Store, 'inlineHooks'>): JsonObject {
  const text = (name: string): string => textIn(given, name) ?? '';
  const responseSigned = flagIn(given, 'responseSigned') ?? false;
  const assertionSigned = flagIn(given, 'assertionSigned') ?? false;
  checkSaml(given, responseSigned || assertionSigned);
  const { slo, spCertificate } = logout(given, before);
  const acsEndpoints = endpoints(given);
  return {
    defaultRelayState: wordIn(given, 'defaultRelayState') ?? null,
    ssoAcsUrl: text('ssoAcsUrl'),
    idpIssuer: wordIn(given, 'idpIssuer') ?? `http://www.okta.com/\${org.externalKey}`,
    audience: text('audience'),
    recipient: text('recipient'),
    destination: text('destination'),
    subjectNameIdTemplate: text('subjectNameIdTemplate'),
    subjectNameIdFormat: choiceIn(given, 'subjectNameIdFormat', ID_FORMATS) ?? ID_FORMATS[0],
    responseSigned,
    assertionSigned,
    signatureAlgorithm: choiceIn(given, 'signatureAlgorithm', ['RSA_SHA256', 'RSA_SHA1'] as const) ?? 'RSA_SHA256',
    digestAlgorithm: choiceIn(given, 'digestAlgorithm', ['SHA256', 'SHA1'] as const) ?? 'SHA256',
    honorForceAuthn: flagIn(given, 'honorForceAuthn') ?? false,
    authnContextClassRef: text('authnContextClassRef'),
    spIssuer: wordIn(given, 'spIssuer') ?? slo.issuer ?? null,
    requestCompressed: flagIn(given, 'requestCompressed') ?? false,
    attributeStatements: (partsIn(given, 'attributeStatements') ?? []).map(statement),
    inlineHooks: hooks(given, store),
    ...(spCertificate === undefined ? {} : { spCertificate }),
    assertionEncryption: encryption(partIn(given, 'assertionEncryption')),
    allowMultipleAcsEndpoints: flagIn(given, 'allowMultipleAcsEndpoints') ?? acsEndpoints.length > 0,
    acsEndpoints,
    samlSignedRequestEnabled: flagIn(given, 'samlSignedRequestEnabled') ?? false,
    slo,
  };
}

/** What a SAML app of the catalogue lets be said otherwise. */
export function readOverrides(given: Members, mode: string): JsonObject {
  const names = ['defaultRelayState', 'ssoAcsUrlOverride', 'audienceOverride', 'recipientOverride'];
  const isNew = mode === 'SAML_2_0';
  const entries = [...names, ...(isNew ? ['destinationOverride'] : [])].map((name): [string, Json] => [
    name,
    wordIn(given, name) ?? null,
  ]);
  const overrides = Object.fromEntries(entries);
  if (!isNew) return overrides;
  return { ...overrides, attributeStatements: (partsIn(given, 'attributeStatements') ?? []).map(statement) };
}

/** Where a custom SWA app lets people sign on. @throws OktaError 400 */
export function readLoginPage(given: Members): JsonObject {
  const loginUrl = textIn(given, 'loginUrl');
  const redirectUrl = wordIn(given, 'redirectUrl') ?? null;
  refuseAll([
    ...missing('loginUrl', loginUrl),
    ...badUrl('loginUrl', loginUrl),
    ...badUrl('redirectUrl', redirectUrl ?? undefined),
  ]);
  return { redirectUrl, loginUrl: loginUrl ?? '' };
}
