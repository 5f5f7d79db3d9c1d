import express, { type Express } from 'express';
import { warmHandlers } from '../handlers/index.js';
import { rescheduleLockouts } from '../objects/due.js';
import { tokenHash } from '../objects/secrets/token-hash.js';
import { applySeed } from '../seeds/apply/apply.js';
import { loadSeed } from '../seeds/load.js';
import { migrationsFor } from '../seeds/migrate.js';
import { Clock } from '../store/clock.js';
import { openOrgStore } from '../store/open.js';
import { storedSeed } from '../store/state/stored-seed.js';
import type { Store } from '../store/types.js';
import { DEFAULT_MEMORY } from './config.js';
import { control } from './control.js';
import { doors, type ListenOptions, type Listens } from './doors.js';
import { edge } from './edge.js';
import { hosts } from './hosts.js';
import { landing } from './landing.js';
import { MemoryBudget } from './memory-budget.js';
import { Org, type OrgSurroundings } from './org.js';
import type { LoggedRequest } from './request-log.js';
import { SeedSource } from './seed-source.js';
import { VERSION } from './version.js';

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
  /** Believe what a proxy in front says of a request: X-Forwarded-Proto, -Host and -For. */
  readonly trustProxy?: boolean;
  /** What other hosts send as X-Mockta-Control-Token to use the control routes; without it they may not. */
  readonly controlToken?: string;
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

/** A running sandbox. */
export interface Sandbox {
  /** The Express app: give it to supertest, or to `listen`. */
  readonly app: Express;
  /** The default org. */
  readonly org: Org;
  /** The default org's rows. */
  readonly store: Store;
  readonly clock: Clock;
  /** An API token that the org takes; empty where only the org's own seed file knows one. */
  readonly token: string;
  /** Name of the seed that the org was made from. */
  readonly seed: string;
  /** Listens on this host and port (0 picks one). */
  listen(port: number, host?: string, options?: ListenOptions): Promise<Listens>;
  /** Puts the org back to its seed: state, tokens, clock and ids. Waits for requests in flight. */
  reset(): Promise<void>;
  /** Ends what `listen` began, writes what is not written yet and frees the state file. */
  close(): Promise<void>;
}

const warnOnStderr = (message: string): void => {
  process.stderr.write(`mockta: ${message}\n`);
};

/** Lets the configured token in, as the owner of the seed's first token. */
function admit(store: Store, token: string | undefined, now: string): void {
  if (token === undefined || store.tokens.by('hash', tokenHash(token))) return;
  const owner = store.tokens.all()[0]?.userId ?? store.users.all()[0]?.id;
  if (owner === undefined) return;
  store.tokens.insert({ name: 'configured token', userId: owner, hash: tokenHash(token), created: now });
}

/** What an org is opened with. */
interface Opening {
  readonly source: SeedSource;
  readonly options: SandboxOptions;
  readonly clock: Clock;
  readonly surroundings: OrgSurroundings;
}

async function openOrg(name: string, { source, options, clock, surroundings }: Opening): Promise<Org> {
  const seed = source.stored ? undefined : await source.load();
  const { store, ids } = await openOrgStore(
    {
      name,
      ...(options.data === undefined ? {} : { dir: options.data }),
      durability: options.durability ?? 'process',
      fresh: options.fresh ?? false,
      clock,
      idSeed: options.idSeed,
      seed: seed ? { name: seed.name, hash: seed.hash } : { name: source.name, hash: source.stored?.hash ?? '' },
      warn: options.warn ?? warnOnStderr,
      migrations: migrationsFor(clock),
    },
    (rows, fresh) => {
      if (!seed) return;
      applySeed(seed, rows, clock, fresh);
      rescheduleLockouts({ store: rows });
    },
  );
  const { idSeed, rateLimits: enforceLimits = false, warn = warnOnStderr } = options;
  const memory = new MemoryBudget(options.memory ?? DEFAULT_MEMORY);
  const org = new Org(name, store, ids, { clock, enforceLimits, idSeed, surroundings, memory, warn });
  store.transaction(() => admit(store.collections, options.token, clock.timestamp()));
  // What a former run left; it goes on when the start is over.
  if (org.jobs.pending) org.jobs.resume();
  org.dispatcher.wake();
  return org;
}

/** Puts an org back to its seed when the requests in flight are answered; those that come meanwhile wait. */
async function resetOrg(org: Org, source: SeedSource, options: SandboxOptions): Promise<void> {
  // Read anew: what its owner changed since the start is what they want back.
  const seed = await source.reload();
  while (org.resetting) await org.resetting;
  let done = (): void => {};
  org.resetting = new Promise((resolve) => {
    done = resolve;
  });
  try {
    const ended = await org.inFlight.idle();
    if (ended > 0) org.warn(`the reset ended ${ended} requests that were not answered in time`);
    const clock = org.clock.state;
    try {
      if (options.frozenAt === undefined) org.clock.follow();
      else org.clock.freeze(options.frozenAt);
      org.store.reset((rows) => {
        applySeed(seed, rows, org.clock, org.ids);
        rescheduleLockouts({ store: rows });
        admit(rows, options.token, org.clock.timestamp());
      });
      await org.store.synced();
    } catch (error) {
      // All or nothing: what was refused moves no clock.
      org.clock.restore(clock);
      throw error;
    }
    org.limits.clear();
    org.requests.clear();
    org.dispatcher.reset();
  } finally {
    org.resetting = undefined;
    done();
  }
}

/** Hashes of the tokens that anybody can read in the shipped seeds. */
async function publishedTokens(): Promise<ReadonlySet<string>> {
  const { tokens } = await loadSeed('default');
  return new Set(tokens.map(({ value }) => tokenHash(value)));
}

/** A token that the org takes and that may be shown: the configured one, or one that a seed at hand makes public. */
async function knownToken(org: Org, options: SandboxOptions, source: SeedSource): Promise<string> {
  if (options.token !== undefined) return options.token;
  const seeds = await Promise.all([source.loaded, loadSeed('default')]);
  const tokens = seeds.flatMap((seed) => seed?.tokens ?? []);
  return tokens.find(({ value }) => org.store.collections.tokens.by('hash', tokenHash(value)))?.value ?? '';
}

/** The app: Okta's API for all paths but those of the controls, which are made when one is first asked for. */
function appOf(okta: ReturnType<typeof edge>, controls: Parameters<typeof control>[0]): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  let router: ReturnType<typeof control> | undefined;
  const root = landing(controls);
  // One layer for both: each more would cost every request.
  app.use((req, res, next) => {
    if (!/^\/(?:_sandbox(?:[/?]|$)|$|\?)/.test(req.url)) return okta(req, res);
    if (root(req, res, () => okta(req, res))) return;
    router ??= express.Router().use('/_sandbox', control(controls));
    router(req, res, next);
  });
  return app;
}

/**
 * Makes a sandbox with one org.
 * @throws StateFileError for a state, lock or seed file that cannot be used
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = new Clock(options.frozenAt);
  const { data, fresh } = options;
  const stored = data === undefined || fresh ? undefined : storedSeed(data, 'default');
  const source = new SeedSource(options.seed, stored);
  const { baseUrl, host, allowHosts: allowed = [], allowHookHosts = [], hookTimeLimit, trustProxy = false } = options;
  const { warn = warnOnStderr, onRequest, controlToken } = options;
  const entrance = doors({ baseUrl, host, allowed, data, warn, onRequest });
  const { port, scheme, authority } = entrance;
  const names = hosts({ baseUrl, host, allowed, trustProxy, scheme, port: () => port() ?? 4010 });
  const surroundings = { allowHookHosts, hookTimeLimit, base: names.own, port };
  const org = await openOrg('default', { source, options, clock, surroundings });
  const token = await knownToken(org, options, source);
  org.authenticator.published = await publishedTokens();
  const reset = (target: Org): Promise<void> => resetOrg(target, source, options);
  const resolve = (): Org => org;
  const strict = options.strict ? (await import('./strict/validator.js')).strictCheck() : undefined;
  const okta = edge({ resolve, hosts: names, onAnswer: options.onAnswer, onRequest, strict, warn });
  const facts = () => ({ token, seed: source.name, data: data ?? null });
  const own = { version: VERSION, facts, authority, controlToken };
  const app = appOf(okta, { resolve, hosts: names, reset, warn, onRequest, ...own });

  return {
    app,
    org,
    store: org.store.collections,
    clock,
    token,
    seed: source.name,
    listen: (at, on = '127.0.0.1', how = {}) => entrance.open(app, org, { port: at, host: on, ...how }),
    reset: () => reset(org),
    close: () => entrance.close(org),
  };
}

export { warmHandlers };
