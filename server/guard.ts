import type { NextFunction, Request, Response } from 'express';
import { type Hosts, isLoopback } from './hosts.js';
import type { Incoming } from './incoming.js';
import type { Org } from './org.js';

/** What the process knows of itself. */
export interface ProcessFacts {
  /** An API token that may be shown; empty where none is known. */
  readonly token: string;
  readonly seed: string;
  /** The folder of the state files; null where everything is in memory. */
  readonly data: string | null;
}

/** What the control routes work on. */
export interface ControlOptions {
  resolve(req: Incoming): Org;
  readonly hosts: Hosts;
  reset(org: Org): Promise<void>;
  version: string;
  /** What the process knows of itself. */
  facts(): ProcessFacts;
}

/** Whether a page of this server sent the request, or no page at all. */
function isOwn(req: Request, base: string): boolean {
  const { origin } = req.headers;
  if (origin !== undefined) return origin === new URL(base).origin || origin === `http://${req.headers.host}`;
  // Without an Origin a browser says so: a link that someone followed may be read, nothing else of another page.
  const site = req.headers['sec-fetch-site'];
  const isRead = req.method === 'GET' || req.method === 'HEAD';
  return site === undefined || site === 'same-origin' || site === 'none' || (isRead && isFollowed(req));
}

const isFollowed = (req: Request): boolean => req.headers['sec-fetch-mode'] === 'navigate';

/** Whether a request may use the control routes. */
export const isLetIn = (options: Pick<ControlOptions, 'hosts'>, req: Request): boolean =>
  isLoopback(req) && options.hosts.known(req) && isOwn(req, options.hosts.of(req));

/** Loopback only, and no page of another origin: a browser must not be talked into resetting an org. */
export const guard =
  (options: ControlOptions) =>
  (req: Request, res: Response, next: NextFunction): void => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (isLetIn(options, req)) return next();
    res.status(403).json({ error: 'The control routes answer to this machine and its own pages only.' });
  };
