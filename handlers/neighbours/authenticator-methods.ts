import type { Context } from '../../contract/context.js';
import { notFound, OktaError } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { entryOf } from '../../objects/authenticators/catalog.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import type { JsonObject } from '../../store/rows/common.js';

const KEYS: JsonObject = { algorithms: ['ES256', 'RS256'], keyProtection: 'ANY' };

/** Settings of methods as a new org has them (recorded). */
const SETTINGS: Readonly<Record<string, JsonObject>> = {
  totp: { timeIntervalInSeconds: 30, encoding: 'Base32', algorithm: 'HMACSHA1', passCodeLength: 6 },
  push: { ...KEYS, transactionTypes: ['LOGIN'] },
  signed_nonce: { ...KEYS, showSignInWithOV: 'NEVER' },
  webauthn: { userVerification: 'DISCOURAGED', attachment: 'ANY' },
};

/** Methods that are off in a new org though their authenticator is on, and those that show their own state always. */
const OFF: ReadonlySet<string> = new Set(['push', 'signed_nonce']);

function methodView(ctx: Context, { id, status: whole }: AuthenticatorRow, type: string) {
  const self = `${ctx.links.href('getAuthenticator', { authenticatorId: id })}/methods/${type}`;
  const isPhone = type === 'sms' || type === 'voice';
  const status = OFF.has(type) || (isPhone && whole === 'INACTIVE') ? 'INACTIVE' : 'ACTIVE';
  const settings = SETTINGS[type];
  return {
    type,
    status,
    ...(settings ? { settings } : {}),
    _links: {
      self: { href: self, hints: { allow: ['GET', 'PUT'] } },
      ...(status === 'INACTIVE'
        ? { activate: { href: `${self}/lifecycle/activate`, hints: { allow: ['POST'] } } }
        : {}),
    },
  };
}

function find(ctx: Context, id: string | undefined): AuthenticatorRow {
  if (ctx.store.org.all()[0]?.pipeline === 'v1') throw new OktaError('E0000015');
  return ctx.store.authenticators.require(id ?? '');
}

const typesOf = ({ key }: AuthenticatorRow): readonly string[] => entryOf(key)?.methods ?? [];

/** The ways to use an authenticator. */
export function listMethods({ params }: NeighbourCall, ctx: Context): unknown {
  const row = find(ctx, params.authenticatorId);
  return typesOf(row).map((type) => methodView(ctx, row, type));
}

/** One of them. */
export function getMethod({ params }: NeighbourCall, ctx: Context): unknown {
  const row = find(ctx, params.authenticatorId);
  const type = params.method ?? '';
  if (!typesOf(row).includes(type)) throw notFound(type, 'AuthenticatorMethod');
  return methodView(ctx, row, type);
}
