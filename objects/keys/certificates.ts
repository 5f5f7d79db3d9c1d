import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { RsaKey, RsaPrivateJwk, RsaPublicJwk } from '../../store/rsa-pool.js';
import {
  bitString,
  context,
  contextIa5,
  ia5,
  integer,
  nullValue,
  objectId,
  octetString,
  printable,
  sequence,
  setOf,
  time,
  utf8,
} from './der.js';

/** A distinguished name as Okta's bodies give it. Members that are null, empty or absent are left out. */
export interface SubjectName {
  readonly countryName?: string | null;
  readonly stateOrProvinceName?: string | null;
  readonly localityName?: string | null;
  readonly organizationName?: string | null;
  readonly organizationalUnitName?: string | null;
  readonly commonName?: string | null;
  readonly emailAddress?: string | null;
}

/** The members of a name in the order they are written in, and how (facts: recorded certificates and requests). */
const attributes: readonly (readonly [keyof SubjectName, oid: string, write: (text: string) => Buffer])[] = [
  ['countryName', '2.5.4.6', printable],
  ['stateOrProvinceName', '2.5.4.8', utf8],
  ['localityName', '2.5.4.7', utf8],
  ['organizationName', '2.5.4.10', utf8],
  ['organizationalUnitName', '2.5.4.11', utf8],
  ['commonName', '2.5.4.3', utf8],
  ['emailAddress', '1.2.840.113549.1.9.1', ia5],
];

const RSA_WITH_SHA256 = sequence(objectId('1.2.840.113549.1.1.11'), nullValue);
const EXTENSION_REQUEST = objectId('1.2.840.113549.1.9.14');
const SUBJECT_ALT_NAME = objectId('2.5.29.17');
/** The choice dNSName of a GeneralName. */
const DNS_NAME = 2;
const VERSION_3 = context(0, integer(2n));
const VERSION_1 = integer(0n);

const MINUTE = 60_000;
/** The last time that a certificate can name (RFC 5280). */
const END_OF_TIME = Date.UTC(9999, 11, 31, 23, 59, 59);

function nameOf(subject: SubjectName): Buffer {
  const parts = attributes.flatMap(([member, oid, write]) => {
    const text = subject[member];
    return text ? [setOf(sequence(objectId(oid), write(text)))] : [];
  });
  return sequence(...parts);
}

const publicKeyInfo = (jwk: RsaPublicJwk): Buffer =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'der' });

/** Signs on a thread of libuv's. */
function signatureOf(signed: Buffer, jwk: RsaPrivateJwk): Promise<Buffer> {
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  return new Promise((resolve, reject) => {
    sign('sha256', signed, key, (error, signature) => (error ? reject(error) : resolve(signature)));
  });
}

/** What is signed, with its signature: the frame of a certificate and of a request. @returns DER in base64 */
async function signedDer(content: Buffer, key: RsaKey): Promise<string> {
  const signature = await signatureOf(content, key.privateJwk);
  return sequence(content, RSA_WITH_SHA256, bitString(signature)).toString('base64');
}

/** The subject and issuer of the certificates that an org makes for itself (facts: apps §8). */
export const orgSubject = (subdomain: string): SubjectName => ({
  countryName: 'US',
  stateOrProvinceName: 'California',
  localityName: 'San Francisco',
  organizationName: 'Okta',
  organizationalUnitName: 'SSOProvider',
  commonName: subdomain,
  emailAddress: 'info@okta.com',
});

/** What a self-signed certificate says. */
export interface SelfSigned {
  readonly key: RsaKey;
  readonly subject: SubjectName;
  /** Milliseconds since 1970, from the org's clock. It is valid from a minute before. */
  readonly created: number;
  /** How many calendar years it is valid. */
  readonly validityYears: number;
  /** Above 0. Okta takes the milliseconds of its creation (facts: recorded certificates), which is the default. */
  readonly serialNumber?: bigint;
}

/**
 * When a certificate of so many years ends: the same day and second, the 28th for a 29 February that is none.
 * @param created milliseconds since 1970 @returns milliseconds since 1970, whole seconds
 */
export function expiryOf(created: number, validityYears: number): number {
  const start = new Date(created);
  const end = new Date(created);
  end.setUTCMilliseconds(0);
  end.setUTCFullYear(start.getUTCFullYear() + validityYears);
  if (end.getUTCMonth() !== start.getUTCMonth()) end.setUTCDate(0);
  return Math.min(end.getTime(), END_OF_TIME);
}

/**
 * Makes a self-signed certificate as Okta's signing keys have them: version 3, SHA-256 with RSA, no extensions.
 * @returns its DER in base64, as a member of `x5c`; `readCertificate` tells the rest
 */
export function selfSignedCertificate(given: SelfSigned): Promise<string> {
  const { key, subject, created, validityYears, serialNumber = BigInt(created) } = given;
  const name = nameOf(subject);
  const validity = sequence(time(created - MINUTE), time(expiryOf(created, validityYears)));
  const content = sequence(
    VERSION_3,
    integer(serialNumber),
    RSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKeyInfo(key.publicJwk),
  );
  return signedDer(content, key);
}

/** What a signing request asks for. */
export interface SigningRequest {
  readonly key: RsaKey;
  readonly subject: SubjectName;
  /** Names for subjectAltName, each of them `isDnsName`; none leaves the extension out. */
  readonly dnsNames?: readonly string[];
}

/** Whether a request can carry this name: ASCII alone, as an IA5String wants, and no blanks or controls. */
export const isDnsName = (text: string): boolean => /^[!-~]{1,253}$/.test(text);

/**
 * Makes a PKCS#10 signing request.
 * @returns its DER in base64, on one line
 * @throws RangeError for a name that `isDnsName` refuses: check bodies before
 */
export async function signingRequest({ key, subject, dnsNames = [] }: SigningRequest): Promise<string> {
  const bad = dnsNames.find((name) => !isDnsName(name));
  if (bad !== undefined) throw new RangeError(`no DNS name: ${bad}`);
  const content = sequence(
    VERSION_1,
    nameOf(subject),
    publicKeyInfo(key.publicJwk),
    dnsNames.length === 0 ? context(0) : context(0, altNamesRequest(dnsNames)),
  );
  return signedDer(content, key);
}

function altNamesRequest(dnsNames: readonly string[]): Buffer {
  const names = sequence(...dnsNames.map((name) => contextIa5(DNS_NAME, name)));
  const extensions = sequence(sequence(SUBJECT_ALT_NAME, octetString(names)));
  return sequence(EXTENSION_REQUEST, setOf(extensions));
}
