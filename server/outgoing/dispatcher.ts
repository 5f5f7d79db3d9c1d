import type { OrgStore } from '../../store/org-store.js';
import type { DeliveryParts, HookDeliveries } from './deliveries.js';

/** What sees to an org's deliveries. */
export interface DispatcherParts extends DeliveryParts {
  readonly store: OrgStore;
  warn(message: string): void;
}

/** The loops of one life of an org; a reset begins another. */
interface Life {
  readonly loops: Map<string, HookDeliveries>;
  readonly running: Set<string>;
}

const newLife = (): Life => ({ loops: new Map(), running: new Set() });

/**
 * Sees to it that each verified, active event hook of an org is told what happens there: after a commit the hook's own
 * loop is set going, unless it runs. A slow hook holds up nobody but itself.
 */
export class Dispatcher {
  #life = newLife();
  #woken = false;
  #stopped = false;
  #idle: (() => void)[] = [];

  constructor(readonly parts: DispatcherParts) {}

  /** To be called on each commit: a look where there is nobody to be told, and work for a later turn where there is. */
  wake(): void {
    if (this.#woken || this.#stopped) return;
    const { eventHooks, deliveries } = this.parts.store.collections;
    const hasPending = (): boolean => deliveries.count() > 0 && deliveries.count('status', 'PENDING') > 0;
    if (eventHooks.count() === 0 && !hasPending()) return;
    this.#woken = true;
    setImmediate(() => {
      this.#start().catch((error: unknown) => this.parts.warn(`hooks: ${String(error)}`));
    });
  }

  /** Forgets what it knows of the org: its rows are others now. */
  reset(): void {
    this.#life = newLife();
    this.wake();
  }

  /** Begins nothing any more. What is under way is made again at the next start. */
  stop(): void {
    this.#stopped = true;
    this.parts.outgoing.stop();
    this.#settle();
  }

  /** Settles when nothing is on its way or waits to be. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #isIdle(): boolean {
    return this.#stopped || (!this.#woken && this.#life.running.size === 0);
  }

  #settle(): void {
    if (!this.#isIdle()) return;
    for (const settle of this.#idle.splice(0)) settle();
  }

  /** The hooks that are delivered to, and those that were when a delivery was begun. */
  #hookIds(): Set<string> {
    const { eventHooks, deliveries } = this.parts.store.collections;
    const waiting = deliveries.where('status', 'PENDING').map(({ hookId }) => hookId);
    return new Set([...eventHooks.where('delivers', 'true').map(({ id }) => id), ...waiting]);
  }

  async #start(): Promise<void> {
    try {
      const { HookDeliveries } = await import('./deliveries.js');
      const life = this.#life;
      if (!this.#stopped) for (const id of this.#hookIds()) this.#run(life, id, HookDeliveries);
    } finally {
      this.#woken = false;
      this.#settle();
    }
  }

  #run(life: Life, id: string, Loop: typeof HookDeliveries): void {
    if (life.running.has(id)) return;
    const isCurrent = (): boolean => this.#life === life && !this.#stopped;
    let loop = life.loops.get(id);
    if (!loop) life.loops.set(id, (loop = new Loop(id, this.parts, isCurrent)));
    const before = this.parts.store.commit;
    life.running.add(id);
    loop
      .run()
      .catch((error: unknown) => {
        if (isCurrent()) this.parts.warn(`hooks: ${error instanceof Error ? error.stack : String(error)}`);
      })
      .finally(() => {
        life.running.delete(id);
        if (!this.parts.store.collections.eventHooks.get(id)) life.loops.delete(id);
        // What was committed while the loop was on its way out.
        if (this.parts.store.commit !== before) this.wake();
        this.#settle();
      });
  }
}
