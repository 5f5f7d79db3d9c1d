import type { ReadContext } from '../../contract/context.js';
import { type Act, waiting } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import {
  cloneKey,
  generateKey,
  keysOf,
  keyView,
  makeKey,
  readYears,
  requireKey,
} from '../../objects/credentials/keys.js';
import type { Owner } from '../../objects/credentials/owner.js';
import { idpOwner } from '../../objects/identity-providers/view.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

/** The provider as what has keys. @throws OktaError 404 E0000007 */
export const ownerOf = ({ store }: Pick<ReadContext, 'store'>, idpId: string): Owner =>
  idpOwner(store.identityProviders.require(idpId));

const listIdentityProviderSigningKeys: Act<'listIdentityProviderSigningKeys'> = ({ params }, ctx) =>
  list(keyView, keysOf(ctx, ownerOf(ctx, params.idpId)));

const getIdentityProviderSigningKey: Act<'getIdentityProviderSigningKey'> = ({ params }, ctx) =>
  show(keyView, requireKey(ctx, ownerOf(ctx, params.idpId), params.keyId));

const generateIdentityProviderSigningKey = waiting<'generateIdentityProviderSigningKey', CertifiedKey>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.idpId);
    return makeKey(ctx, readYears(query.validityYears));
  },
  act: ({ params }, ctx, key) => generateKey(ctx, ownerOf(ctx, params.idpId), key),
});

const cloneIdentityProviderKey: Act<'cloneIdentityProviderKey'> = ({ params, query }, ctx) =>
  cloneKey(ctx, ownerOf(ctx, params.idpId), params.keyId, ownerOf(ctx, query.targetIdpId ?? ''));

/** The keys that providers' requests are signed with (facts: identity-provider, signing keys). */
export const signingKeys = {
  listIdentityProviderSigningKeys,
  getIdentityProviderSigningKey,
  generateIdentityProviderSigningKey,
  cloneIdentityProviderKey,
};
