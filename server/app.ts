import { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express } from 'express';
import { takeOff } from './below.js';
import { control } from './control.js';
import { landing } from './landing.js';
import { type AnyServer, isForControls, type ServerMaker, serverOf } from './listen.js';
import type { OpenSandbox } from './open-sandbox.js';

/** The app: Okta's API for all paths but those of the controls, which are made when one is first asked for. */
export function appOf({ okta, controls }: Pick<OpenSandbox, 'okta' | 'controls'>): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  let router: ReturnType<typeof control> | undefined;
  const root = landing(controls);
  const { below } = controls.hosts;
  // One layer for all: each more would cost every request.
  app.use((req, res, next) => {
    if (below !== '') takeOff(below, req);
    if (!isForControls(req.url)) return okta(req, res);
    if (root(req, res, () => okta(req, res))) return;
    router ??= express.Router().use('/_sandbox', control(controls));
    router(req, res, next);
  });
  return app;
}

/**
 * A server for an app whose requests and responses are born with the app's own prototypes.
 *
 * Express 5 sets both prototypes on each request, which on Node 20 is most of its cost; here that becomes a no-op, and
 * the app answers several times as many requests with its middleware stack intact. An app that is given to another
 * server (supertest does) works as ever, without the gain.
 */
export function serverFor(app: Express, make?: ServerMaker): AnyServer {
  class Req extends IncomingMessage {}
  class Res extends ServerResponse {}
  Object.setPrototypeOf(Req.prototype, express.request);
  Object.setPrototypeOf(Res.prototype, express.response);
  app.request = Object.assign(Req.prototype, { app }) as unknown as Express['request'];
  app.response = Object.assign(Res.prototype, { app }) as unknown as Express['response'];
  const classes = { IncomingMessage: Req, ServerResponse: Res } as unknown as {
    IncomingMessage: typeof IncomingMessage;
  };
  return serverOf(app, classes, make);
}
