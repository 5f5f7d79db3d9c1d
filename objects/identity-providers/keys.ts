import type { Context, ReadContext } from '../../contract/context.js';
import type { IdentityProviderRow } from '../../store/rows/identity-providers.js';
import { addKey, findKey, makeKey } from '../credentials/keys.js';
import type { Owner } from '../credentials/owner.js';
import type { CertifiedKey } from '../keys/signing-key.js';
import { idpOwner } from './view.js';

/** The provider as what has keys and requests. @throws OktaError 404 E0000007 */
export const ownerOf = ({ store }: Pick<ReadContext, 'store'>, idpId: string): Owner =>
  idpOwner(store.identityProviders.require(idpId));

/** The name of the key that a SAML provider signs with, where the key itself was not made yet: a seed can only name it. */
function missingKid(ctx: Pick<ReadContext, 'store'>, idp: IdentityProviderRow): string | undefined {
  const kid = idp.type === 'SAML2' ? idp.protocol.credentials.signing?.kid : undefined;
  return kid !== undefined && !findKey(ctx, idpOwner(idp), kid) ? kid : undefined;
}

/**
 * Makes the key of a provider that has only its name: for `prepare`, since it waits.
 * @throws OktaError 404 E0000007 for an unknown provider
 */
export function makeMissingKey(ctx: ReadContext, idpId: string): Promise<CertifiedKey> | undefined {
  const idp = ctx.store.identityProviders.require(idpId);
  return missingKid(ctx, idp) === undefined ? undefined : makeKey(ctx);
}

/** Gives a provider the key that was made for its name. @returns the provider as what has keys */
export function withMissingKey(ctx: Context, idpId: string, made: CertifiedKey | undefined): Owner {
  const idp = ctx.store.identityProviders.require(idpId);
  const owner = idpOwner(idp);
  const kid = missingKid(ctx, idp);
  if (kid !== undefined && made) addKey(ctx, owner, made, kid);
  return owner;
}
