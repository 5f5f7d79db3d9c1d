import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { type CertificateFacts, factsOf, MOST_BYTES, parseCertificate, pemBlocks } from './read-certificate.js';

/** The three PEM texts that are uploaded for a custom domain. */
export interface DomainCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly certificateChain: string;
}

/** Why they are refused, told by the member at fault. */
export type DomainCertificateFault =
  /** `certificate` is not one certificate in PEM. */
  | { readonly member: 'certificate'; readonly fault: 'unreadable' }
  /** `certificate` has no RSA key of 2048, 3072 or 4096 bits. */
  | { readonly member: 'certificate'; readonly fault: 'keyKind' }
  /** `certificate` is out of date. */
  | { readonly member: 'certificate'; readonly fault: 'expired' }
  /** `privateKey` is no private key in PEM, or an encrypted one. */
  | { readonly member: 'privateKey'; readonly fault: 'unreadable' }
  /** `privateKey` is of another key pair than `certificate`. */
  | { readonly member: 'privateKey'; readonly fault: 'otherKey' }
  /** `certificateChain` is not certificates in PEM. */
  | { readonly member: 'certificateChain'; readonly fault: 'unreadable' }
  /** `certificateChain` does not hold the issuer of `certificate`, or breaks off within. */
  | { readonly member: 'certificateChain'; readonly fault: 'broken' };

const MODULUS_LENGTHS: readonly number[] = [2048, 3072, 4096];

/** A root, three that lead to it, and room: each is checked against the one after it. */
const MOST_CERTIFICATES = 16;

/** Reads a private key in PEM: PKCS#8, or the older form of RSA keys. @returns undefined for all else */
function readPrivateKey(pem: string): KeyObject | undefined {
  if (pem.length > MOST_BYTES) return undefined;
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    return undefined;
  }
}

/** The certificates in PEM text, in their order; undefined if one of them is none, or there are too many. */
function certificatesOf(pem: string): readonly X509Certificate[] | undefined {
  const ders = pem.length > MOST_BYTES ? undefined : pemBlocks(pem);
  if (!ders || ders.length > MOST_CERTIFICATES) return undefined;
  const certificates = ders.map(parseCertificate).filter((parsed) => parsed !== undefined);
  return certificates.length === ders.length ? certificates : undefined;
}

/** Whether the second issued the first: by its names, and by the signature. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key or a signature of a kind that OpenSSL does not know proves nothing.
    return false;
  }
}

/** Whether each of the chain issued the one before it. A certificate that issued itself may stand alone or at the end. */
function isChain(certificate: X509Certificate, chain: readonly X509Certificate[]): boolean {
  const rest = chain[0]?.fingerprint256 === certificate.fingerprint256 ? chain.slice(1) : chain;
  const all = [certificate, ...rest];
  if (rest.length === 0) return isIssuedBy(certificate, certificate);
  return rest.every((issuer, at) => isIssuedBy(all[at] ?? certificate, issuer));
}

/**
 * Holds certificate, private key and chain of a custom domain to each other (facts: domain).
 * @param now milliseconds since 1970, from the org's clock
 * @returns what the certificate says, or what is wrong, in the order certificate, key, chain
 */
export function checkDomainCertificate(
  given: DomainCertificate,
  now: number,
): { readonly certificate: CertificateFacts } | DomainCertificateFault {
  const [leaf, ...more] = certificatesOf(given.certificate) ?? [];
  const facts = leaf && more.length === 0 ? factsOf(leaf) : undefined;
  if (!leaf || !facts) return { member: 'certificate', fault: 'unreadable' };
  if (!MODULUS_LENGTHS.includes(facts.modulusLength ?? 0)) return { member: 'certificate', fault: 'keyKind' };
  if (facts.notAfter <= now) return { member: 'certificate', fault: 'expired' };
  const key = readPrivateKey(given.privateKey);
  if (!key) return { member: 'privateKey', fault: 'unreadable' };
  if (!leaf.checkPrivateKey(key)) return { member: 'privateKey', fault: 'otherKey' };
  const chain = certificatesOf(given.certificateChain);
  if (!chain) return { member: 'certificateChain', fault: 'unreadable' };
  if (!isChain(leaf, chain)) return { member: 'certificateChain', fault: 'broken' };
  return { certificate: facts };
}
