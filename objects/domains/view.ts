import type { Link, Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { DomainRow } from '../../store/rows/domains.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';

type Shown = ShownAs<Schemas['Domain']>;

/** The id of the name that Okta gave the org. */
export const DEFAULT_ID = 'default';

const brandLink = (brandId: string, links: Links): Link => links.allow('getBrand', { brandId }, 'GET', 'PUT', 'DELETE');

const facts = ({ id, domain, certificateSourceType, validationStatus, brandId }: DomainRow) => ({
  ...{ id, domain, certificateSourceType, validationStatus, brandId },
});

/** The records by which an org shows that a name is its own (facts: domain). */
const dnsRecords = ({ domain, verificationText }: DomainRow, subdomain: string) => [
  { recordType: 'TXT', fqdn: `_oktaverification.${domain}`, values: [verificationText] },
  { recordType: 'CNAME', fqdn: domain, values: [`${subdomain}.customdomains.okta.com`] },
];

/** What can be done next: be verified, or be given a certificate. */
function nextLinks({ id: domainId, validationStatus }: DomainRow, links: Links): Record<string, Link> {
  if (validationStatus === 'VERIFIED' || validationStatus === 'COMPLETED') {
    return { certificate: links.allow('createCertificate', { domainId }, 'PUT') };
  }
  return validationStatus === 'IN_PROGRESS' ? {} : { verify: links.allow('verifyDomain', { domainId }, 'POST') };
}

/** What a domain's answer depends on besides the domain. */
interface Around {
  /** The org's. */
  readonly subdomain: string;
  readonly links: Links;
  /** What its own link allows. */
  readonly allow: readonly string[];
  /** It has just been verified, or not: the answer has no link to try again. */
  readonly tried: boolean;
}

/** A whole domain. Its links differ from answer to answer (facts: domain, Effects). */
export function domainView(row: DomainRow, { subdomain, links, allow, tried }: Around): Shown {
  const { publicCertificate } = row;
  const { verify, ...next } = nextLinks(row, links);
  return {
    ...facts(row),
    dnsRecords: dnsRecords(row, subdomain),
    ...(publicCertificate ? { publicCertificate } : {}),
    _links: {
      self: links.allow('getDomain', { domainId: row.id }, ...allow),
      ...next,
      ...(verify && !tried ? { verify } : {}),
      brand: brandLink(row.brandId, links),
    },
  };
}

/** A domain as the list shows it. */
export const listedDomainView: View<DomainRow, Schemas['Domain']> = (row, links) => ({
  ...facts(row),
  _links: {
    self: links.allow('getDomain', { domainId: row.id }, 'GET', 'DELETE'),
    brand: brandLink(row.brandId, links),
  },
});

/** The name that every org has: the host that it is asked at. */
export const defaultDomain = (brandId: string, links: Links): Shown => ({
  id: DEFAULT_ID,
  domain: new URL(links.base).hostname,
  certificateSourceType: 'OKTA_MANAGED',
  validationStatus: 'COMPLETED',
  brandId,
  _links: {
    self: links.allow('getDomain', { domainId: DEFAULT_ID }, 'GET'),
    brand: brandLink(brandId, links),
  },
});

/** A domain as events name it. */
export const domainTarget = ({ id, domain }: DomainRow): LogTarget => target(id, 'CustomDomain', 'unknown', domain);
