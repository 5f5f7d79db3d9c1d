import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { type Raw, raw } from '../../contract/reply.js';
import { findKey } from '../../objects/credentials/keys.js';
import { makeMissingKey, withMissingKey } from '../../objects/identity-providers/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';
import { spMetadata } from '../../objects/saml/metadata.js';

function act({ params }: NeighbourCall, ctx: Context, made: unknown): Raw {
  const idp = ctx.store.identityProviders.require(params.idpId ?? '');
  const { trust, signing } = idp.protocol.credentials;
  const owner = withMissingKey(ctx, idp.id, made as CertifiedKey | undefined);
  const key = findKey(ctx, owner, signing?.kid ?? '');
  if (idp.type !== 'SAML2' || !key) throw invalid('type', 'type: Only SAML 2.0 identity providers have metadata.');
  const { subdomain = '', companyName = '' } = ctx.store.org.all()[0] ?? {};
  const { base } = ctx.links;
  const own = idp.protocol.endpoints?.acs?.type === 'ORG' ? '' : `/${idp.id}`;
  const request = idp.protocol.algorithms?.request;
  const xml = spMetadata({
    entityId: trust?.audience ?? '',
    x5c: key.x5c,
    signsRequests: JSON.stringify(request ?? {}).includes('"REQUEST"'),
    acsUrl: `${base}/sso/saml2${own}`,
    name: idp.name,
    organization: { name: subdomain, displayName: companyName },
  });
  return raw(xml, { mediaType: 'application/xml' });
}

/** What a SAML provider has to know of this org: where its `_links.metadata` leads (facts: identity-provider). */
export const getIdpMetadata = {
  prepare: ({ params }: NeighbourCall, ctx: ReadContext) => makeMissingKey(ctx, params.idpId ?? ''),
  act,
};
