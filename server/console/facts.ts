import type { Request } from 'express';
import type { ControlOptions } from '../guard.js';

/** The release of the API that the sandbox answers to. */
export const CONTRACT = '2.16.0';

/** What is told to whom passes the guard: the org, where it stands, and how to get in. */
export function factsOf(options: ControlOptions, req: Request) {
  const org = options.resolve(req);
  const { token, seed, data } = options.facts();
  return {
    version: options.version,
    contract: CONTRACT,
    url: options.hosts.of(req),
    token,
    org: org.name,
    seed,
    data: data ?? 'in memory',
    users: org.store.collections.users.count(),
    clock: { now: org.clock.now(), timestamp: org.clock.timestamp() },
  };
}
