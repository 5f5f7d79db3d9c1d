import { nobody, type RequestFacts } from '../contract/context.js';
import { dueWork } from '../objects/due.js';
import type { Org } from './org.js';
import { RequestContext } from './request-context.js';

/**
 * Does what the org's clock has made due, so that no request sees a state that time has ended. Undefined where nothing
 * is due, which is nearly always; an org that takes no changes stays as it is.
 * @param factsOf what is known of the request that found the work due
 */
export function runDueWork(org: Org, base: string, factsOf: () => RequestFacts): Promise<void> | undefined {
  const load = dueWork(org.store.collections, org.clock.now());
  if (!load || org.store.readOnly !== undefined) return undefined;
  return load().then((work) =>
    org.store.transaction(() => work(new RequestContext(org, nobody, factsOf(), org.kept(base)))),
  );
}
