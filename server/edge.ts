import type { Request, Response } from 'express';
import { handlersOf, loadedHandlers } from '../handlers/index.js';
import { isUnwritten } from '../handlers/unwritten.js';
import { DuplicateKeyError, MissingRowError, ReadOnlyError } from '../store/errors.js';
import { readBody } from './body.js';
import type { Caller, RequestFacts } from './context.js';
import type { Route } from './contract.js';
import { notFound, OktaError } from './errors.js';
import type { LimitState } from './limits.js';
import type { Org } from './org.js';
import { type Envelope, sendError, sendReply } from './render.js';
import { Refused } from './reply.js';
import { type Match, match } from './router.js';
import { RequestContext } from './transaction-context.js';
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

/** The reference validator as the edge uses it; each answers with the problems it found. */
export interface StrictCheck {
  request(route: Route, req: Request, body: unknown): Promise<readonly string[]>;
  answer(route: Route, status: number, bytes: Buffer | undefined): Promise<readonly string[]>;
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

const splitUrl = (url: string): [path: string, search: string] => {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
};

/** What Okta answers for what went wrong; undefined for a fault of the sandbox itself. */
function asOktaError(error: unknown): OktaError | undefined {
  if (error instanceof OktaError) return error;
  if (error instanceof MissingRowError) return notFound(error.id, error.typeName);
  if (error instanceof URIError)
    return new OktaError('E0000020', { causes: ['The path is not valid percent-encoding.'] });
  if (error instanceof ReadOnlyError) return new OktaError('E0000010', { causes: [error.message] });
  if (error instanceof DuplicateKeyError) {
    return new OktaError('E0000001', {
      args: [error.index],
      causes: [`${error.index}: An object with this field already exists in the current organization`],
    });
  }
  return undefined;
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
    head: exchange.req.method === 'HEAD',
  });

  const answered = (exchange: Exchange, status: number): void => {
    if (exchange.match) options.onAnswer?.(exchange.match.route.operationId, status);
  };

  const refuse = (exchange: Exchange, error: unknown): void => {
    let known = asOktaError(error);
    if (!known) {
      options.warn(`${exchange.req.method} ${exchange.path}: ${error instanceof Error ? error.stack : String(error)}`);
      known = new OktaError('E0000009');
    }
    if (exchange.res.headersSent) return;
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

  const dispatch = (exchange: Exchange, found: Match, caller: Caller, body: unknown): void => {
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
        exchange.org.store.transaction(() => handler(call, ctx)),
      );
    }
    const act = (prepared: unknown): void =>
      respondWhenSynced(
        exchange,
        route,
        exchange.org.store.transaction(() => handler.act(call, ctx, prepared)),
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
    if ('methods' in found) return refuseMethod(exchange, found.methods);
    exchange.match = found;
    exchange.limit = org.limits.take(found.bucket);
    const { route } = found;
    const caller = org.authenticator.caller(req.headers.authorization, exchange.base, exchange.path);
    if (exchange.limit.exceeded) throw new OktaError('E0000047');
    if (isUnwritten(route.operationId)) {
      throw new OktaError('E0000060', { causes: [`operation ${route.operationId} is not written yet`] });
    }
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

  /** Dispatches, after the reference validator had its look where one is wanted. */
  const start = (exchange: Exchange, found: Match, caller: Caller, body: unknown): void => {
    if (!options.strict) return dispatch(exchange, found, caller, body);
    options.strict.request(found.route, exchange.req, body).then(
      (problems) => {
        if (problems.length === 0) return guarded(exchange, () => dispatch(exchange, found, caller, body));
        refuse(exchange, new OktaError('E0000001', { args: [found.route.operationId], causes: problems }));
      },
      (error: unknown) => refuse(exchange, error),
    );
  };

  return (req, res) => {
    const org = options.resolve(req);
    const [path, search] = splitUrl(req.originalUrl);
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
function refuseMethod(exchange: Exchange, methods: readonly string[]): void {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (exchange.req.method !== 'OPTIONS') throw new OktaError('E0000022', { headers: { Allow: allow } });
  exchange.res.writeHead(204, { Allow: allow, 'X-Okta-Request-Id': exchange.requestId });
  exchange.res.end();
}

const requestFacts = ({ req, requestId }: Exchange): RequestFacts => ({
  id: requestId,
  url: req.originalUrl,
  ip: req.socket?.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
  header: (name) => {
    const value = req.headers[name];
    return Array.isArray(value) ? value[0] : value;
  },
});

function reportAnswer(
  strict: StrictCheck,
  route: Route,
  sent: { status: number; data: string | Buffer | undefined },
  warn: (message: string) => void,
): void {
  strict.answer(route, sent.status, sent.data === undefined ? undefined : Buffer.from(sent.data)).then(
    (problems) => {
      for (const problem of problems) warn(`${route.operationId} answered off the contract: ${problem}`);
    },
    (error: unknown) => warn(`strict: ${String(error)}`),
  );
}
