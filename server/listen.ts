import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { OptionWords } from '../store/option-words.js';
import type { Org } from './org.js';
import { cutOffSilent } from './silence.js';

/** As long as Okta's own front keeps them (inferred): a client's pool must not be cut off after five seconds. */
export const KEEP_ALIVE_MS = 75_000;

/** How long a request's head and a whole request may last, in milliseconds. */
export const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;

/** Whether a request target is that of a control route or page, and not Okta's. */
export const isForControls = (target: string): boolean =>
  !target.startsWith('/api/') && /^\/(?:_sandbox(?:[/?]|$)|$|\?)/.test(target);

/** What speaks http, or https. */
export type AnyServer = Server | HttpsServer;

/** Makes a server that hands its requests to the listener. */
export type ServerMaker = (options: ServerOptions, listener: RequestListener) => AnyServer;

/** A server that hands its requests to this listener, with the patience that clients need; http without a maker. */
export function serverOf(
  listener: RequestListener,
  options: ServerOptions = {},
  make: ServerMaker = createServer,
): AnyServer {
  const server = make(options, listener);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  cutOffSilent(server);
  return server;
}

/**
 * Has a server listen on this host and port; 0 picks a free one.
 * @param option how a refusal names the port's option
 * @returns the port
 * @throws Error with a sentence where the port is taken or not allowed
 */
export function listen(server: AnyServer, host: string, port: number, option: OptionWords): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`${host}:${port} is in use; choose another ${option('port')}.`));
      else reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Takes no more connections; settles when the last is gone. */
const stopListening = (server: AnyServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Ends servers and org: what waits for the org is answered first, then the connections that are left are dropped. */
export async function closeAll(servers: readonly AnyServer[], org: Pick<Org, 'close'>): Promise<void> {
  const stopped = servers.map(stopListening);
  await org.close();
  await new Promise((resolve) => setImmediate(resolve));
  for (const server of servers) server.closeAllConnections();
  await Promise.all(stopped);
}
