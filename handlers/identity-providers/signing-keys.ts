import type { ReadContext } from '../../contract/context.js';
import { waiting } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import {
  cloneKey,
  generateKey,
  keysOf,
  keyView,
  makeKey,
  readTarget,
  readYears,
  requireKey,
} from '../../objects/credentials/keys.js';
import type { Owner } from '../../objects/credentials/owner.js';
import { makeMissingKey, withMissingKey } from '../../objects/identity-providers/keys.js';
import { idpOwner } from '../../objects/identity-providers/view.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

/** The provider as what has keys. @throws OktaError 404 E0000007 */
export const ownerOf = ({ store }: Pick<ReadContext, 'store'>, idpId: string): Owner =>
  idpOwner(store.identityProviders.require(idpId));

const prepare = ({ params }: { readonly params: { readonly idpId: string } }, ctx: ReadContext) =>
  makeMissingKey(ctx, params.idpId);

const listIdentityProviderSigningKeys = waiting<'listIdentityProviderSigningKeys', CertifiedKey | undefined>({
  prepare,
  act: ({ params }, ctx, made) => list(keyView, keysOf(ctx, withMissingKey(ctx, params.idpId, made))),
});

const getIdentityProviderSigningKey = waiting<'getIdentityProviderSigningKey', CertifiedKey | undefined>({
  prepare,
  act: ({ params }, ctx, made) => show(keyView, requireKey(ctx, withMissingKey(ctx, params.idpId, made), params.keyId)),
});

const generateIdentityProviderSigningKey = waiting<'generateIdentityProviderSigningKey', CertifiedKey>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.idpId);
    return makeKey(ctx, readYears(query.validityYears));
  },
  act: ({ params }, ctx, key) => generateKey(ctx, ownerOf(ctx, params.idpId), key),
});

const cloneIdentityProviderKey = waiting<'cloneIdentityProviderKey', CertifiedKey | undefined>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.idpId);
    ownerOf(ctx, readTarget('targetIdpId', query.targetIdpId));
    return makeMissingKey(ctx, params.idpId);
  },
  act({ params, query }, ctx, made) {
    const from = withMissingKey(ctx, params.idpId, made);
    return cloneKey(ctx, from, params.keyId, ownerOf(ctx, query.targetIdpId ?? ''));
  },
});

/** The keys that providers' requests are signed with (facts: identity-provider, signing keys). */
export const signingKeys = {
  listIdentityProviderSigningKeys,
  getIdentityProviderSigningKey,
  generateIdentityProviderSigningKey,
  cloneIdentityProviderKey,
};
