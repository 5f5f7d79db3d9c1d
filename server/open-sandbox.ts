import { Clock } from '../store/clock.js';
import { asFlag } from '../store/option-words.js';
import { storedSeed } from '../store/state/stored-seed.js';
import type { Store } from '../store/types.js';
import { doors, type ListenOptions, type Listens, type ServerBuilder } from './doors.js';
import { edge } from './edge.js';
import type { ControlOptions } from './guard.js';
import { hosts } from './hosts.js';
import { knownToken, type OpenOptions, openOrg, warnOnStderr } from './open-org.js';
import type { Org } from './org.js';
import { resetOrg } from './reset.js';
import { SeedSource } from './seed-source.js';
import { VERSION } from './version.js';

/** What a sandbox is apart from the app that requests come in by. */
export interface OpenSandbox {
  /** The default org. */
  readonly org: Org;
  /** The default org's rows. */
  readonly store: Store;
  readonly clock: Clock;
  /** An API token that the org takes; empty where only the org's own seed file knows one. */
  readonly token: string;
  /** Name of the seed that the org was made from. */
  readonly seed: string;
  /** Answers every request that is for Okta. */
  readonly okta: ReturnType<typeof edge>;
  /** What the control routes and pages work on. */
  readonly controls: ControlOptions;
  /** Has a server listen on this host and port (0 picks one). */
  listen(build: ServerBuilder, port: number, host?: string, how?: ListenOptions): Promise<Listens>;
  /** Puts the org back to its seed: state, tokens, clock and ids. Waits a second for requests in flight. */
  reset(): Promise<void>;
  /** Ends what `listen` began, writes what is not written yet and frees the state file. */
  close(): Promise<void>;
}

/**
 * Opens a sandbox with one org, and makes no app for it: a start that needs none does not load one.
 * @param freezes every row: who writes into one by mistake fails at once, for a part of the speed of each change
 * @param option how messages name options: as the command has them without it
 * @throws StateFileError for a state, lock or seed file that cannot be used
 */
export async function openSandbox(options: OpenOptions = {}, freezes = true, option = asFlag): Promise<OpenSandbox> {
  const clock = new Clock(options.frozenAt);
  const { data, fresh } = options;
  const stored = data === undefined || fresh ? undefined : storedSeed(data, 'default');
  const source = new SeedSource(options.seed, stored);
  const { baseUrl, host, allowHosts: allowed = [], allowHookHosts = [], hookTimeLimit, trustProxy = false } = options;
  const { warn = warnOnStderr, onRequest, controlToken } = options;
  const entrance = doors({ baseUrl, host, allowed, data, warn, option, onRequest });
  const { port, scheme, authority } = entrance;
  const names = hosts({ baseUrl, host, allowed, trustProxy, scheme, port: () => port() ?? 4010 });
  const surroundings = { allowHookHosts, hookTimeLimit, base: names.own, port, option };
  const org = await openOrg('default', { source, options, clock, surroundings, freezes });
  const token = await knownToken(org, source, options.ownToken !== undefined);

  const reset = (target: Org): Promise<void> => resetOrg(target, source, options);
  const resolve = (): Org => org;
  const strict = options.strict ? (await import('./strict/validator.js')).strictCheck() : undefined;
  const okta = edge({ resolve, hosts: names, onAnswer: options.onAnswer, onRequest, strict, warn, option });
  const facts = () => ({ token, seed: source.name, data: data ?? null });
  const own = { version: VERSION, facts, authority, controlToken };

  return {
    org,
    store: org.store.collections,
    clock,
    token,
    seed: source.name,
    okta,
    controls: { resolve, hosts: names, reset, warn, option, onRequest, ...own },
    listen: (build, at, on = '127.0.0.1', how = {}) => entrance.open(build, org, { port: at, host: on, ...how }),
    reset: () => reset(org),
    close: () => entrance.close(org),
  };
}
