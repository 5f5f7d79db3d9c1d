import express, { type Request, type Response, type Router } from 'express';
import { Links } from '../../contract/links.js';
import { addDelivery } from '../../objects/hooks/deliveries.js';
import { delivers } from '../../objects/hooks/event-hooks.js';
import { eventView } from '../../objects/logs/view.js';
import type { DeliveryRow } from '../../store/rows/hooks.js';
import { ControlFault, limitOf, oneOf } from '../control-query.js';
import type { ControlOptions } from '../guard.js';
import type { Org } from '../org.js';

const LIMIT = 50;
const MAX_LIMIT = 200;

/** A delivery as people see it. It holds no secret: headers and bodies of calls are not kept. */
function shown({ seq: _, attempts, ...row }: DeliveryRow) {
  return { ...row, attempts: attempts.map(({ at, ...attempt }) => ({ at: new Date(at).toISOString(), ...attempt })) };
}

const refuse = (res: Response, status: number, error: string): void => {
  res.status(status).json({ error });
};

const statuses: readonly DeliveryRow['status'][] = ['PENDING', 'DELIVERED', 'FAILED'];

/** The status that is asked for. @throws ControlFault for one that no delivery has */
function statusOf(req: Request): DeliveryRow['status'] | undefined {
  const given = oneOf(req, 'status');
  const status = statuses.find((one) => one === given?.toUpperCase());
  if (given === undefined || status !== undefined) return status;
  const [last, ...first] = statuses.map((one) => one.toLowerCase()).reverse();
  throw new ControlFault(`status takes ${first.reverse().join(', ')} or ${last}.`);
}

/** The place before which the deliveries came that are asked for. @throws ControlFault for what is no id of one */
function placeOf(req: Request, org: Org): number | undefined {
  const after = oneOf(req, 'after');
  const seq = after === undefined ? undefined : org.ids.seqOf(after);
  if (seq === undefined || seq > 0) return seq;
  throw new ControlFault('after takes the id of a delivery.');
}

/** The deliveries of an org, the newest first: `?limit=`, `?after=`, `?hook=`, `?status=`. */
function listDeliveries(org: Org, base: string, req: Request, res: Response): void {
  const limit = limitOf(req, MAX_LIMIT, LIMIT);
  const [hook, status, from] = [oneOf(req, 'hook'), statusOf(req), placeOf(req, org)];
  const { deliveries } = org.store.collections;
  const found = deliveries
    .all()
    .filter((row) => (hook === undefined || row.hookId === hook) && (status === undefined || row.status === status))
    .filter(({ seq }) => from === undefined || seq < from)
    .reverse();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  if (last && found.length > limit) {
    const query = new URLSearchParams({ after: last.id, limit: `${limit}` });
    if (hook !== undefined) query.set('hook', hook);
    if (status !== undefined) query.set('status', status);
    res.set('Link', `<${base}/_sandbox/deliveries?${query}>; rel="next"`);
  }
  res.json(page.map(shown));
}

/** One delivery, with the events in it that the System Log still holds. */
function showDelivery(org: Org, id: string, res: Response): void {
  const { deliveries, logs } = org.store.collections;
  const row = deliveries.get(id);
  if (!row) return refuse(res, 404, 'There is no such delivery.');
  const links = new Links('');
  res.json({
    ...shown(row),
    events: row.eventIds.flatMap((event) => logs.get(event) ?? []).map((e) => eventView(e, links)),
  });
}

/** Why a delivery cannot be made once more; undefined where it can. */
function hindrance(org: Org, row: DeliveryRow): string | undefined {
  const { eventHooks, logs } = org.store.collections;
  if (row.kind !== 'EVENT') return 'Only deliveries of events can be replayed: what others said is not kept.';
  const hook = eventHooks.get(row.hookId);
  if (!hook) return 'The event hook is gone.';
  if (!delivers(hook)) return 'The event hook is not active and verified.';
  if (!row.eventIds.some((event) => logs.get(event))) return 'The System Log no longer holds the events.';
  return undefined;
}

/** Makes a delivery once more, behind those that wait for the same hook. */
async function replay(org: Org, id: string, res: Response): Promise<void> {
  const { deliveries, eventHooks } = org.store.collections;
  const row = deliveries.get(id);
  if (!row) return refuse(res, 404, 'There is no such delivery.');
  const why = hindrance(org, row);
  if (why !== undefined) return refuse(res, 409, why);
  const again = org.store.transaction(() =>
    addDelivery(
      { store: org.store.collections },
      {
        kind: row.kind,
        hookId: row.hookId,
        url: eventHooks.require(row.hookId).channel.config.uri,
        status: 'PENDING',
        created: org.clock.timestamp(),
        requestIds: row.requestIds,
        eventIds: row.eventIds,
        attempts: [],
        replayOf: row.id,
      },
    ),
  );
  await org.store.synced();
  res.status(202).json(shown(again));
}

/** The log of calls to hooks, under `/_sandbox/deliveries`. @param resolve the org that a request is for */
export function deliveryRoutes({ resolve, hosts }: Pick<ControlOptions, 'resolve' | 'hosts'>): Router {
  const router = express.Router();
  router.get('/deliveries', (req, res) => listDeliveries(resolve(req), hosts.of(req), req, res));
  router.get('/deliveries/:id', (req, res) => showDelivery(resolve(req), req.params.id, res));
  router.post('/deliveries/:id/replay', (req, res, next) => {
    replay(resolve(req), req.params.id, res).catch(next);
  });
  return router;
}
