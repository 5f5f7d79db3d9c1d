import type { DueAct, DueKind } from './due.js';
import { EXPIRE, ISSUE_CERTIFICATE, ROTATE_KEYS, SCHEDULE_LOCKOUTS, UNLOCK } from './due.js';

/** What each kind of due work does; loaded with the first of its kind. */
const kinds: Readonly<Record<string, () => Promise<DueKind>>> = {
  [EXPIRE]: async () => (await import('./expiry.js')).expire,
  [ROTATE_KEYS]: async () => (await import('./authorization-servers/rotation.js')).rotateServerKeys,
  [ISSUE_CERTIFICATE]: async () => (await import('./domains/issue.js')).issueCertificate,
  [SCHEDULE_LOCKOUTS]: async () => (await import('./users/lockout.js')).scheduleLockouts,
  [UNLOCK]: async () => (await import('./users/lockout.js')).unlock,
};

const loaded = new Map<string, DueAct>();

/** What a kind of due work does, where it is loaded already. */
export const loadedKind = (kind: string): DueAct | undefined => loaded.get(kind);

/**
 * Loads a kind of due work.
 * @returns whether this version knows it
 * @throws Error where it cannot be loaded now, as while very many files are open
 */
export async function loadKind(kind: string): Promise<boolean> {
  const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!load) return false;
  loaded.set(kind, (await load()).act);
  return true;
}

export { sliceBudget } from './job.js';
