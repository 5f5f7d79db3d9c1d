import type { ServerResponse } from 'node:http';
import type { RequestFacts } from '../contract/context.js';
import type { OptionWords } from '../store/option-words.js';
import type { Hosts } from './hosts.js';
import type { Incoming } from './incoming.js';
import type { LimitState } from './limits.js';
import type { Org } from './org.js';
import type { Envelope } from './render.js';
import type { LoggedRequest } from './request-log.js';
import type { Match } from './router.js';
import type { StrictCheck } from './strict/check.js';

/** What the edge needs of the sandbox that it stands before. */
export interface EdgeOptions {
  /** The org that a request is for. */
  resolve(req: Incoming): Org;
  /** What the sandbox answers to, and how links begin. */
  readonly hosts: Hosts;
  /** How messages name options. */
  readonly option: OptionWords;
  /** Told of each dispatched operation when it was answered. */
  onAnswer?: ((operationId: string, status: number, errorCode?: string) => void) | undefined;
  /** Told of each request when it was answered (`--log`). */
  onRequest?: ((request: LoggedRequest) => void) | undefined;
  /** Checks requests and answers against the whole contract (`--strict`). */
  strict?: StrictCheck | undefined;
  warn(message: string): void;
}

/** One request on its way through the checks, in the order of the design. */
export interface Exchange {
  readonly options: EdgeOptions;
  readonly req: Incoming;
  readonly res: ServerResponse;
  readonly org: Org;
  readonly path: string;
  readonly search: string;
  /** Path and query: as sent, where nothing comes before them. */
  readonly url: string;
  readonly base: string;
  readonly requestId: string;
  /** The org's time when it was last gone on with, in milliseconds: asking a clock costs more than most steps. */
  now: number;
  /** What is kept of it for people to look at. */
  logged: LoggedRequest | undefined;
  limit: LimitState | undefined;
  /** The operation that it means; undefined before it is known, and for a neighbour of the API. */
  match: Match | undefined;
}

/** What every answer of the request carries. */
export const envelopeOf = ({ req, requestId, now, limit, base, path, search }: Exchange): Envelope => ({
  requestId,
  limit,
  now,
  base,
  path,
  search,
  reads: req.method === 'GET' || req.method === 'HEAD',
  head: req.method === 'HEAD',
});

class ExchangeFacts implements RequestFacts {
  readonly id: string;
  readonly url: string;
  readonly ip: string;
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.id = exchange.requestId;
    this.url = exchange.url;
    this.ip = exchange.options.hosts.sender(exchange.req) || '127.0.0.1';
    this.#exchange = exchange;
  }

  header(name: string): string | undefined {
    const value = this.#exchange.req.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  gone(): AbortSignal {
    const { org, req } = this.#exchange;
    return org.inFlight.gone(req);
  }
}

/** What a handler may know of the request. */
export const requestFacts = (exchange: Exchange): RequestFacts => new ExchangeFacts(exchange);
