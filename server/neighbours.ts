import { type Caller, nobody } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import type { Neighbour, NeighbourHandler } from '../contract/neighbours.js';
import { type ErasedHandler, neighbourList } from '../handlers/index.js';
import { afterDueWork, perform } from './dispatch.js';
import type { Exchange } from './exchange.js';
import { otherMethod, receiveBody } from './receive.js';
import { resume } from './respond.js';
import { segmentsOf } from './router.js';

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

function callerOf({ org, req, base, path }: Exchange, token: Neighbour['token']): Caller {
  const { authorization } = req.headers;
  if (token === 'none' || (token === 'optional' && !authorization)) return nobody;
  return org.authenticator.caller(authorization, base, path, req.method);
}

function visit(exchange: Exchange, neighbour: Neighbour, params: Readonly<Record<string, string>>): void {
  const caller = callerOf(exchange, neighbour.token);
  if (exchange.limit?.exceeded) throw new OktaError('E0000047');
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(exchange.search)) query[name] = value;
  const call = (body: unknown): void =>
    resume(exchange, neighbour.handler(), (handler: NeighbourHandler) =>
      afterDueWork(exchange, () =>
        perform(exchange, {
          handler: handler as ErasedHandler,
          call: { params, query, body },
          caller,
          status: 200,
        }),
      ),
    );
  if (neighbour.method === 'GET' || neighbour.method === 'DELETE') call(undefined);
  else receiveBody(exchange, neighbour.consumes, call);
}

/** Looks for the request among the paths beside the API, which no operation of the contract has. */
export function visitNeighbour(exchange: Exchange): void {
  exchange.limit = exchange.org.limits.take('other');
  resume(exchange, neighbourList(), (neighbours) => {
    const segments = segmentsOf(exchange.path);
    const methods: string[] = [];
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
