import { Links } from '../contract/links.js';
import type { Clock } from '../store/clock.js';
import { IdSource } from '../store/ids.js';
import type { OptionWords } from '../store/option-words.js';
import type { OrgStore } from '../store/org-store.js';
import type { ScryptCost } from '../store/rows/users.js';
import { Authenticator } from './auth.js';
import { InFlight } from './in-flight.js';
import { Jobs } from './jobs.js';
import { KeptBytes } from './kept-bytes.js';
import { RateLimits } from './limits.js';
import type { MemoryBudget } from './memory-budget.js';
import { Dispatcher } from './outgoing/dispatcher.js';
import { Outgoing } from './outgoing/outgoing.js';
import { RequestLog } from './request-log.js';
import { Slices } from './slices.js';

/** Base URLs whose links are kept; more than a handful of names for one sandbox means a client that plays with Host. */
const MAX_BASES = 16;

/** Every byte as two hexadecimal digits. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** How an org is reached, and whom it may call. */
export interface OrgSurroundings {
  /** Names and addresses that hooks may call besides loopback. */
  readonly allowHookHosts: readonly string[];
  /** How long a hook has for one answer, in milliseconds; three seconds without it. */
  readonly hookTimeLimit?: number | undefined;
  /** How messages name options. */
  readonly option: OptionWords;
  /** What links begin with outside of any request. */
  base(): string;
  /** The port that its server listens on; undefined where it does not. */
  port(): number | undefined;
}

/** How an org is made. */
export interface OrgOptions {
  readonly clock: Clock;
  readonly enforceLimits: boolean;
  readonly idSeed: string | undefined;
  readonly surroundings: OrgSurroundings;
  readonly memory: MemoryBudget;
  /** What scrypt costs where a secret is hashed. */
  readonly passwordCost: ScryptCost;
  warn(message: string): void;
}

/**
 * One org at run time: its state and all that belongs to it alone (clock, ids, limits, kept answers). Nothing of an
 * org is global, so that a process can hold several.
 */
export class Org {
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly authenticator: Authenticator;
  readonly jobs: Jobs;
  /** Calls hooks. */
  readonly outgoing: Outgoing;
  /** Tells event hooks what happens. */
  readonly dispatcher: Dispatcher;
  readonly warn: (message: string) => void;
  /** Does what takes long beside everything else. */
  readonly slices = new Slices();
  readonly passwordCost: ScryptCost;
  /** Requests that came in and were not answered yet; a reset waits for them. */
  readonly inFlight = new InFlight();
  /** The last requests, for people to look at. */
  readonly requests = new RequestLog();
  /** The token that the org takes besides those of its seed: the configured one, or the sandbox's own. */
  token: string | undefined;
  /** Settles when a running reset is done; requests wait for it. */
  resetting: Promise<void> | undefined;
  /** Settles when what its clock has made due is done; all that comes meanwhile waits for the same end. */
  dueWork: Promise<void> | undefined;
  /** The stream of request and error ids: apart from the org's own, so that a refusal changes nothing. */
  readonly #requestIds: IdSource;
  readonly #requestPrefix: string;
  /** The prefix and all digits of the next request's number but the last four. */
  #requestIdStart: string;
  #requests = 0;
  /** What kept answers may take. */
  readonly memory: MemoryBudget;
  readonly #kept = new Map<string, KeptBytes>();

  constructor(
    readonly name: string,
    readonly store: OrgStore,
    readonly ids: IdSource,
    { clock, enforceLimits, idSeed, surroundings, memory, passwordCost, warn }: OrgOptions,
  ) {
    this.clock = clock;
    this.warn = warn;
    this.passwordCost = passwordCost;
    this.memory = memory;
    this.limits = new RateLimits(clock, enforceLimits);
    this.authenticator = new Authenticator(store.collections);
    this.jobs = new Jobs({ store, clock, ids, slices: this.slices, warn });
    const { allowHookHosts, hookTimeLimit: timeLimit } = surroundings;
    const allowed = allowHookHosts.map((host) => host.toLowerCase());
    this.outgoing = new Outgoing({
      clock,
      rules: { allowed, ownPort: () => surroundings.port(), option: surroundings.option },
      timeLimit,
    });
    const links = (): Links => new Links(surroundings.base());
    this.dispatcher = new Dispatcher({ store, clock, outgoing: this.outgoing, links, warn });
    store.onCommit = () => this.dispatcher.wake();
    this.#requestIds = new IdSource('', idSeed === undefined ? undefined : `${idSeed} requests`);
    this.#requestPrefix = Buffer.from(this.#requestIds.bytes(10)).toString('hex');
    this.#requestIdStart = `${this.#requestPrefix}00000000`;
  }

  /** Takes no more writes, writes the state file, and frees it. Jobs that are not done go on at the next start. */
  close(): Promise<void> {
    this.jobs.stop();
    this.dispatcher.stop();
    return this.store.close();
  }

  /** A new value for X-Okta-Request-Id: 32 hexadecimal digits. */
  requestId(): string {
    const n = (this.#requests += 1);
    const last = n % 65_536;
    if (last === 0)
      this.#requestIdStart =
        this.#requestPrefix +
        Math.floor(n / 65_536)
          .toString(16)
          .padStart(8, '0');
    return this.#requestIdStart + BYTES[last >> 8] + BYTES[last & 0xff];
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
      kept = new KeptBytes(new Links(base), this.memory);
      this.#kept.set(base, kept);
    }
    return kept;
  }

  #forgetBases(): void {
    for (const kept of this.#kept.values()) kept.drop();
    this.#kept.clear();
  }
}
