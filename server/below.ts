import type { IncomingMessage, RequestListener } from 'node:http';
import { targetOf } from './incoming.js';

/** A request target in its parts: scheme and host as a client of a proxy sends them, path, and query. */
const TARGET = /^(https?:\/\/[^/?#]*)?([^?]*)(.*)$/is;

/**
 * A base URL as it stands in links and heads: a host and a path of other letters than heads can hold are written as
 * clients write them, without a slash at the end.
 * @param url one that can be parsed
 */
export const plainUrl = (url: string): string => new URL(url).href.replace(/\/+$/, '');

/** The path that a base URL puts everything below, without a slash at its end; empty for most. */
export const pathOf = (baseUrl: string | undefined): string =>
  baseUrl === undefined ? '' : new URL(baseUrl).pathname.replace(/\/+$/, '');

/**
 * Has a target that lies below this path mean the same without it. A base URL that ends in `/api` does not make another
 * path of the API's own.
 * @param below as `pathOf` gives it, and not empty
 */
export function takeOff(below: string, req: IncomingMessage & { originalUrl?: string }): void {
  const [, host = '', path = '', query = ''] = TARGET.exec(targetOf(req)) ?? [];
  if (path.startsWith('/api/v1/') || !`${path}/`.startsWith(`${below}/`)) return;
  const target = `${host}${path.slice(below.length) || '/'}${query}`;
  req.url = target;
  // Express, which may have mounted the app below that path, keeps the target as it was sent.
  if (req.originalUrl !== undefined) req.originalUrl = target;
}

/**
 * A listener that is asked below the path of `--base-url` as well as without it: links lead there, and of the proxies
 * that stand before a sandbox some take the path off and some leave it on.
 */
export function askedBelow(below: string, listener: RequestListener): RequestListener {
  if (below === '') return listener;
  return (req, res) => {
    takeOff(below, req);
    listener(req, res);
  };
}
