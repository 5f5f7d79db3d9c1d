import type { LogTarget } from '../../store/rows/logs.js';

/** What has signing keys and signing requests. */
export interface Owner {
  readonly kind: 'app' | 'idp';
  readonly id: string;
  /** As events name it. */
  readonly target: LogTarget;
}

/** A call whose path names an owner. */
export interface OwnerCall<P> {
  readonly params: P;
}
