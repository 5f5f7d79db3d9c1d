import express, { type Request, type Response, type Router } from 'express';
import { routes } from '../../generated/routes.js';
import { ControlFault, limitOf, oneOf } from '../control-query.js';
import type { ControlOptions } from '../guard.js';
import { KEPT_REQUESTS, shownRequest } from '../request-log.js';
import { factsOf } from './facts.js';
import { sendFile, sendPage, wantsPage } from './files.js';
import { showRemoval } from './removal.js';
import { replayRequest } from './replay.js';

const operationIds: ReadonlySet<string> = new Set(routes.map(({ operationId }) => operationId));

/** The last requests, newest first, or those before the one that `after` names. */
function listRequests(options: ControlOptions, req: Request, res: Response): void {
  const count = limitOf(req, KEPT_REQUESTS);
  const after = oneOf(req, 'after');
  const all = options.resolve(req).requests.newest();
  const at = after === undefined ? -1 : all.findIndex(({ id }) => id === after);
  if (after !== undefined && at < 0) throw new ControlFault('after takes the id of a request that is still kept.');
  res.json(all.slice(at + 1, at + 1 + count).map(shownRequest));
}

/** The pages under `/_sandbox`, their files, and what they read. The control routes' guard stands before them. */
export function consoleRoutes(options: ControlOptions): Router {
  const router = express.Router();
  router.get('/facts', (req, res) => {
    res.json(factsOf(options, req));
  });
  router.get('/requests', (req, res) => {
    res.vary('Accept');
    if (wantsPage(req)) return sendPage(options, req, res, 'requests.html');
    listRequests(options, req, res);
  });
  router.post('/requests/:id/replay', (req, res) => replayRequest(options, req, res));
  router.get('/removal', (req, res) => showRemoval(options, req, res));
  router.get('/explorer', (req, res) => sendPage(options, req, res, 'explorer.html'));
  // The page itself names the nearest; that there is none is told by the status.
  router.get('/explorer/:id', (req, res) =>
    sendPage(options, req, res, 'explorer.html', operationIds.has(req.params.id) ? 200 : 404),
  );
  router.get('/console/:file', async (req, res, next) => {
    if (!(await sendFile(options, req, res, req.params.file))) next();
  });
  return router;
}
