import { readFile } from 'node:fs/promises';
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { type Clock, isOrgTime } from '../store/clock.js';
import { ReadOnlyError, StateFileError } from '../store/errors.js';
import { packageFile } from '../store/files/package-files.js';
import { sayOutcome } from './control-domains.js';
import { showOutbox } from './control-outbox.js';
import { pushRoutes } from './control-push.js';
import { unavailable } from './faults.js';
import { type ControlOptions, guard } from './guard.js';
import { lazily } from './lazily.js';
import type { Org } from './org.js';
import { deliveryRoutes } from './outgoing/log.js';

/** A time as the clock route takes it: ISO 8601 or milliseconds since 1970. */
function timeOf(value: unknown): number | undefined {
  const ms = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return isOrgTime(ms) ? Math.trunc(ms) : undefined;
}

/** What one member of the clock's body asks for; undefined for what is none. */
function moveOf(name: string | undefined, value: unknown, clock: Clock): (() => void) | undefined {
  const ahead = name === 'advance' && typeof value === 'number' ? clock.now() + value : undefined;
  const time = timeOf(ahead ?? value);
  if (name === 'follow' && value === true) return () => clock.follow();
  if (name === 'freeze' && value === true) return () => clock.freeze();
  if (time === undefined) return undefined;
  if (name === 'freeze') return () => clock.freeze(time);
  return name === 'set' || ahead !== undefined ? () => clock.set(time) : undefined;
}

/** Moves the org's clock: `{ freeze | set: time }`, `{ advance: milliseconds }`, `{ follow: true }`. */
function moveClock(req: Request, res: Response, { clock }: Org): void {
  const members = Object.entries((req.body ?? {}) as object);
  const [name, value] = members[0] ?? [];
  const move = members.length === 1 ? moveOf(name, value, clock) : undefined;
  if (!move) {
    res.status(400).json({
      error:
        'Give one of freeze (true or a time), set (a time), advance (milliseconds), follow (true); years 1970 to 9899.',
    });
    return;
  }
  move();
  res.json({ now: clock.now(), timestamp: clock.timestamp() });
}

/** The methods of the routes, below `/_sandbox`. */
const methods: Readonly<Record<string, readonly string[]>> = {
  '/deliveries': ['GET', 'HEAD'],
  '/deliveries/{id}': ['GET', 'HEAD'],
  '/deliveries/{id}/replay': ['POST'],
  '/console/{file}': ['GET', 'HEAD'],
  '/explorer': ['GET', 'HEAD'],
  '/explorer/{id}': ['GET', 'HEAD'],
  '/facts': ['GET', 'HEAD'],
  '/removal': ['GET', 'HEAD'],
  '/requests': ['GET', 'HEAD'],
  '/requests/{id}/replay': ['POST'],
  '/health': ['GET', 'HEAD'],
  '/ca.pem': ['GET', 'HEAD'],
  '/reset': ['POST'],
  '/outbox': ['GET', 'HEAD'],
  '/clock': ['GET', 'HEAD', 'POST'],
  '/push': ['GET', 'HEAD'],
  '/push/{id}/approve': ['POST'],
  '/push/{id}/reject': ['POST'],
  '/domains': ['POST'],
  '/openapi.json': ['GET', 'HEAD'],
};

/** The methods of the route at this path; undefined where there is none. */
function methodsOf(path: string): readonly string[] | undefined {
  const route = path
    .replace(/^(\/(?:deliveries|explorer|push|requests)\/)[^/]+/, '$1{id}')
    .replace(/^(\/console\/)[^/]+/, '$1{file}');
  return Object.hasOwn(methods, route) ? methods[route] : undefined;
}

/** What no route took: 405 where the path is one, else 404. */
const refuse = ({ hosts: { below } }: ControlOptions, req: Request, res: Response): void => {
  const allow = methodsOf(req.path);
  const at = `${below}${req.baseUrl}`;
  const whole = `${at}${req.path}`.slice(0, 200);
  if (!allow) {
    const routes = Object.keys(methods).map((route) => `${at}${route}`);
    res.status(404).json({ error: `There is no control route ${whole}.`, routes });
  } else if (allow.includes(req.method)) {
    res.status(404).json({ error: `There is nothing at ${whole}.` });
  } else {
    res
      .status(405)
      .set('Allow', allow.join(', '))
      .json({ error: `${whole} takes ${allow.join(', ')}.` });
  }
};

/** A reset whose seed file is not to be had, or that cannot be written down. */
const statusOf = (error: unknown): number =>
  error instanceof StateFileError ? 409 : error instanceof ReadOnlyError || unavailable(error) ? 503 : 500;

/** What Express says of bodies and paths that it cannot read, in our words, by its type of error or its name. */
const sentences: Readonly<Record<string, string>> = {
  'charset.unsupported': 'The body has to be JSON in UTF-8.',
  'encoding.unsupported': 'The body has to come as it is, or in gzip, deflate or br.',
  'entity.parse.failed': 'The body is no JSON.',
  'entity.too.large': 'The body is too large.',
  URIError: 'The path has a % that begins no percent-encoding.',
};

/** Reads a body of JSON. Who sends one as something else is told so, as curl does where nobody says what it is. */
const jsonBody: readonly RequestHandler[] = [
  express.json({ strict: true }),
  (req, res, next) => {
    if (req.is('json') !== false || req.headers['content-length'] === '0') return next();
    res.status(415).json({ error: 'The body has to be JSON, and say so: Content-Type: application/json.' });
  },
];

/** Tells the methods of a path, to who asks for no more. */
function tellMethods(req: Request, res: Response, next: NextFunction): void {
  const allow = req.method === 'OPTIONS' ? methodsOf(req.path) : undefined;
  if (allow) res.status(204).set('Allow', allow.join(', ')).end();
  else next();
}

/** What goes wrong, as a sentence. */
const tellFault =
  ({ option }: ControlOptions) =>
  (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(error);
    const { status = statusOf(error), message, type, name } = error as Error & { status?: number; type?: string };
    const told = error instanceof StateFileError ? error.inWords(option) : (sentences[type ?? name] ?? message);
    const said = unavailable(error) ?? told;
    res.status(status).json({ error: said });
  };

/** Whether the org can be written to, and the reason where it cannot. */
function showHealth(res: Response, { name, store }: Org, version: string): void {
  const { readOnly } = store;
  res.status(readOnly === undefined ? 200 : 503).json({
    status: readOnly === undefined ? 'ok' : 'read-only',
    ...(readOnly === undefined ? {} : { reason: readOnly }),
    version,
    org: name,
    users: store.collections.users.count(),
  });
}

/** The pages and what they read, loaded when the first of them is asked for. */
function pages(options: ControlOptions): (req: Request, res: Response, next: NextFunction) => void {
  const load = lazily(async () => (await import('./console/routes.js')).consoleRoutes(options));
  return (req, res, next) => {
    if (!/^\/(?:console|explorer|facts|removal|requests)(?:\/|$)/.test(req.path)) return next();
    load().then((router) => router(req, res, next), next);
  };
}

/** `/_sandbox`: health, reset, outbox, deliveries, clock, domains and the served document. Not part of Okta's API. */
export function control(options: ControlOptions): Router {
  const router = express.Router();
  router.use(guard(options));
  router.use(tellMethods);
  router.get('/health', (req, res) => showHealth(res, options.resolve(req), options.version));
  router.get('/ca.pem', (_req, res) => {
    const authority = options.authority();
    if (authority === undefined)
      res.status(404).json({ error: `There is no local authority: start with ${options.option('https')}.` });
    else res.type('application/x-pem-file').send(authority);
  });
  router.post('/reset', (req, res, next) => {
    options.reset(options.resolve(req)).then(() => res.status(204).end(), next);
  });
  router.use(pages(options));
  router.use(deliveryRoutes(options));
  router.get('/outbox', (req, res, next) => {
    showOutbox(req, res, options.resolve(req), options.hosts.of(req)).catch(next);
  });
  router.get('/clock', (req, res) => {
    const { clock } = options.resolve(req);
    res.json({ now: clock.now(), timestamp: clock.timestamp() });
  });
  router.post('/clock', ...jsonBody, (req, res) => moveClock(req, res, options.resolve(req)));
  pushRoutes(router, options);
  router.post('/domains', ...jsonBody, (req, res, next) => {
    sayOutcome(req, res, options.resolve(req)).catch(next);
  });
  router.get('/openapi.json', (_req, res, next) => {
    readFile(packageFile('generated/openapi.json')).then(
      (document) => res.type('application/json').send(document),
      next,
    );
  });
  router.use((req, res) => refuse(options, req, res));
  router.use(tellFault(options));
  return router;
}
