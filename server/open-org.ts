import { rescheduleLockouts } from '../objects/due.js';
import { DEFAULT_COST } from '../objects/secrets/scrypt.js';
import { tokenHash } from '../objects/secrets/token-hash.js';
import { isActing } from '../objects/users/acting.js';
import { applySeed } from '../seeds/apply/apply.js';
import { loadSeed } from '../seeds/load.js';
import { migrationsFor } from '../seeds/migrate.js';
import type { Clock } from '../store/clock.js';
import type { SeedName } from '../store/journal/commit-line.js';
import { openOrgStore, type WriteNew } from '../store/open.js';
import type { Store } from '../store/types.js';
import { DEFAULT_MEMORY } from './config.js';
import { MemoryBudget } from './memory-budget.js';
import type { SandboxOptions } from './options.js';
import { Org, type OrgSurroundings } from './org.js';
import type { SeedSource } from './seed-source.js';

/** Where warnings go that nobody else takes. */
export const warnOnStderr = (message: string): void => {
  process.stderr.write(`mockta: ${message}\n`);
};

/** What a token that no seed names is called. */
const CONFIGURED = 'configured token';

/** The user of a token that the org takes; undefined for one that it refuses. */
function ownerOf({ tokens, users }: Store, token: string): string | undefined {
  const userId = tokens.by('hash', tokenHash(token))?.userId ?? '';
  return isActing(users.get(userId)) ? userId : undefined;
}

/** Lets the configured token in: as the owner of the first token whose owner may act, or else the first such user. */
export function admit(store: Store, token: string | undefined, now: string): void {
  if (token === undefined || ownerOf(store, token) !== undefined) return;
  const { tokens, users } = store;
  const owner = tokens.all().find((row) => isActing(users.get(row.userId)))?.userId;
  const userId = owner ?? users.page({ limit: 1, filter: isActing }).rows[0]?.id;
  if (userId === undefined) return;
  const known = tokens.by('hash', tokenHash(token));
  if (known) tokens.update(known.id, { userId });
  else tokens.insert({ name: CONFIGURED, userId, hash: tokenHash(token), created: now });
}

/** Whether a seed of somebody's own named a token whose owner may act. */
const hasSeedToken = ({ tokens, users }: Store, published: ReadonlySet<string>): boolean =>
  tokens
    .all()
    .some(({ name, hash, userId }) => name !== CONFIGURED && !published.has(hash) && isActing(users.get(userId)));

/** Finds the token that the sandbox itself brings along, and lets it in. */
async function bringToken(org: Org, { token, ownToken }: OpenOptions): Promise<void> {
  const published = await publishedTokens();
  const store = org.store.collections;
  org.authenticator.published = published;
  org.token = token ?? ownToken?.(!hasSeedToken(store, published));
  org.store.transaction(() => admit(store, org.token, org.clock.timestamp()));
}

/** Options, and what the command alone asks for. */
export interface OpenOptions extends SandboxOptions {
  /**
   * The token of its own of a sandbox that other machines can reach, where nobody gave it one.
   * @param isNeeded whether one is made where there is none yet
   */
  readonly ownToken?: (isNeeded: boolean) => string | undefined;
}

/** What an org is opened with. */
export interface Opening {
  readonly source: SeedSource;
  readonly options: OpenOptions;
  readonly clock: Clock;
  readonly surroundings: OrgSurroundings;
  /** Rows are frozen: who writes into one by mistake fails at once. */
  readonly freezes: boolean;
}

/** Tells of a seed that was changed since the org was made from it; of a large one when that is known. */
async function tellDifference(source: SeedSource, { options, surroundings }: Opening, made: SeedName): Promise<void> {
  const { warn = warnOnStderr } = options;
  const told = source.difference(made, surroundings.option).then((difference) => {
    if (difference !== undefined) warn(difference);
  });
  if (!source.isLarge) await told;
}

/** Makes the state file of a new org of a large seed, beside the event loop. */
const writerFor =
  (org: string, { source, options, clock }: Opening): WriteNew =>
  async (path, identity) => {
    const { writeNewOrg } = await import('./seeding/seeding.js');
    await writeNewOrg({ org, data: options.data, identity }, source, clock, path);
  };

/**
 * Opens an org: from its files, or from its seed where it is new.
 * @throws StateFileError for a state, lock or seed file that cannot be used
 */
export async function openOrg(name: string, opening: Opening): Promise<Org> {
  const { source, options, clock, surroundings, freezes } = opening;
  const isLarge = source.stored === undefined && source.isLarge;
  const seed = source.stored || isLarge ? undefined : await source.load();
  // An org of another seed is refused; a seed that is none is told first, or the advice would be to start over with it.
  if (source.stored !== undefined && source.stored.name !== source.name) await source.load();
  const { store, ids } = await openOrgStore(
    {
      name,
      ...(options.data === undefined ? {} : { dir: options.data }),
      durability: options.durability ?? 'process',
      fresh: options.fresh ?? false,
      ...(options.journal === undefined ? {} : { minCompactionBytes: options.journal }),
      clock,
      idSeed: options.idSeed,
      seed: seed ? await source.identity(seed) : { name: source.name, hash: source.stored?.hash ?? '' },
      warn: options.warn ?? warnOnStderr,
      freezes,
      migrations: migrationsFor(clock),
      writeNew: isLarge ? writerFor(name, opening) : undefined,
      fitness: async () => (await import('../objects/fitness.js')).fitness,
    },
    (rows, fresh) => {
      if (!seed) return;
      applySeed(seed, rows, clock, fresh);
      rescheduleLockouts({ store: rows });
    },
  );
  const { idSeed, rateLimits: enforceLimits = false, warn = warnOnStderr } = options;
  const memory = new MemoryBudget(options.memory ?? DEFAULT_MEMORY);
  const passwordCost = options.passwordCost ?? DEFAULT_COST;
  const org = new Org(name, store, ids, { clock, enforceLimits, idSeed, surroundings, memory, passwordCost, warn });
  if (source.stored) await tellDifference(source, opening, store.header.seed);
  await bringToken(org, options);
  // What a former run left; it goes on when the start is over.
  if (org.jobs.pending) org.jobs.resume();
  org.dispatcher.wake();
  return org;
}

/** Hashes of the tokens that anybody can read in the shipped seeds. */
async function publishedTokens(): Promise<ReadonlySet<string>> {
  const { tokens } = await loadSeed('default');
  return new Set(tokens.map(({ value }) => tokenHash(value)));
}

/**
 * A token that the org takes and that may be shown: its own one, or one that a seed at hand makes public. Empty where
 * there is none, as where the owners of those may do nothing any more.
 * @param isReached whether other machines reach the org, to which what is published with the product opens nothing
 */
export async function knownToken(org: Org, source: SeedSource, isReached: boolean): Promise<string> {
  const { published } = org.authenticator;
  const isTaken = (token: string): boolean =>
    ownerOf(org.store.collections, token) !== undefined && !(isReached && published.has(tokenHash(token)));
  if (org.token !== undefined && isTaken(org.token)) return org.token;
  const seeds = await Promise.all([source.loaded, loadSeed('default')]);
  const values = seeds.flatMap((seed) => seed?.tokens.map(({ value }) => value) ?? []);
  return [...source.tokens, ...values].find(isTaken) ?? '';
}
