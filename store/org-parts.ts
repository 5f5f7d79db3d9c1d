import type { Clock } from './clock.js';
import type { IdSource } from './ids.js';
import type { SeedName } from './journal/commit-line.js';

/** What an org's store is made of. */
export interface OrgStoreParts {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly idSeed: string | undefined;
  /** The seed that it is made from, and put back to by `reset`. */
  readonly seed: SeedName;
  /** Most events that are kept. */
  readonly logCap: number;
  /** Most bytes that they take, about. */
  readonly logBytes: number;
  /** Rows are frozen. */
  readonly freezes: boolean;
  /** Names of the migrations that a new org is past. */
  readonly migrations?: readonly string[];
  warn(message: string): void;
}
