import type { RequestListener } from 'node:http';
import { askedBelow } from './below.js';
import type { ServerBuilder } from './doors.js';
import { unavailable } from './faults.js';
import { lazily } from './lazily.js';
import { isForControls, serverOf } from './listen.js';
import type { OpenSandbox } from './open-sandbox.js';
import { WholeRequest } from './whole-request.js';
import { WholeResponse } from './whole-response.js';

/**
 * The way from Node's server to the edge with nothing between, which a start takes unless `--express` is given. The
 * app that the product is defined by (`sandbox.app`) is loaded when the first control route or page is asked for; for
 * Okta's own paths it would call the edge and do no more.
 */
export function directServer(sandbox: Pick<OpenSandbox, 'okta' | 'controls'>): ServerBuilder {
  const listener = askedBelow(sandbox.controls.hosts.below, listenerOf(sandbox));
  return (make) => serverOf(listener, { IncomingMessage: WholeRequest, ServerResponse: WholeResponse }, make);
}

function listenerOf(sandbox: Pick<OpenSandbox, 'okta' | 'controls'>): RequestListener {
  const { okta } = sandbox;
  const app = lazily(async (): Promise<RequestListener> => (await import('./app.js')).appOf(sandbox));
  return (req, res) => {
    if (!isForControls(req.url ?? '')) return okta(req, res);
    app().then(
      (handle) => handle(req, res),
      (error: Error) => {
        const why = unavailable(error) ?? `The control routes cannot be loaded now (${error.message}); try again.`;
        res.writeHead(503, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: why }));
      },
    );
  };
}
