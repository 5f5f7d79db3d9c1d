import type { RequestListener } from 'node:http';
import type { Store } from '../store/types.js';
import type { ListenOptions, Listens } from './doors.js';
import type { SandboxOptions } from './options.js';
import { createSandbox as create } from './sandbox.js';

export type { SeedList, SeedObject } from '../seeds/object.js';
export type { ListenOptions, Listens } from './doors.js';
export type { SandboxOptions } from './options.js';
export type { LoggedRequest } from './request-log.js';

/** The org's only source of time. Times are milliseconds since 1970. */
export interface SandboxClock {
  now(): number;
  /** Stands still at this time, or now. */
  freeze(at?: number): void;
  /** Goes on from this time; a frozen clock stays frozen there. */
  set(to: number): void;
  /** Moves ahead by so many milliseconds. */
  advance(ms: number): void;
  /** Follows the system's clock again. */
  follow(): void;
}

/** The org's rows by kind, to look at: they change by requests alone. */
export type SandboxStore = {
  readonly [Kind in keyof Store]: Pick<Store[Kind], 'all' | 'by' | 'count' | 'get' | 'last' | 'require' | 'where'>;
};

/** A running sandbox. */
export interface Sandbox {
  /** Answers requests: give it to supertest, to `http.createServer`, or to `use` of an Express app. */
  readonly app: RequestListener;
  readonly store: SandboxStore;
  readonly clock: SandboxClock;
  /** An API token that the org takes; empty where only the org's own seed file knows one. */
  readonly token: string;
  /** Name of the seed that the org was made from. */
  readonly seed: string;
  /** Listens on this host (127.0.0.1 without one) and port; 0 picks one. */
  listen(port: number, host?: string, how?: ListenOptions): Promise<Listens>;
  /** Puts the org back to its seed: state, tokens, clock and ids. Waits a second for requests in flight. */
  reset(): Promise<void>;
  /** Ends what `listen` began, writes what is not written yet and frees the state file. */
  close(): Promise<void>;
}

/**
 * Makes a sandbox with one org. Everything has a default: `createSandbox()` gives an org in memory with the default
 * seed. It rejects with a sentence for an option, a seed or a state file that cannot be used.
 */
export const createSandbox: (options?: SandboxOptions) => Promise<Sandbox> = create;
