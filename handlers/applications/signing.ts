import type { Context } from '../../contract/context.js';
import { orgKid } from '../../objects/applications/signing.js';
import { isFederated } from '../../objects/applications/view.js';
import { newKid } from '../../objects/keys/jwks.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

/**
 * The key that a new app is signed with: one of its own, the org's, or none.
 * @returns its name, and what is to be done once the app is there
 */
export function signingFor(
  ctx: Context,
  appId: string,
  mode: string | null,
  key: CertifiedKey | undefined,
): { readonly kid: string | undefined; keep(): void } {
  if (!key) {
    const shares = mode === 'OPENID_CONNECT' || isFederated(mode);
    return { kid: shares ? orgKid(ctx) : undefined, keep: () => undefined };
  }
  const kid = newKid(ctx.ids);
  const now = ctx.now();
  const { privateJwk, x5c, x5tS256, expiresAt } = key;
  return {
    kid,
    keep() {
      ctx.store.appKeys.insert({
        appId,
        kid,
        created: now,
        lastUpdated: now,
        expiresAt,
        privateJwk: { ...privateJwk },
        x5c,
        x5tS256,
      });
    },
  };
}
