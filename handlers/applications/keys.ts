import { waiting } from '../../contract/operations.js';
import { makeNamedKey, ownerOf, withNamedKey } from '../../objects/applications/owner.js';
import { keyActs } from '../../objects/credentials/key-acts.js';
import { readTarget } from '../../objects/credentials/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

const acts = keyActs(
  { owner: ownerOf, make: makeNamedKey, give: withNamedKey },
  ({ appId }: { readonly appId: string }) => appId,
  ({ targetAid }: { readonly targetAid?: string }) => readTarget('targetAid', targetAid),
);

/** The keys that apps sign with (facts: apps §8). */
export const applicationKeys = {
  listApplicationKeys: waiting<'listApplicationKeys', CertifiedKey | undefined>(acts.list),
  getApplicationKey: waiting<'getApplicationKey', CertifiedKey | undefined>(acts.get),
  generateApplicationKey: waiting<'generateApplicationKey', CertifiedKey>(acts.generate),
  cloneApplicationKey: waiting<'cloneApplicationKey', CertifiedKey | undefined>(acts.clone),
};
