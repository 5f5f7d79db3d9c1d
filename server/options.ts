import type { ScryptCost } from '../store/rows/users.js';
import type { LoggedRequest } from './request-log.js';

/** How a sandbox is made. Everything has a default: `createSandbox()` gives an org in memory with the default seed. */
export interface SandboxOptions {
  /**
   * Name of a shipped seed (`default`, `acme`) or the path of a seed file, for an org that is new. Without it an
   * existing org goes on with its own, and a new one holds `default`.
   */
  readonly seed?: string;
  /** Folder of the state files; without it everything stays in memory. */
  readonly data?: string;
  /** What an answered write survives: `process` kill -9, `disk` power loss as well. */
  readonly durability?: 'process' | 'disk';
  /** Start over from the seed; existing files are kept as a backup. */
  readonly fresh?: boolean;
  /** An API token to accept besides those of the seed; it belongs to the seed's first token's owner. */
  readonly token?: string;
  /** What links begin with; without it the request's own host. */
  readonly baseUrl?: string;
  /** A host name to answer to besides the loopback ones. */
  readonly host?: string;
  /** Further host names to answer to. */
  readonly allowHosts?: readonly string[];
  /** Bytes that kept answers may take; 128 MB without it. */
  readonly memory?: number;
  /** What scrypt costs where a password is hashed (`N`, a power of two from 16 to 65536); 256 without it. */
  readonly passwordCost?: ScryptCost;
  /** Enforce the published rate limits. */
  readonly rateLimits?: boolean;
  /** Check every request and answer against the whole contract. */
  readonly strict?: boolean;
  /** Names and addresses that hooks may call besides this machine's own loopback. */
  readonly allowHookHosts?: readonly string[];
  /** How long a hook has for one answer, in milliseconds; three seconds, as in Okta, without it. */
  readonly hookTimeLimit?: number;
  /** Makes ids and secrets repeat themselves. */
  readonly idSeed?: string;
  /** Milliseconds since 1970 at which the clock stands still. */
  readonly frozenAt?: number;
  /** Told of each request when it was answered. */
  readonly onRequest?: (request: LoggedRequest) => void;
  /** Told of each dispatched operation when it was answered. */
  readonly onAnswer?: (operationId: string, status: number) => void;
  /** Where warnings go; standard error without it. */
  readonly warn?: (message: string) => void;
}
