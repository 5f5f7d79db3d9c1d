import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import { missing, refuseAll } from '../../contract/given.js';
import type { Links } from '../../contract/links.js';
import type { Answer, Shown, View } from '../../contract/reply.js';
import { reply, show } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AppKeyRow } from '../../store/rows/app-credentials.js';
import type { IdpSigningKeyRow } from '../../store/rows/identity-providers.js';
import { newKid } from '../keys/jwks.js';
import {
  type CertifiedKey,
  type KeyDates,
  makeSigningKey,
  signingKeyView,
  VALIDITY_YEARS,
} from '../keys/signing-key.js';
import type { Owner } from './owner.js';

/** A signing key of an app or of an identity provider. */
export type OwnedKey = AppKeyRow | IdpSigningKeyRow;

type JsonWebKey = Schemas['JsonWebKey'];

/** A signing key, with its certificate and without what is private (facts: apps §8). */
export const keyView: View<OwnedKey, JsonWebKey> = (row) => ({ ...signingKeyView(row, row) });

/** The keys of an owner, the oldest first. */
export const keysOf = ({ store }: Pick<ReadContext, 'store'>, { kind, id }: Owner): readonly OwnedKey[] =>
  kind === 'app' ? store.appKeys.where('app', id) : store.idpSigningKeys.where('idp', id);

/** The owner's key of this name, if it has one. */
export function findKey({ store }: Pick<ReadContext, 'store'>, { kind, id }: Owner, kid: string): OwnedKey | undefined {
  const pair = `${id} ${kid}`;
  return kind === 'app' ? store.appKeys.by('pair', pair) : store.idpSigningKeys.by('pair', pair);
}

/**
 * The owner's key of this name.
 * @throws OktaError 404 E0000007
 */
export function requireKey(ctx: Pick<ReadContext, 'store'>, owner: Owner, kid: string): OwnedKey {
  const key = findKey(ctx, owner, kid);
  if (!key) throw notFound(kid, 'JsonWebKey');
  return key;
}

/**
 * How long a key shall be valid.
 * @throws OktaError 400 E0000001 outside of 2 to 10 years
 */
export function readYears(years: unknown): number {
  const { least, most } = VALIDITY_YEARS;
  if (typeof years === 'number' && Number.isInteger(years) && years >= least && years <= most) return years;
  throw invalid('generateKey', 'Validity years out of range. It should be 2 - 10 years');
}

/** Makes a key with its certificate: for `prepare`, since it waits. Without `validityYears` it is an owner's first, of ten. */
export function makeKey({ store, clock }: ReadContext, validityYears?: number): Promise<CertifiedKey> {
  const subdomain = store.org.all()[0]?.subdomain ?? '';
  return makeSigningKey({ subdomain, created: clock.now(), ...(validityYears === undefined ? {} : { validityYears }) });
}

function insertKey({ store }: Pick<Context, 'store'>, { kind, id }: Owner, key: CertifiedKey & KeyDates): OwnedKey {
  const { kid, created, lastUpdated, expiresAt, privateJwk, x5c, x5tS256 } = key;
  const row = { kid, created, lastUpdated, expiresAt, privateJwk, x5c, x5tS256 };
  return kind === 'app'
    ? store.appKeys.insert({ ...row, appId: id })
    : store.idpSigningKeys.insert({ ...row, idpId: id });
}

/** Gives an owner a key that was made, under this name, or one that is drawn here. */
export function addKey(ctx: Context, owner: Owner, key: CertifiedKey, kid = newKid(ctx.ids)): OwnedKey {
  const now = ctx.now();
  return insertKey(ctx, owner, { ...key, kid, created: now, lastUpdated: now });
}

/** Where a key of an owner is read. */
const keyHref = (links: Links, { kind, id }: Owner, keyId: string): string =>
  kind === 'app'
    ? links.href('getApplicationKey', { appId: id, keyId })
    : links.href('getIdentityProviderSigningKey', { idpId: id, keyId });

/** 201 with a new key, and where it is. */
export const keyReply = (ctx: Context, owner: Owner, key: OwnedKey): Answer<Shown<JsonWebKey>> =>
  reply(show(keyView, key), { status: 201, headers: { Location: keyHref(ctx.links, owner, key.kid) } });

/** Gives an owner a key that was generated for it, logs and answers. It signs with it only once it is told to. */
export function generateKey(ctx: Context, owner: Owner, key: CertifiedKey): Answer<Shown<JsonWebKey>> {
  const row = addKey(ctx, owner, key);
  ctx.log('app.keys.generate', [owner.target]);
  return keyReply(ctx, owner, row);
}

/**
 * The id of who shall have a key as well.
 * @throws OktaError 400 E0000001 where the query does not say it
 */
export function readTarget(name: string, id: string | undefined): string {
  refuseAll(missing(name, id), 'cloneKey');
  return id ?? '';
}

/**
 * Gives one owner's key to another as well.
 * @throws OktaError 404 E0000007 for an unknown key, 400 E0000001 where the other has it
 */
export function cloneKey(ctx: Context, from: Owner, kid: string, to: Owner): Answer<Shown<JsonWebKey>> {
  const key = requireKey(ctx, from, kid);
  if (findKey(ctx, to, kid)) {
    throw invalid('cloneKey', 'Key already exists in the list of key credentials for the target app.');
  }
  const row = insertKey(ctx, to, key);
  ctx.log('app.keys.clone', [to.target]);
  return keyReply(ctx, to, row);
}
