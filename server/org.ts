import { Links } from '../contract/links.js';
import type { Clock } from '../store/clock.js';
import { IdSource } from '../store/ids.js';
import type { OrgStore } from '../store/org-store.js';
import { Authenticator } from './auth.js';
import { InFlight } from './in-flight.js';
import { Jobs } from './jobs.js';
import { KeptBytes } from './kept-bytes.js';
import { RateLimits } from './limits.js';
import type { MemoryBudget } from './memory-budget.js';

/** Base URLs whose links are kept; more than a handful of names for one sandbox means a client that plays with Host. */
const MAX_BASES = 16;

/**
 * One org at run time: its state and all that belongs to it alone (clock, ids, limits, kept answers). Nothing of an
 * org is global, so that a process can hold several.
 */
export class Org {
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly authenticator: Authenticator;
  readonly jobs: Jobs;
  readonly warn: (message: string) => void;
  /** Requests that came in and were not answered yet; a reset waits for them. */
  readonly inFlight = new InFlight();
  /** Settles when a running reset is done; requests wait for it. */
  resetting: Promise<void> | undefined;
  /** The stream of request and error ids: apart from the org's own, so that a refusal changes nothing. */
  readonly #requestIds: IdSource;
  readonly #requestPrefix: string;
  #requests = 0;
  readonly #kept = new Map<string, KeptBytes>();
  readonly #memory: MemoryBudget;

  constructor(
    readonly name: string,
    readonly store: OrgStore,
    readonly ids: IdSource,
    options: {
      clock: Clock;
      enforceLimits: boolean;
      idSeed: string | undefined;
      memory: MemoryBudget;
      warn(message: string): void;
    },
  ) {
    this.clock = options.clock;
    this.warn = options.warn;
    this.#memory = options.memory;
    this.limits = new RateLimits(options.clock, options.enforceLimits);
    this.authenticator = new Authenticator(store.collections);
    this.jobs = new Jobs({ store, clock: options.clock, ids, warn: options.warn });
    this.#requestIds = new IdSource('', options.idSeed === undefined ? undefined : `${options.idSeed} requests`);
    this.#requestPrefix = Buffer.from(this.#requestIds.bytes(10)).toString('hex');
  }

  /** Takes no more writes, writes the state file, and frees it. Jobs that are not done go on at the next start. */
  close(): Promise<void> {
    this.jobs.stop();
    return this.store.close();
  }

  /** A new value for X-Okta-Request-Id: 32 hexadecimal digits. */
  requestId(): string {
    this.#requests += 1;
    return this.#requestPrefix + this.#requests.toString(16).padStart(12, '0');
  }

  /** A new error id: `oae` and 22 characters; the System Log's errors carry a UUID. */
  errorId(form: 'oae' | 'uuid'): string {
    if (form === 'oae') return `oae${this.#requestIds.secret(22)}`;
    const hex = Buffer.from(this.#requestIds.bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** The kept answers whose links begin with this base URL. */
  kept(base: string): KeptBytes {
    let kept = this.#kept.get(base);
    if (!kept) {
      if (this.#kept.size >= MAX_BASES) this.#forgetBases();
      kept = new KeptBytes(new Links(base), this.#memory);
      this.#kept.set(base, kept);
    }
    return kept;
  }

  #forgetBases(): void {
    for (const kept of this.#kept.values()) kept.drop();
    this.#kept.clear();
  }
}
