import type { Context } from '../../contract/context.js';
import { invalid, unreadable } from '../../contract/errors.js';
import { missing, refuseAll, textOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { isOktaName, isSubdomain } from '../../objects/domains/names.js';
import {
  checkDomainCertificate,
  type DomainCertificate,
  type DomainCertificateFault,
} from '../../objects/keys/domain-certificate.js';
import type { CertificateFacts } from '../../objects/keys/read-certificate.js';
import type { DomainRow } from '../../store/rows/domains.js';

type Body = Given<Schemas['Domain']>;
type CertificateBody = Given<Schemas['DomainCertificate']>;

const isSource = (value: unknown): value is DomainRow['certificateSourceType'] =>
  value === 'MANUAL' || value === 'OKTA_MANAGED';

/** What a client may say of a new domain; `brandId` is asked for by clients of today. */
export interface GivenDomain {
  readonly domain: string;
  readonly certificateSourceType: DomainRow['certificateSourceType'];
  readonly brandId: string | undefined;
}

/** @throws OktaError 400 E0000001 for a name that is none, or Okta's own; E0000003 for an unknown source */
export function readDomain(body: Body): GivenDomain {
  refuseAll([...missing('domain', body.domain), ...tooLong('domain', body.domain)]);
  const domain = String(body.domain).trim().toLowerCase();
  if (!isSubdomain(domain)) throw invalid('domain', 'domain: The name must be a whole one, with a subdomain.');
  if (isOktaName(domain)) throw invalid('domain', 'domain: Prohibited custom domain name.');
  const certificateSourceType = body.certificateSourceType ?? 'MANUAL';
  if (!isSource(certificateSourceType)) throw unreadable();
  return { domain, certificateSourceType, brandId: textOf((body as { readonly brandId?: unknown }).brandId) };
}

type NameOf<F> = F extends { readonly member: infer M extends string; readonly fault: infer W extends string }
  ? `${M} ${W}`
  : never;

/** Why a certificate is refused. Okta's own words are not known. */
const sentences: Readonly<Record<NameOf<DomainCertificateFault>, string>> = {
  'certificate unreadable': 'The certificate is not a certificate in PEM',
  'certificate keyKind': 'The key must be an RSA key of 2048, 3072 or 4096 bits',
  'certificate expired': 'The certificate has expired',
  'privateKey unreadable': 'The private key is not a key in PEM',
  'privateKey otherKey': 'The private key does not match the certificate',
  'certificateChain unreadable': 'The certificate chain is not certificates in PEM',
  'certificateChain broken': 'The certificate chain does not lead from the certificate to its issuer',
};

/** @throws OktaError 400 E0000001, E0000003 for another form than PEM */
export function readCertificate(body: CertificateBody, { clock }: Pick<Context, 'clock'>): CertificateFacts {
  const members = ['certificate', 'privateKey', 'certificateChain'] as const;
  refuseAll([...missing('type', body.type), ...members.flatMap((name) => missing(name, body[name]))]);
  if (body.type !== 'PEM') throw unreadable();
  const given: DomainCertificate = {
    certificate: String(body.certificate),
    privateKey: String(body.privateKey),
    certificateChain: String(body.certificateChain),
  };
  const checked = checkDomainCertificate(given, clock.now());
  if ('certificate' in checked) return checked.certificate;
  throw invalid(
    checked.member,
    `${checked.member}: ${sentences[`${checked.member} ${checked.fault}` as NameOf<typeof checked>]}`,
  );
}
