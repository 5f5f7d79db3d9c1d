import { readFile } from 'node:fs/promises';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { packageFile } from '../store/package-files.js';
import type { Org } from './org.js';

/** What the control routes work on. */
export interface ControlOptions {
  resolve(req: Request): Org;
  /** Whether the request's Host is a name of this server. */
  knownHost(req: Request): boolean;
  baseOf(req: Request): string;
  reset(org: Org): Promise<void>;
  version: string;
}

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || address.replace(/^::ffff:/, '').startsWith('127.');

/** Loopback only, and no page of another origin: a browser must not be talked into resetting an org. */
const guard =
  (options: ControlOptions) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const origin = req.headers.origin;
    const foreign = origin !== undefined && origin !== options.baseOf(req);
    if (!isLoopback(req.socket.remoteAddress) || !options.knownHost(req) || foreign) {
      res.status(403).json({ error: 'The control routes answer to this machine and its own pages only.' });
      return;
    }
    next();
  };

/** A time as the clock route takes it: ISO 8601 or milliseconds since 1970. */
function timeOf(value: unknown): number | undefined {
  const ms = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(ms) ? ms : undefined;
}

/** Moves the org's clock: `{ freeze | set: time }`, `{ advance: milliseconds }`, `{ follow: true }`. */
function moveClock(req: Request, res: Response, org: Org): void {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const { clock } = org;
  const time = timeOf(body.freeze ?? body.set);
  if (body.freeze === true) clock.freeze();
  else if (body.freeze !== undefined && time !== undefined) clock.freeze(time);
  else if (body.set !== undefined && time !== undefined) clock.set(time);
  else if (typeof body.advance === 'number' && Number.isFinite(body.advance)) clock.advance(body.advance);
  else if (body.follow === true) clock.follow();
  else {
    res.status(400).json({ error: 'Give freeze, set (a time), advance (milliseconds) or follow: true.' });
    return;
  }
  res.json({ now: clock.now(), timestamp: clock.timestamp() });
}

/** `/_sandbox`: health, reset, outbox, clock and the served document. Not part of Okta's API. */
export function control(options: ControlOptions): Router {
  const router = express.Router();
  router.use(guard(options));
  router.get('/health', (req, res) => {
    const org = options.resolve(req);
    const readOnly = org.store.readOnly;
    res.status(readOnly === undefined ? 200 : 503).json({
      status: readOnly === undefined ? 'ok' : 'read-only',
      ...(readOnly === undefined ? {} : { reason: readOnly }),
      version: options.version,
      org: org.name,
      users: org.store.collections.users.count(),
    });
  });
  router.post('/reset', (req, res, next) => {
    options.reset(options.resolve(req)).then(() => res.status(204).end(), next);
  });
  router.get('/outbox', (req, res) => {
    const rows = options.resolve(req).store.collections.messages.all();
    res.json(rows.map(({ seq: _seq, ...message }) => message));
  });
  router.get('/clock', (req, res) => {
    const { clock } = options.resolve(req);
    res.json({ now: clock.now(), timestamp: clock.timestamp() });
  });
  router.post('/clock', express.json({ strict: true }), (req, res) => moveClock(req, res, options.resolve(req)));
  router.get('/openapi.json', (_req, res, next) => {
    readFile(packageFile('generated/openapi.json')).then(
      (document) => res.type('application/json').send(document),
      next,
    );
  });
  router.use((_req, res) => res.status(404).json({ error: 'There is no such control route.' }));
  router.use((error: unknown, _req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const { status = 500, message } = error as { status?: number; message: string };
    res.status(status).json({ error: message });
  });
  return router;
}
