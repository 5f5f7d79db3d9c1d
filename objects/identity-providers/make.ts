import type { Context } from '../../contract/context.js';
import type { IdentityProviderRow, IdpCredentials } from '../../store/rows/identity-providers.js';
import { newAudience } from './audience.js';
import { addMapping } from './mapping.js';
import type { GivenIdp } from './reading/idp.js';

type Making = Pick<Context, 'store' | 'ids' | 'now'>;

/** The credentials of a SAML provider, with the audience and the key that the body leaves to the org. */
export function completed(
  ctx: Pick<Context, 'ids'>,
  credentials: IdpCredentials,
  kept: { readonly audience?: string | undefined; readonly kid: string | undefined },
): IdpCredentials {
  const { trust } = credentials;
  if (!trust) return credentials;
  const audience = trust.audience ?? kept.audience ?? newAudience(ctx.ids);
  return { ...credentials, trust: { ...trust, audience }, ...(kept.kid ? { signing: { kid: kept.kid } } : {}) };
}

/**
 * Makes a provider and the mapping of its users.
 * @param kid the name of the key that it signs requests with, if it is of SAML
 */
export function makeIdp(ctx: Making, given: GivenIdp, kid: string | undefined, id?: string): IdentityProviderRow {
  const { protocol, status = 'ACTIVE' } = given;
  const credentials = given.type === 'SAML2' ? completed(ctx, protocol.credentials, { kid }) : protocol.credentials;
  const now = ctx.now();
  const row = ctx.store.identityProviders.insert({
    ...(id === undefined ? {} : { id }),
    ...given,
    status,
    protocol: { ...protocol, credentials },
    created: now,
    lastUpdated: now,
  });
  addMapping(ctx, row);
  return row;
}
