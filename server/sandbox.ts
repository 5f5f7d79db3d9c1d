import type { Express } from 'express';
import { StateFileError } from '../store/errors.js';
import { appOf, serverFor } from './app.js';
import type { ListenOptions, Listens } from './doors.js';
import { type OpenSandbox, openSandbox } from './open-sandbox.js';
import { asOption, checkOptions, type SandboxOptions } from './options.js';

export type { SandboxOptions } from './options.js';

/** A running sandbox. */
export interface Sandbox extends Pick<OpenSandbox, 'org' | 'store' | 'clock' | 'token' | 'seed' | 'reset' | 'close'> {
  /** The Express app: give it to supertest, or to `listen`. */
  readonly app: Express;
  /** Listens on this host and port (0 picks one). */
  listen(port: number, host?: string, how?: ListenOptions): Promise<Listens>;
}

/** What goes wrong, told to who has no command line. */
async function inOwnWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof StateFileError ? new StateFileError(error.inWords(asOption)) : error;
  }
}

/**
 * Makes a sandbox with one org.
 * @throws StateFileError for a state, lock or seed file that cannot be used, or a seed object
 * @throws ConfigError for an option that is unknown or of the wrong type
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  await checkOptions(options);
  const opened = await inOwnWords(openSandbox(options, true, asOption));
  const app = appOf(opened);
  const { org, store, clock, token, seed, close } = opened;
  const listen: Sandbox['listen'] = (port, host, how) => opened.listen((make) => serverFor(app, make), port, host, how);
  const reset = (): Promise<void> => inOwnWords(opened.reset());
  return { app, org, store, clock, token, seed, listen, reset, close };
}
