import type { ServerResponse } from 'node:http';
import type { Caller } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import type { Route } from '../contract/routes.js';
import { isAcceptable } from './accept.js';
import { leaveBody } from './bodies/read.js';
import { shareWithOrigin } from './cors.js';
import { afterDueWork, dispatch } from './dispatch.js';
import type { EdgeOptions, Exchange } from './exchange.js';
import type { Open } from './in-flight.js';
import { type Incoming, targetOf } from './incoming.js';
import { visitNeighbour } from './neighbours.js';
import { receiveBody } from './receive.js';
import { URL_KEPT } from './request-log.js';
import { guarded } from './respond.js';
import { type Match, match } from './router.js';
import { sessionCaller } from './session-caller.js';
import { askedFor } from './target.js';

export type { EdgeOptions } from './exchange.js';

/** Speaks Okta: every request under the org's URL goes through it. */
export function edge(options: EdgeOptions): (req: Incoming, res: ServerResponse) => void {
  return (req, res) => {
    const exchange = exchangeOf(options, req, res);
    exchange.org.inFlight.turn(req, res, (one) => enter(exchange, one));
  };
}

/**
 * A request of which nothing is known yet but what was sent. All its members stand in one literal: those that are added
 * later, or spread, cost more than all of this.
 */
function exchangeOf(options: EdgeOptions, req: Incoming, res: ServerResponse): Exchange {
  const org = options.resolve(req);
  const { target, path, search } = askedFor(targetOf(req));
  return {
    options,
    req,
    res,
    org,
    path,
    search,
    url: target.startsWith('/') ? target : search === '' ? path : `${path}?${search}`,
    base: options.hosts.of(req),
    requestId: org.requestId(),
    now: 0,
    logged: undefined,
    limit: undefined,
    match: undefined,
  };
}

/** Begins a request; one that comes in a reset waits for its end. */
function enter(exchange: Exchange, one: Open): void {
  const { org } = exchange;
  if (org.resetting) return void org.resetting.then(() => enter(exchange, one));
  org.inFlight.enter(one);
  guarded(exchange, () => {
    note(exchange);
    refuseStranger(exchange);
    receive(exchange);
  });
}

/** Keeps what people may look at. What the pages read for themselves would push out what they look for. */
function note(exchange: Exchange): void {
  const { org, req, requestId } = exchange;
  if (req.method === 'GET' && req.headers['x-mockta-console'] !== undefined) return;
  exchange.logged = org.requests.begin({
    id: requestId,
    at: exchange.now,
    method: req.method ?? 'GET',
    url: exchange.url.slice(0, URL_KEPT),
    begun: performance.now(),
  });
}

/** A page of another origin can have its own name lead here: a name that nobody gave this server is not answered. */
function refuseStranger({ options, req }: Exchange): void {
  if (options.hosts.known(req)) return;
  throw new OktaError('E0000006', {
    causes: [
      `This sandbox does not answer to the host "${options.hosts.named(req).slice(0, 255)}": start it with ${options.option('allow-host')}.`,
    ],
  });
}

/** @throws OktaError what is refused before a body is read */
function receive(exchange: Exchange): void {
  const { req, org } = exchange;
  if (req.headers.origin !== undefined) shareWithOrigin(exchange);
  const found = match(req.method ?? 'GET', exchange.path, exchange.search);
  if (!found) return visitNeighbour(exchange);
  if ('methods' in found) return visitNeighbour(exchange, found.methods);
  exchange.match = found;
  exchange.limit = org.limits.take(found.bucket, exchange.now);
  const { route } = found;
  const caller = sessionCaller(exchange, found) ?? org.authenticator.caller(exchange);
  if (exchange.limit.exceeded) throw new OktaError('E0000047');
  if (!isAcceptable(route, req.headers.accept)) throw new OktaError('E0000019');
  // Okta reads no body here; what a client sends all the same is left unread.
  if (route.method === 'get' || route.method === 'delete') {
    leaveBody(req);
    return start(exchange, found, caller, undefined);
  }
  receiveBody(exchange, consumesOf(route), (body) => start(exchange, found, caller, body));
}

const consumesOf = (route: Route): readonly string[] | undefined => ('consumes' in route ? route.consumes : undefined);

const start = (exchange: Exchange, found: Match, caller: Caller, body: unknown): void =>
  afterDueWork(exchange, () => dispatch(exchange, found, caller, body));
