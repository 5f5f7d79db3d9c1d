import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import express, { type Express } from 'express';
import type { Org } from './org.js';
import type { Strangers } from './strangers.js';

/** As long as Okta's own front keeps them (inferred): a client's pool must not be cut off after five seconds. */
const KEEP_ALIVE_MS = 75_000;

/** How long a request's head, a whole request, and silence in the middle of an exchange may last, in milliseconds. */
export const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
const SILENCE_MS = 60_000;

/** What speaks http, or https. */
export type AnyServer = Server | HttpsServer;

/** The classes of requests and responses that a server makes. */
export interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/**
 * Classes whose requests and responses are born with the app's own prototypes.
 *
 * Express 5 sets both prototypes on each request, which on Node 20 is most of its cost; here that becomes a no-op, and
 * the app answers several times as many requests with its middleware stack intact. An app that is given to another
 * server (supertest does) works as ever, without the gain.
 */
function classesFor(app: Express): MessageClasses {
  class Req extends IncomingMessage {}
  class Res extends ServerResponse {}
  Object.setPrototypeOf(Req.prototype, express.request);
  Object.setPrototypeOf(Res.prototype, express.response);
  app.request = Object.assign(Req.prototype, { app }) as unknown as Express['request'];
  app.response = Object.assign(Res.prototype, { app }) as unknown as Express['response'];
  return { IncomingMessage: Req, ServerResponse: Res } as unknown as MessageClasses;
}

/** Makes the server of an app; http without it. */
export type ServerMaker = (classes: MessageClasses, app: Express) => AnyServer;

/** A server for an app, with the patience that its clients need. */
export function serverFor(app: Express, make: ServerMaker = createServer): AnyServer {
  const server = make(classesFor(app), app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  // A client that does not read its answer holds it in memory.
  server.timeout = SILENCE_MS;
  return server;
}

/** Where to listen, and with what. */
export interface Listening {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly strangers: Strangers;
  readonly make?: ServerMaker | undefined;
}

/**
 * Listens for an app.
 * @returns the server and its port
 * @throws Error with a sentence where the port is taken or not allowed
 */
export function listen(
  app: Express,
  { host, port, strangers, make }: Listening,
): Promise<{ server: AnyServer; port: number }> {
  const server = serverFor(app, make);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => strangers.unreadable(error, socket as Socket));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new Error(`${host}:${port} is in use; choose another --port.`));
      else reject(new Error(`cannot listen on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : port });
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
