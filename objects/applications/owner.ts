import type { Context, ReadContext } from '../../contract/context.js';
import type { AppRow } from '../../store/rows/applications.js';
import { findKey, makeKey } from '../credentials/keys.js';
import type { Owner } from '../credentials/owner.js';
import type { CertifiedKey } from '../keys/signing-key.js';
import { hasOwnKey, orgKid, signingKid } from './signing.js';
import { appTarget } from './view.js';

const ownerFrom = (app: AppRow): Owner => ({ kind: 'app', id: app.id, target: appTarget(app) });

/** The application as what has keys and requests. @throws OktaError 404 E0000007 */
export const ownerOf = ({ store }: Pick<ReadContext, 'store'>, appId: string): Owner =>
  ownerFrom(store.apps.require(appId));

/**
 * The name of a key that nobody has asked for yet: the org's, of an app that shares it, whatever it signs with now; or
 * the own one that a seed's app signs with, since a seed can only name it.
 */
function missingKid(ctx: Pick<ReadContext, 'store'>, app: AppRow): string | undefined {
  const { kid } = app.credentials.signing;
  const first = signingKid(ctx, app.id, app.signOnMode);
  const wanted = kid === first || kid === orgKid(ctx) ? kid : hasOwnKey(app.signOnMode) ? undefined : first;
  return wanted !== undefined && !findKey(ctx, ownerFrom(app), wanted) ? wanted : undefined;
}

/**
 * Makes the key of an app that has only its name, unless another app made the org's: for `prepare`, since it waits.
 * @throws OktaError 404 E0000007 for an unknown app
 */
export function makeNamedKey(ctx: ReadContext, appId: string): Promise<CertifiedKey> | undefined {
  const kid = missingKid(ctx, ctx.store.apps.require(appId));
  return kid !== undefined && !ctx.store.orgKeys.get(kid) ? makeKey(ctx) : undefined;
}

/**
 * Gives an app the key that so far was only named, as if it had had it from the beginning.
 * @param made what `makeNamedKey` gave; another request may have been first, and then its key is the key
 * @returns the app as what has keys
 */
export function withNamedKey(ctx: Context, appId: string, made: CertifiedKey | undefined): Owner {
  const app = ctx.store.apps.require(appId);
  const owner = ownerFrom(app);
  const kid = missingKid(ctx, app);
  if (kid === undefined) return owner;
  const isShared = kid === orgKid(ctx);
  const key = isShared
    ? (ctx.store.orgKeys.get(kid) ?? (made && ctx.store.orgKeys.insert({ ...made, id: kid })))
    : made;
  if (!key) return owner;
  const { expiresAt, privateJwk, x5c, x5tS256 } = key;
  const { created } = app;
  ctx.store.appKeys.insert({ appId, kid, created, lastUpdated: created, expiresAt, privateJwk, x5c, x5tS256 });
  return owner;
}
