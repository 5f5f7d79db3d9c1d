import { createHash } from 'node:crypto';
import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { addBrand, defaultBrand } from '../../objects/brands/new-brand.js';
import { brandToHave, refuseDefaultDomain, requireDomain } from '../../objects/domains/find.js';
import { releaseIssuers } from '../../objects/domains/issuers.js';
import { isVerified, verify } from '../../objects/domains/verify.js';
import { DEFAULT_ID, defaultDomain, domainTarget, domainView, listedDomainView } from '../../objects/domains/view.js';
import { cancel, ISSUE_CERTIFICATE } from '../../objects/due.js';
import type { BrandRow } from '../../store/rows/brands.js';
import type { DomainRow } from '../../store/rows/domains.js';
import { readCertificate, readDomain } from './given.js';

/** Custom domains that an org may have. */
const MOST_DOMAINS = 3;

const shown = (ctx: Context, row: DomainRow, allow: readonly string[], tried = false) =>
  domainView(row, { subdomain: ctx.store.org.all()[0]?.subdomain ?? '', links: ctx.links, allow, tried });

const defaultBrandId = (ctx: Context): string => defaultBrand(ctx.store)?.id ?? '';

const isFree = (ctx: Context, brand: BrandRow): boolean =>
  !brand.isDefault && ctx.store.domains.count('brand', brand.id) === 0;

/**
 * The brand of a new domain: the one that is asked for, else one of the domain's name, which is made unless it is left
 * over from an earlier domain (facts: reports).
 * @throws OktaError 409 E0000203 for a brand that is not there or taken, E0000202 where the name is
 */
function brandFor(ctx: Context, domain: string, brandId: string | undefined): BrandRow {
  if (brandId !== undefined) return brandToHave(ctx, brandId);
  const namesake = ctx.store.brands.by('name', domain);
  if (namesake && !isFree(ctx, namesake)) throw new OktaError('E0000202');
  return namesake ?? addBrand(ctx.store, { name: domain });
}

/** A text for the TXT record: 32 hexadecimal digits. */
const verificationText = ({ ids }: Context): string =>
  createHash('sha256').update(ids.secret(32)).digest('hex').slice(0, 32);

/** Okta need not get a certificate any more. */
const stopWaiting = (ctx: Context, { id }: DomainRow): void => cancel(ctx, { kind: ISSUE_CERTIFICATE, of: id });

/** Names of the org's own: proved by DNS, then served with a certificate. */
export const domains = {
  listDomains: (_, ctx) => ({
    domains: [
      ...ctx.store.domains.all().map((row) => listedDomainView(row, ctx.links)),
      defaultDomain(defaultBrandId(ctx), ctx.links),
    ],
  }),

  getDomain: ({ params }, ctx) =>
    params.domainId === DEFAULT_ID
      ? defaultDomain(defaultBrandId(ctx), ctx.links)
      : shown(ctx, requireDomain(ctx, params.domainId), ['DELETE']),

  createDomain({ body }, ctx) {
    const { domain, certificateSourceType, brandId } = readDomain(body);
    if (ctx.store.domains.by('domain', domain)) throw new OktaError('E0000161');
    if (ctx.store.domains.count() >= MOST_DOMAINS) throw new OktaError('E0000162');
    const row = ctx.store.domains.insert({
      ...{ domain, certificateSourceType, validationStatus: 'NOT_STARTED' },
      brandId: brandFor(ctx, domain, brandId).id,
      verificationText: verificationText(ctx),
    });
    ctx.log('system.custom_url_domain.initiate', [domainTarget(row)]);
    return shown(ctx, row, ['GET', 'DELETE', 'PUT']);
  },

  /** Its brand stays. */
  deleteDomain({ params }, ctx) {
    refuseDefaultDomain(params.domainId);
    const row = requireDomain(ctx, params.domainId);
    ctx.store.domains.remove(row.id);
    releaseIssuers(ctx, row.domain);
    stopWaiting(ctx, row);
    ctx.log('system.custom_url_domain.delete', [domainTarget(row)]);
  },

  /** A domain that failed may try again; one that is verified stays so. */
  verifyDomain({ params }, ctx) {
    refuseDefaultDomain(params.domainId);
    const before = requireDomain(ctx, params.domainId);
    const row = isVerified(before) ? before : verify(ctx, before);
    if (row !== before && isVerified(row)) ctx.log('system.custom_url_domain.verify', [domainTarget(row)]);
    return shown(ctx, row, ['GET', 'DELETE'], true);
  },

  /** A certificate of the org's own ends Okta's care for it. */
  createCertificate({ params, body }, ctx) {
    refuseDefaultDomain(params.domainId);
    const before = requireDomain(ctx, params.domainId);
    if (!isVerified(before)) {
      const said = 'Could not verify the specified custom domain. Make sure the TXT record matches the expected value.';
      throw new OktaError('E0000165', { causes: [said] });
    }
    const { subject, sha1: fingerprint, notAfter } = readCertificate(body, ctx);
    const row = ctx.store.domains.update(before.id, {
      ...{ certificateSourceType: 'MANUAL', validationStatus: 'COMPLETED' },
      publicCertificate: { subject, fingerprint, expiration: ctx.clock.timestamp(notAfter) },
    });
    stopWaiting(ctx, row);
    ctx.log('system.custom_url_domain.cert_upload', [domainTarget(row)]);
  },
} satisfies HandlersOf<'Domain'>;
