import type { Request, Response } from 'express';
import type { Caller, RequestFacts } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import { Refused } from '../contract/reply.js';
import type { Route } from '../contract/routes.js';
import { isUnwritten } from '../contract/unwritten/index.js';
import { handlersOf, loadedHandlers } from '../handlers/index.js';
import { isAcceptable } from './accept.js';
import { readBody } from './body.js';
import { runDueWork } from './due.js';
import { asOktaError, inLogForm } from './faults.js';
import type { LimitState } from './limits.js';
import type { Org } from './org.js';
import { type Envelope, sendError, sendNothing, sendReply } from './render.js';
import { RequestContext } from './request-context.js';
import { type Match, match } from './router.js';
import { reportAnswer, type StrictCheck, settled } from './strict/check.js';
import { splitTarget } from './target.js';
import { coerceQuery, loadedValidators, loadValidators } from './validate.js';

/** What the edge needs of the sandbox that it stands before. */
export interface EdgeOptions {
  /** The org that a request is for. */
  resolve(req: Request): Org;
  /** Scheme and host that the request's links begin with. */
  baseOf(req: Request): string;
  /** Told of each dispatched operation when it was answered. */
  onAnswer?: ((operationId: string, status: number) => void) | undefined;
  /** Checks requests and answers against the whole contract (`--strict`). */
  strict?: StrictCheck | undefined;
  warn(message: string): void;
}

/** One request on its way through the checks, in the order of the design. */
interface Exchange {
  readonly req: Request;
  readonly res: Response;
  readonly org: Org;
  readonly path: string;
  readonly search: string;
  readonly base: string;
  readonly requestId: string;
  limit?: LimitState;
  match?: Match;
}

/** The express middleware that speaks Okta: everything under the org's URL goes through it. */
export function edge(options: EdgeOptions): (req: Request, res: Response) => void {
  const envelope = (exchange: Exchange): Envelope => ({
    requestId: exchange.requestId,
    limit: exchange.limit,
    now: exchange.org.clock.now(),
    base: exchange.base,
    path: exchange.path,
    search: exchange.search,
    reads: exchange.req.method === 'GET' || exchange.req.method === 'HEAD',
    head: exchange.req.method === 'HEAD',
  });

  const answered = (exchange: Exchange, status: number): void => {
    if (exchange.match) options.onAnswer?.(exchange.match.route.operationId, status);
  };

  const refuse = (exchange: Exchange, error: unknown): void => {
    // The client went away before it had sent its body: nobody is there to be told.
    if (exchange.req.destroyed && !exchange.req.complete) return;
    let known = asOktaError(error);
    if (!known) {
      options.warn(`${exchange.req.method} ${exchange.path}: ${error instanceof Error ? error.stack : String(error)}`);
      known = new OktaError('E0000009');
    }
    if (exchange.res.headersSent) return;
    if (exchange.match?.route.group === 'Log') known = inLogForm(known);
    // Every answer tells where a limit stands, that of a path that leads nowhere, too.
    exchange.limit ??= exchange.org.limits.take('other');
    const errorId = exchange.org.errorId(known.details.form === 'log' ? 'uuid' : 'oae');
    sendError(exchange.res, known, envelope(exchange), errorId);
    answered(exchange, known.status);
  };

  const respond = (exchange: Exchange, route: Route, result: unknown): void => {
    if (result instanceof Refused) return refuse(exchange, result.error);
    const kept = exchange.org.kept(exchange.base);
    const sent = sendReply(exchange.res, result, route.status, envelope(exchange), kept);
    answered(exchange, sent.status);
    if (options.strict) reportAnswer(options.strict, route, sent, options.warn);
  };

  /** An answer leaves only when the request's jobs are done and the journal holds the last commit it could have seen. */
  const respondWhenSynced = (exchange: Exchange, route: Route, result: unknown): void => {
    const { store, jobs } = exchange.org;
    const done = jobs.done(exchange.requestId);
    if (done) {
      // The commit that began them first: where the journal refuses it, they are gone with it.
      Promise.all([store.synced(), done]).then(
        () => guarded(exchange, () => respondWhenSynced(exchange, route, result)),
        (error: unknown) => refuse(exchange, error),
      );
      return;
    }
    const wait = store.synced();
    if (!wait) return respond(exchange, route, result);
    wait.then(
      () => respond(exchange, route, result),
      (error: unknown) => refuse(exchange, error),
    );
  };

  /** @param problems what the reference validator found; undefined where it has not looked, or is not asked */
  const dispatch = (
    exchange: Exchange,
    found: Match,
    caller: Caller,
    body: unknown,
    problems?: readonly string[],
  ): void => {
    const { route } = found;
    const handlers = loadedHandlers(route.group);
    const validators = body === undefined ? undefined : loadedValidators(route.group);
    if (!handlers || (body !== undefined && !validators)) {
      Promise.all([handlersOf(route.group), body === undefined ? undefined : loadValidators(route.group)]).then(
        () => guarded(exchange, () => dispatch(exchange, found, caller, body)),
        (error: unknown) => refuse(exchange, error),
      );
      return;
    }
    if (validators?.[route.operationId]?.(body) === false) throw new OktaError('E0000003');
    if (body === undefined && route.body === 'required') throw new OktaError('E0000003');
    if (options.strict && !problems) {
      options.strict.request(route, urlOf(exchange), exchange.req.headers, body).then(
        (seen) => guarded(exchange, () => dispatch(exchange, found, caller, body, seen)),
        (error: unknown) => refuse(exchange, error),
      );
      return;
    }
    const query = coerceQuery(route, exchange.search);
    const call = { params: found.params, query, body };
    const facts = requestFacts(exchange);
    const ctx = new RequestContext(exchange.org, caller, facts, exchange.org.kept(exchange.base));
    const handler = handlers[route.operationId];
    if (!handler) throw new OktaError('E0000009');
    if (typeof handler === 'function') {
      return respondWhenSynced(
        exchange,
        route,
        exchange.org.store.transaction(() => settled(handler(call, ctx), route, problems)),
      );
    }
    const act = (prepared: unknown): void =>
      respondWhenSynced(
        exchange,
        route,
        exchange.org.store.transaction(() => settled(handler.act(call, ctx, prepared), route, problems)),
      );
    const prepared = handler.prepare(call, ctx);
    if (prepared instanceof Promise) prepared.then(act).catch((error: unknown) => refuse(exchange, error));
    else act(prepared);
  };

  /** Runs a step; what it throws becomes the answer. */
  const guarded = (exchange: Exchange, step: () => void): void => {
    try {
      step();
    } catch (error) {
      refuse(exchange, error);
    }
  };

  const receive = (exchange: Exchange): void => {
    const { req, res, org } = exchange;
    const found = match(req.method ?? 'GET', exchange.path, exchange.search);
    if (!found) throw new OktaError('E0000008');
    if ('methods' in found) {
      exchange.limit = org.limits.take('other');
      return otherMethod(exchange, found.methods, envelope(exchange));
    }
    exchange.match = found;
    exchange.limit = org.limits.take(found.bucket);
    const { route } = found;
    const caller = org.authenticator.caller(req.headers.authorization, exchange.base, exchange.path, req.method);
    if (exchange.limit.exceeded) throw new OktaError('E0000047');
    if (isUnwritten(route.operationId)) {
      throw new OktaError('E0000060', { causes: [`operation ${route.operationId} is not written yet`] });
    }
    if (!isAcceptable(route, req.headers.accept)) throw new OktaError('E0000019');
    if (route.method === 'get' || route.method === 'delete') {
      // Okta reads no body here; what a client sends all the same is left unread.
      return start(exchange, found, caller, undefined);
    }
    if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) {
      throw new OktaError('E0000020', { status: 411, form: 'none' });
    }
    readBody(req, res, consumesOf(route), (error, body) => {
      if (error) return refuse(exchange, error);
      guarded(exchange, () => start(exchange, found, caller, body));
    });
  };

  /** Dispatches when the org has done what its clock has made due. */
  const start = (exchange: Exchange, found: Match, caller: Caller, body: unknown): void => {
    const due = runDueWork(exchange.org, exchange.base, () => requestFacts(exchange));
    if (!due) return dispatch(exchange, found, caller, body);
    due.then(
      () => guarded(exchange, () => dispatch(exchange, found, caller, body)),
      (error: unknown) => refuse(exchange, error),
    );
  };

  return (req, res) => {
    const org = options.resolve(req);
    const [path, search] = splitTarget(req.originalUrl);
    const exchange: Exchange = { req, res, org, path, search, base: options.baseOf(req), requestId: org.requestId() };
    const enter = (): void => {
      org.enter();
      res.once('close', () => org.leave());
      guarded(exchange, () => receive(exchange));
    };
    if (org.resetting) org.resetting.then(enter);
    else enter();
  };
}

const consumesOf = (route: Route): readonly string[] | undefined => ('consumes' in route ? route.consumes : undefined);

/** A known path with another method: OPTIONS tells the methods, all else is 405 E0000022. */
function otherMethod(exchange: Exchange, methods: readonly string[], envelope: Envelope): void {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (exchange.req.method !== 'OPTIONS') throw new OktaError('E0000022', { headers: { Allow: allow } });
  sendNothing(exchange.res, 204, { Allow: allow }, envelope);
}

/** Path and query: as sent, where nothing comes before them. */
const urlOf = ({ req, path, search }: Exchange): string =>
  req.originalUrl.startsWith('/') ? req.originalUrl : search === '' ? path : `${path}?${search}`;

const requestFacts = (exchange: Exchange): RequestFacts => ({
  id: exchange.requestId,
  url: urlOf(exchange),
  ip: exchange.req.socket?.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
  header: (name) => {
    const value = exchange.req.headers[name];
    return Array.isArray(value) ? value[0] : value;
  },
});
