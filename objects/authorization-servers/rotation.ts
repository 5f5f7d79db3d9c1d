import type { JobContext } from '../../contract/context.js';
import type { AuthorizationServerRow, ServerSigning } from '../../store/rows/authorization-servers.js';
import type { Timestamp } from '../../store/rows/common.js';
import type { Store } from '../../store/types.js';
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
export function dueAt({ nextRotation }: ServerSigning, isNextNamed: boolean): number | undefined {
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
  ctx.log('app.oauth2.as.key.rollover', [serverTarget(rotated)], details);
  return rotated;
}

/** The servers whose keys are rotated by themselves, with the time at which each has something to do. */
function automatic(store: Store): { readonly server: AuthorizationServerRow; readonly due: number }[] {
  return store.authorizationServers.where('rotation', 'AUTO').flatMap((server) => {
    const due = dueAt(server.signing, keyIn(store, server.id, 'NEXT') !== undefined);
    return due === undefined ? [] : [{ server, due }];
  });
}

/** The earliest time at which a server has something to do; undefined where none ever has. Milliseconds since 1970. */
export function nextDue(store: Store): number | undefined {
  const times = automatic(store).map(({ due }) => due);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Publishes and rotates what the org's clock has made due. */
export function rotateDue(ctx: Pick<JobContext, 'store' | 'ids' | 'now' | 'clock' | 'log'>): void {
  const now = ctx.clock.now();
  for (const { server, due } of automatic(ctx.store)) {
    if (due > now) continue;
    const { nextRotation } = server.signing;
    if (nextRotation === null) continue;
    if (Date.parse(nextRotation) <= now) {
      rotateKeys(ctx, server, lastTermBefore(nextRotation, now), [], { job: true });
    } else if (!keyIn(ctx.store, server.id, 'NEXT')) {
      nameKey(ctx, server.id, 'NEXT');
    }
  }
}
