import { rescheduleLockouts } from '../objects/due.js';
import { applySeed } from '../seeds/apply/apply.js';
import { admit } from './open-org.js';
import type { SandboxOptions } from './options.js';
import type { Org } from './org.js';
import type { SeedSource } from './seed-source.js';

/** Puts an org back to its seed when the requests in flight are answered; those that come meanwhile wait. */
export async function resetOrg(org: Org, source: SeedSource, options: SandboxOptions): Promise<void> {
  // Read anew: what its owner changed since the start is what they want back.
  const seed = await source.reload();
  const made = await source.identity(seed);
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
      org.store.reset((rows) => {
        applySeed(seed, rows, org.clock, org.ids);
        rescheduleLockouts({ store: rows });
        admit(rows, options.token, org.clock.timestamp());
      }, made);
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
