import type { JobContext } from '../../contract/context.js';
import type { AuthorizationServerRow, ServerSigning } from '../../store/rows/authorization-servers.js';
import type { Timestamp } from '../../store/rows/common.js';
import { cancel, type DueKind, ROTATE_KEYS, schedule } from '../due.js';
import { CHANGE } from '../job.js';
import { keyIn, type MadeKeys, nameKey } from './keys.js';
import { serverTarget } from './targets.js';

const DAY = 86_400_000;

/** How long a key signs where keys are rotated by themselves (facts: authorization-server). */
const ROTATION = 90 * DAY;

/** How long before it signs a key is published where keys are rotated by themselves, so that it is in caches by then. */
const AHEAD = 14 * DAY;

const textOf = (ms: number): Timestamp => `${new Date(ms).toISOString().slice(0, 19)}.000Z`;

/** What a server shows of a key that began to sign at this time. */
export function signingFrom(kid: string, rotationMode: ServerSigning['rotationMode'], at: Timestamp): ServerSigning {
  const nextRotation = rotationMode === 'AUTO' ? textOf(Date.parse(at) + ROTATION) : null;
  return { kid, rotationMode, lastRotated: at, nextRotation };
}

/** The same key under the other mode. A rotation that would be overdue is due a whole term from now. */
export function inMode(signing: ServerSigning, mode: ServerSigning['rotationMode'], now: Timestamp): ServerSigning {
  if (mode === signing.rotationMode) return signing;
  const next = signingFrom(signing.kid, mode, signing.lastRotated);
  if (next.nextRotation === null || next.nextRotation > now) return next;
  return { ...next, nextRotation: signingFrom('', 'AUTO', now).nextRotation };
}

/**
 * When something is to be done for a server: its next key published, or put to use.
 * @returns milliseconds since 1970; undefined where keys are rotated by hand
 */
function dueAt({ nextRotation }: ServerSigning, isNextNamed: boolean): number | undefined {
  if (nextRotation === null) return undefined;
  return Date.parse(nextRotation) - (isNextNamed ? 0 : AHEAD);
}

/** The last time up to now at which keys were to be rotated: a clock that was moved far ahead skips terms. */
function lastTermBefore(nextRotation: Timestamp, now: number): Timestamp {
  const first = Date.parse(nextRotation);
  return textOf(first + Math.floor((now - first) / ROTATION) * ROTATION);
}

/**
 * Puts the next key to use. The one that signed is kept, so that what it signed can be checked; the one before goes.
 * @param at when it happens
 * @param made pairs for the keys that are named by this
 */
export function rotateKeys(
  ctx: Pick<JobContext, 'store' | 'ids' | 'now' | 'log'>,
  server: AuthorizationServerRow,
  at: Timestamp,
  made: MadeKeys = [],
  details: { readonly job?: boolean } = {},
): AuthorizationServerRow {
  const { store } = ctx;
  const [active, next, expired] = (['ACTIVE', 'NEXT', 'EXPIRED'] as const).map((is) => keyIn(store, server.id, is));
  if (expired) store.serverKeys.remove(expired.id);
  if (active) store.serverKeys.update(active.id, { status: 'EXPIRED' });
  const { kid } = next
    ? store.serverKeys.update(next.id, { status: 'ACTIVE' })
    : nameKey(ctx, server.id, 'ACTIVE', made);
  const { rotationMode } = server.signing;
  if (rotationMode === 'MANUAL') nameKey(ctx, server.id, 'NEXT', made);
  const rotated = store.authorizationServers.update(server.id, { signing: signingFrom(kid, rotationMode, at) });
  scheduleRotation(ctx, rotated);
  ctx.log('app.oauth2.as.key.rollover', [serverTarget(rotated)], details);
  return rotated;
}

/** Schedules what is to be done next for a server: its next key published, or put to use. Nothing where that is by hand. */
export function scheduleRotation(ctx: Pick<JobContext, 'store'>, { id, signing }: AuthorizationServerRow): void {
  const at = dueAt(signing, keyIn(ctx.store, id, 'NEXT') !== undefined);
  if (at === undefined) cancel(ctx, { kind: ROTATE_KEYS, of: id });
  else schedule(ctx, { at, kind: ROTATE_KEYS, of: id });
}

/** A server's time has come: its next key is published, or put to use. */
export const rotateServerKeys: DueKind = {
  kind: ROTATE_KEYS,
  act(ctx, of, budget) {
    budget.steps -= CHANGE;
    const server = ctx.store.authorizationServers.get(of);
    const nextRotation = server?.signing.nextRotation;
    if (!server || !nextRotation) return;
    const now = ctx.clock.now();
    if (Date.parse(nextRotation) <= now) {
      rotateKeys(ctx, server, lastTermBefore(nextRotation, now), [], { job: true });
      return;
    }
    if (!keyIn(ctx.store, of, 'NEXT')) nameKey(ctx, of, 'NEXT');
    scheduleRotation(ctx, server);
  },
};
