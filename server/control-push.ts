import type { Request, Response, Router } from 'express';
import { nobody, type RequestFacts } from '../contract/context.js';
import { answerDevice, resultOf } from '../objects/factors/push.js';
import { runDueWork } from './due.js';
import type { Hosts } from './hosts.js';
import type { Org } from './org.js';
import { RequestContext } from './request-context.js';

const factsOf = (req: Request, org: Org, hosts: Hosts): RequestFacts => ({
  id: org.requestId(),
  url: req.originalUrl,
  ip: hosts.sender(req) || '127.0.0.1',
  header: (name) => {
    const value = req.headers[name];
    return Array.isArray(value) ? value[0] : value;
  },
  // Nothing is computed here that could be stopped.
  gone: () => new AbortController().signal,
});

/** What devices of this org are being asked, oldest first. */
function waiting(org: Org): object[] {
  const { factorTransactions, factors, users } = org.store.collections;
  return factorTransactions.where('result', 'WAITING').flatMap((row) => {
    if (resultOf({ clock: org.clock }, row) !== 'WAITING') return [];
    const user = users.get(row.userId);
    return {
      id: row.id,
      asks: row.of === 'ACTIVATION' ? 'enrolment' : 'sign-in',
      factorId: row.factorId,
      provider: factors.get(row.factorId)?.provider,
      userId: row.userId,
      login: user?.profile.login,
      created: row.created,
      expires: org.clock.timestamp(row.expires),
    };
  });
}

/** `/push`: what devices are asked, and the answers that people would give there. */
export function pushRoutes(router: Router, options: { resolve(req: Request): Org; readonly hosts: Hosts }): void {
  router.get('/push', (req, res) => {
    res.json(waiting(options.resolve(req)));
  });
  router.post('/push/:id/:answer', (req: Request, res: Response, next) => {
    const { id, answer } = req.params;
    if (answer !== 'approve' && answer !== 'reject') return next();
    const org = options.resolve(req);
    const ctx = new RequestContext(org, nobody, factsOf(req, org, options.hosts), org.kept(options.hosts.of(req)));
    const act = async (): Promise<void> => {
      const done = org.store.transaction(() => answerDevice(ctx, String(id), answer === 'approve'));
      await org.store.synced();
      if (done) res.status(204).end();
      else res.status(404).json({ error: 'No device is asked this any more.' });
    };
    Promise.resolve(runDueWork(org, options.hosts.of(req), () => ctx.request))
      .then(act)
      .catch(next);
  });
}
