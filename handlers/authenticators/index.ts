import type { Context } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { entryOf } from '../../objects/authenticators/catalog.js';
import { inOrder } from '../../objects/authenticators/find.js';
import { checkResistance, checkUnused } from '../../objects/authenticators/in-use.js';
import { checkTelephony } from '../../objects/authenticators/telephony.js';
import { authenticatorTarget, authenticatorView } from '../../objects/authenticators/view.js';
import { followAuthenticator } from '../../objects/policies/authenticators.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import { readAuthenticator, readChanges } from './given.js';

/** @throws OktaError 401 E0000015 in an org of the older engine, which has factors in their place */
function checkEngine(ctx: Context): void {
  if (ctx.store.org.all()[0]?.pipeline === 'v1') throw new OktaError('E0000015');
}

function find(ctx: Context, id: string): AuthenticatorRow {
  checkEngine(ctx);
  return ctx.store.authenticators.require(id);
}

function turn(ctx: Context, row: AuthenticatorRow, status: AuthenticatorRow['status']): AuthenticatorRow {
  const changes = { status, lastUpdated: ctx.now(), turnedOff: status === 'INACTIVE' };
  const after = ctx.store.authenticators.update(row.id, changes);
  followAuthenticator(ctx, after);
  const event = status === 'ACTIVE' ? 'activate' : 'deactivate';
  ctx.log(`security.authenticator.lifecycle.${event}`, [authenticatorTarget(after)]);
  return after;
}

/** The ways to prove who one is that the org offers (facts: authenticator). */
export const authenticators = {
  listAuthenticators(_, ctx) {
    checkEngine(ctx);
    return list(authenticatorView, inOrder(ctx.store.authenticators.all()));
  },

  getAuthenticator: ({ params }, ctx) => show(authenticatorView, find(ctx, params.authenticatorId)),

  createAuthenticator({ query, body }, ctx) {
    checkEngine(ctx);
    const given = readAuthenticator(ctx, body);
    const status = query.activate === false ? 'INACTIVE' : 'ACTIVE';
    if (status === 'ACTIVE') checkTelephony(ctx, given.key);
    const now = ctx.now();
    const same = entryOf(given.key)?.plural ? undefined : ctx.store.authenticators.where('key', given.key)[0];
    if (same?.status === 'ACTIVE') throw new OktaError('E0000157', { args: [given.key] });
    // An org has one of these, in use or not: what is asked for anew is that one.
    const row = same
      ? ctx.store.authenticators.update(same.id, { ...given, status, lastUpdated: now, turnedOff: false })
      : ctx.store.authenticators.insert({ ...given, status, created: now, lastUpdated: now });
    if (status === 'ACTIVE') followAuthenticator(ctx, row);
    ctx.log('security.authenticator.lifecycle.create', [authenticatorTarget(row)]);
    return show(authenticatorView, row);
  },

  updateAuthenticator({ params, body }, ctx) {
    const before = find(ctx, params.authenticatorId);
    if (!body.settings && before.status === 'INACTIVE') checkTelephony(ctx, before.key);
    const changes = { ...readChanges(ctx, before, body), lastUpdated: ctx.now() };
    const after = ctx.store.authenticators.update(before.id, changes);
    ctx.log('security.authenticator.lifecycle.update', [authenticatorTarget(after)]);
    return show(authenticatorView, after);
  },

  activateAuthenticator({ params }, ctx) {
    const row = find(ctx, params.authenticatorId);
    if (row.status === 'ACTIVE') return show(authenticatorView, row);
    checkTelephony(ctx, row.key);
    return show(authenticatorView, turn(ctx, row, 'ACTIVE'));
  },

  deactivateAuthenticator({ params }, ctx) {
    const row = find(ctx, params.authenticatorId);
    if (row.key === 'okta_password' || row.status === 'INACTIVE') {
      throw invalid('api.authenticator.error.unsupported.active.deactivate');
    }
    checkUnused(ctx, row);
    checkResistance(ctx, row);
    return show(authenticatorView, turn(ctx, row, 'INACTIVE'));
  },
} satisfies HandlersOf<'Authenticator'>;
