import type { Context } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { type Raw, raw } from '../../contract/reply.js';
import { findKey } from '../../objects/credentials/keys.js';
import { idpOwner } from '../../objects/identity-providers/view.js';
import { spMetadata } from '../../objects/saml/metadata.js';

/** What a SAML provider has to know of this org: where its `_links.metadata` leads (facts: identity-provider). */
export function getIdpMetadata({ params }: NeighbourCall, ctx: Context): Raw {
  const idp = ctx.store.identityProviders.require(params.idpId ?? '');
  const { trust, signing } = idp.protocol.credentials;
  const key = findKey(ctx, idpOwner(idp), signing?.kid ?? '');
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
