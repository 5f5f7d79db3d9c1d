import { rescheduleLockouts } from '../objects/due.js';
import { applySeed } from '../seeds/apply/apply.js';
import { admit } from './open-org.js';
import type { SandboxOptions } from './options.js';
import type { Org } from './org.js';
import type { SeedSource } from './seed-source.js';
import type { Seeding } from './seeding/seeding.js';

/** Puts the seed's rows into the org; undone as a whole where that fails. */
type Reseed = () => Promise<void> | void;

/** What a reset does with a seed of usual size: everything in one turn. */
async function atOnce(org: Org, source: SeedSource): Promise<Reseed> {
  // Read anew: what its owner changed since the start is what they want back.
  const seed = await source.reload();
  const made = await source.identity(seed);
  return () =>
    org.store.reset((rows) => {
      applySeed(seed, rows, org.clock, org.ids);
      rescheduleLockouts({ store: rows });
      admit(rows, org.token, org.clock.timestamp());
    }, made);
}

/** What a reset does with a large one: all that takes long is done beside the event loop. */
async function aside(org: Org, seeding: Seeding, source: SeedSource): Promise<Reseed> {
  await seeding.prepare(source);
  return async () => {
    const write = (commit: number): Promise<void> => seeding.place(commit, org.clock);
    await org.store.move({ path: seeding.path, write });
    // What a crash leaves out here, the next start does.
    org.store.transaction(() => admit(org.store.collections, org.token, org.clock.timestamp()));
  };
}

/** Runs `reseed` when the requests in flight are answered; those that come meanwhile wait. */
async function whileNobodyAsks(org: Org, options: SandboxOptions, reseed: Reseed): Promise<void> {
  while (org.resetting) await org.resetting;
  let done = (): void => {};
  org.resetting = new Promise((resolve) => {
    done = resolve;
  });
  try {
    const ended = await org.inFlight.idle();
    if (ended > 0)
      org.warn(
        `the reset ended ${ended} ${ended === 1 ? 'request that was' : 'requests that were'} not answered in time`,
      );
    const clock = org.clock.state;
    try {
      if (options.frozenAt === undefined) org.clock.follow();
      else org.clock.freeze(options.frozenAt);
      await reseed();
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

/** Resets with large seeds, one after the other: they share a file. */
const lines = new WeakMap<Org, Promise<void>>();

/** Puts an org back to its seed when the requests in flight are answered; those that come meanwhile wait. */
export async function resetOrg(org: Org, source: SeedSource, options: SandboxOptions): Promise<void> {
  if (!source.isLarge) return whileNobodyAsks(org, options, await atOnce(org, source));
  const { Seeding } = await import('./seeding/seeding.js');
  const inTurn = async (): Promise<void> => {
    const { suffix, idSeed } = org.store.header;
    const seeding = new Seeding({ org: org.name, data: options.data, identity: { suffix, idSeed } });
    try {
      await whileNobodyAsks(org, options, await aside(org, seeding, source));
    } finally {
      seeding.end();
    }
  };
  const before = lines.get(org) ?? Promise.resolve();
  const turn = before.catch(() => undefined).then(inTurn);
  lines.set(org, turn);
  return turn;
}
