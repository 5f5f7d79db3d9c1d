import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:';
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#';
const XMLENC11 = 'http://www.w3.org/2009/xmlenc11#';
const URI_FORMAT = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';

const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

const BASE64_LINE = /.{1,76}/g;

/** How the attributes of a provider's users are called in its assertions: name shown, name, whether it must be there. */
const wantedAttributes: readonly (readonly [string, string, boolean])[] = [
  ['First Name', 'firstName', true],
  ['Last Name', 'lastName', true],
  ['Email', 'email', true],
  ['Mobile Phone', 'mobilePhone', false],
];

/** Base64 in the lines that Okta's documents have. */
const inLines = (x5c: string): string => (x5c.match(BASE64_LINE) ?? []).join('\n');

/** What no XML document can hold, whichever way it is written. */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const cleaned = (text: string): string => text.replace(UNFIT, '');

/** The document as text of ASCII alone: it reads the same in whatever encoding it is sent. */
const asText = (root: XMLBuilder): string =>
  root.end().replace(/\P{ASCII}/gu, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`);

const entity = (entityID: string): XMLBuilder =>
  create({ version: '1.0', encoding: 'UTF-8' }).ele('md:EntityDescriptor', {
    entityID: cleaned(entityID),
    'xmlns:md': METADATA,
  });

function addKey(role: XMLBuilder, use: 'signing' | 'encryption', x5c: string): XMLBuilder {
  const key = role.ele('md:KeyDescriptor', { use });
  const info = key.ele('ds:KeyInfo', { 'xmlns:ds': SIGNATURE });
  info.ele('ds:X509Data').ele('ds:X509Certificate').txt(inLines(x5c));
  return key;
}

/** One place for both bindings, POST first: some readers take the first (facts: clients, certificates and SAML). */
function addService(role: XMLBuilder, name: string, location: string): void {
  for (const binding of ['HTTP-POST', 'HTTP-Redirect']) {
    role.ele(name, { Binding: BINDING + binding, Location: location });
  }
}

/** What an app's service provider has to know of this org. */
export interface IdpMetadata {
  readonly entityId: string;
  /** The certificate to check signatures with: DER in base64. */
  readonly x5c: string;
  readonly nameIdFormat: string;
  /** Where people sign in. */
  readonly ssoUrl: string;
  /** Where they sign out; absent where that is off. */
  readonly sloUrl?: string;
}

/** The metadata of an identity provider, as text (facts: apps §3). */
export function idpMetadata({ entityId, x5c, nameIdFormat, ssoUrl, sloUrl }: IdpMetadata): string {
  const root = entity(entityId);
  const role = root.ele('md:IDPSSODescriptor', {
    WantAuthnRequestsSigned: 'false',
    protocolSupportEnumeration: PROTOCOL,
  });
  addKey(role, 'signing', x5c);
  if (sloUrl !== undefined) addService(role, 'md:SingleLogoutService', sloUrl);
  // Who says nothing may send an address as well.
  for (const format of nameIdFormat === UNSPECIFIED ? [UNSPECIFIED, EMAIL] : [nameIdFormat]) {
    role.ele('md:NameIDFormat').txt(cleaned(format));
  }
  addService(role, 'md:SingleSignOnService', ssoUrl);
  return asText(root);
}

/** What an outside identity provider has to know of this org. */
export interface SpMetadata {
  readonly entityId: string;
  /** The certificate of the key that signs requests: DER in base64. */
  readonly x5c: string;
  readonly signsRequests: boolean;
  /** Where assertions are sent. */
  readonly acsUrl: string;
  readonly name: string;
  readonly organization: { readonly name: string; readonly displayName: string };
}

const encryptions = [
  ...['aes128-cbc', 'aes192-cbc', 'aes256-cbc'].map((name) => XMLENC + name),
  ...['aes128-gcm', 'aes256-gcm'].map((name) => XMLENC11 + name),
  `${XMLENC}tripledes-cbc`,
];

const inEnglish = { 'xml:lang': 'en' };

function addAttributes(role: XMLBuilder, name: string): void {
  const service = role.ele('md:AttributeConsumingService', { index: '0' });
  service.ele('md:ServiceName', inEnglish).txt(cleaned(name));
  for (const [FriendlyName, Name, isRequired] of wantedAttributes) {
    const attribute = { FriendlyName, Name, NameFormat: URI_FORMAT, isRequired: `${isRequired}` };
    service.ele('md:RequestedAttribute', attribute);
  }
}

/** The metadata of a service provider, as text (facts: identity-provider, metadata). */
export function spMetadata({ entityId, x5c, signsRequests, acsUrl, name, organization }: SpMetadata): string {
  const root = entity(entityId);
  const role = root.ele('md:SPSSODescriptor', {
    AuthnRequestsSigned: `${signsRequests}`,
    WantAssertionsSigned: 'true',
    protocolSupportEnumeration: PROTOCOL,
  });
  const key = addKey(role, 'encryption', x5c);
  for (const algorithm of encryptions) key.ele('md:EncryptionMethod', { Algorithm: algorithm });
  addKey(role, 'signing', x5c);
  for (const format of [UNSPECIFIED, EMAIL, PERSISTENT, TRANSIENT]) role.ele('md:NameIDFormat').txt(format);
  role.ele('md:AssertionConsumerService', {
    Binding: `${BINDING}HTTP-POST`,
    Location: acsUrl,
    index: '0',
    isDefault: 'true',
  });
  addAttributes(role, name);
  const owner = root.ele('md:Organization');
  owner.ele('md:OrganizationName', inEnglish).txt(cleaned(organization.name));
  owner.ele('md:OrganizationDisplayName', inEnglish).txt(cleaned(organization.displayName));
  owner.ele('md:OrganizationURL', inEnglish).txt('https://okta.com');
  return asText(root);
}
