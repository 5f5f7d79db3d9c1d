import type { Context, ReadContext } from '../../contract/context.js';
import type { AppRow } from '../../store/rows/applications.js';
import { findKey, makeKey } from '../credentials/keys.js';
import type { Owner } from '../credentials/owner.js';
import type { CertifiedKey } from '../keys/signing-key.js';
import { orgKid } from './signing.js';
import { appTarget } from './view.js';

const ownerFrom = (app: AppRow): Owner => ({ kind: 'app', id: app.id, target: appTarget(app) });

/** The application as what has keys and requests. @throws OktaError 404 E0000007 */
export const ownerOf = ({ store }: Pick<ReadContext, 'store'>, appId: string): Owner =>
  ownerFrom(store.apps.require(appId));

/** Whether an app signs with the org's key, and nobody has asked for that key of it yet. */
const lacksKey = (ctx: Pick<ReadContext, 'store'>, app: AppRow): boolean =>
  app.credentials.signing.kid === orgKid(ctx) && !findKey(ctx, ownerFrom(app), orgKid(ctx));

/**
 * Makes the org's key where an app is the first whose keys are asked for: for `prepare`, since it waits.
 * @throws OktaError 404 E0000007 for an unknown app
 */
export function makeOrgKey(ctx: ReadContext, appId: string): Promise<CertifiedKey> | undefined {
  const app = ctx.store.apps.require(appId);
  return lacksKey(ctx, app) && !ctx.store.orgKeys.get(orgKid(ctx)) ? makeKey(ctx) : undefined;
}

/**
 * Gives an app the key of the org that it signs with, as if it had had it from the beginning.
 * @param made what `makeOrgKey` gave; another request may have been first, and then its key is the key
 * @returns the app as what has keys
 */
export function withOrgKey(ctx: Context, appId: string, made: CertifiedKey | undefined): Owner {
  const app = ctx.store.apps.require(appId);
  const owner = ownerFrom(app);
  if (!lacksKey(ctx, app)) return owner;
  const kid = orgKid(ctx);
  const shared = ctx.store.orgKeys.get(kid) ?? (made && ctx.store.orgKeys.insert({ ...made, id: kid }));
  if (!shared) return owner;
  const { expiresAt, privateJwk, x5c, x5tS256 } = shared;
  const { created } = app;
  ctx.store.appKeys.insert({ appId, kid, created, lastUpdated: created, expiresAt, privateJwk, x5c, x5tS256 });
  return owner;
}
