import { waiting } from '../../contract/operations.js';
import { keyActs } from '../../objects/credentials/key-acts.js';
import { readTarget } from '../../objects/credentials/keys.js';
import { makeMissingKey, ownerOf, withMissingKey } from '../../objects/identity-providers/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

const acts = keyActs(
  { owner: ownerOf, make: makeMissingKey, give: withMissingKey },
  ({ idpId }: { readonly idpId: string }) => idpId,
  ({ targetIdpId }: { readonly targetIdpId?: string }) => readTarget('targetIdpId', targetIdpId),
);

/** The keys that providers' requests are signed with (facts: identity-provider, signing keys). */
export const signingKeys = {
  listIdentityProviderSigningKeys: waiting<'listIdentityProviderSigningKeys', CertifiedKey | undefined>(acts.list),
  getIdentityProviderSigningKey: waiting<'getIdentityProviderSigningKey', CertifiedKey | undefined>(acts.get),
  generateIdentityProviderSigningKey: waiting<'generateIdentityProviderSigningKey', CertifiedKey>(acts.generate),
  cloneIdentityProviderKey: waiting<'cloneIdentityProviderKey', CertifiedKey | undefined>(acts.clone),
};
