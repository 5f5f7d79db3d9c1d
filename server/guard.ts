import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { type Hosts, isLoopback } from './hosts.js';
import type { Incoming } from './incoming.js';
import type { Org } from './org.js';
import { noteStranger, type StrangerOptions } from './strangers.js';

/** What the process knows of itself. */
export interface ProcessFacts {
  /** An API token that may be shown; empty where none is known. */
  readonly token: string;
  readonly seed: string;
  /** The folder of the state files; null where everything is in memory. */
  readonly data: string | null;
}

/** What the control routes work on. */
export interface ControlOptions extends StrangerOptions {
  resolve(req: Incoming): Org;
  readonly hosts: Hosts;
  /** What other hosts send along to be let in; undefined closes the routes to them. */
  readonly controlToken?: string | undefined;
  reset(org: Org): Promise<void>;
  version: string;
  /** What the process knows of itself. */
  facts(): ProcessFacts;
  /** The certificate of the local authority, in PEM; undefined where nobody speaks https. */
  authority(): string | undefined;
}

/** The header in which other hosts send the control token, in lower case. */
const CONTROL_TOKEN = 'x-mockta-control-token';

/** Whether a page of this server sent the request, or no page at all. */
function isOwn(req: Request, hosts: Hosts): boolean {
  const { origin } = req.headers;
  if (origin !== undefined) return origin === new URL(hosts.of(req)).origin || origin === hosts.origin(req);
  // Without an Origin a browser says so: a link that someone followed may be read, nothing else of another page.
  const site = req.headers['sec-fetch-site'];
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  return site === undefined || site === 'same-origin' || site === 'none' || (isRead && isFollowed(req));
}

const isFollowed = (req: Request): boolean => req.headers['sec-fetch-mode'] === 'navigate';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

type Asked = Pick<ControlOptions, 'hosts' | 'controlToken'>;

/**
 * What the control token says of a request: nothing where none is asked for or none is sent. The right one opens the
 * routes whatever the request is for: no page of another origin can know it.
 */
function tokenVerdict({ controlToken }: Asked, req: Request): 'right' | 'wrong' | undefined {
  const given = req.headers[CONTROL_TOKEN];
  if (controlToken === undefined || given === undefined) return undefined;
  return timingSafeEqual(digest(String(given)), digest(controlToken)) ? 'right' : 'wrong';
}

/** Whether a request may use the control routes. */
export function isLetIn(options: Asked, req: Request): boolean {
  const { hosts } = options;
  const verdict = tokenVerdict(options, req);
  if (verdict !== undefined) return verdict === 'right';
  return isLoopback(hosts.sender(req)) && hosts.known(req) && isOwn(req, hosts);
}

/** Tells of a wrong token: who guesses is seen, and who mistyped it finds out. */
function tellWrong(options: ControlOptions, req: Request): void {
  const why = `a wrong control token from ${options.hosts.sender(req)}`;
  options.warn(`${why}: ${req.method} ${req.originalUrl.slice(0, 200)}`);
  const stranger = { method: req.method, url: req.originalUrl, why, status: 403 };
  noteStranger(options.resolve(req), stranger, options);
}

/** Health tells nothing that a stranger may not know; what starts containers asks it. */
const isHealth = (req: Request): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') && /^\/health\/?$/.test(req.path);

/** This machine and its own pages, and who has the control token: a browser must not be talked into resetting an org. */
export const guard =
  (options: ControlOptions) =>
  (req: Request, res: Response, next: NextFunction): void => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (isHealth(req) || isLetIn(options, req)) return next();
    const isWrong = tokenVerdict(options, req) === 'wrong';
    if (isWrong) tellWrong(options, req);
    const error = isWrong
      ? 'The control token is another one.'
      : `The control routes answer to this machine and its own pages, and to who sends ${CONTROL_TOKEN} (see ${options.option('control-token')}).`;
    res.status(403).json({ error });
  };
