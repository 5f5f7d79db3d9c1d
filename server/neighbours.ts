import { type Caller, nobody } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import type { Neighbour, NeighbourHandler } from '../contract/neighbours.js';
import { type ErasedHandler, neighbourList } from '../handlers/index.js';
import { afterDueWork, perform } from './dispatch.js';
import type { Exchange } from './exchange.js';
import { otherMethod, receiveBody } from './receive.js';
import { resume } from './respond.js';
import { segmentsOf } from './router.js';
import { isReadable } from './validate.js';

/** The path's parameters where it fits the pattern. @throws URIError where one is not valid percent-encoding */
function paramsOf(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = segmentsOf(pattern);
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of parts.entries()) {
    const segment = segments[i] as string;
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

function callerOf(exchange: Exchange, token: Neighbour['token']): Caller {
  if (token === 'none' || (token === 'optional' && !exchange.req.headers.authorization)) return nobody;
  return exchange.org.authenticator.caller(exchange);
}

/** The query as text; of a repeated parameter the last. */
function queryOf(search: string): Readonly<Record<string, string>> {
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(search)) query[name] = value;
  return query;
}

/** A JSON body that nests too deeply is none; the contract's validators do not see those of neighbours. */
function refuseDeep({ req }: Exchange, body: unknown): void {
  if (/json/i.test(req.headers['content-type'] ?? '') && !isReadable(body)) throw new OktaError('E0000003');
}

function visit(exchange: Exchange, neighbour: Neighbour, params: Readonly<Record<string, string>>): void {
  const caller = callerOf(exchange, neighbour.token);
  if (exchange.limit?.exceeded) throw new OktaError('E0000047');
  const { method, consumes, status = 200 } = neighbour;
  const start = (body: unknown): void => {
    refuseDeep(exchange, body);
    const call = { params, query: queryOf(exchange.search), body };
    resume(exchange, neighbour.handler(), (handler: NeighbourHandler) =>
      afterDueWork(exchange, () => perform(exchange, { handler: handler as ErasedHandler, call, caller, status })),
    );
  };
  if (method === 'GET' || method === 'DELETE') start(undefined);
  else receiveBody(exchange, consumes, start);
}

/**
 * Looks for the request among the paths beside the API.
 * @param known the methods that operations of the contract have at this path; none has the request's
 */
export function visitNeighbour(exchange: Exchange, known: readonly string[] = []): void {
  exchange.limit = exchange.org.limits.take('other');
  resume(exchange, neighbourList(), (neighbours) => {
    const segments = segmentsOf(exchange.path);
    const methods = [...known];
    const method = exchange.req.method === 'HEAD' ? 'GET' : exchange.req.method;
    for (const neighbour of neighbours) {
      const params = paramsOf(neighbour.path, segments);
      if (params && neighbour.method === method) return visit(exchange, neighbour, params);
      if (params) methods.push(neighbour.method);
    }
    if (methods.length === 0) throw new OktaError('E0000008');
    otherMethod(exchange, methods);
  });
}
