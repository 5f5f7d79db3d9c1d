import type { Request, Response } from 'express';
import { unavailable } from './faults.js';
import type { ControlOptions } from './guard.js';

/**
 * Answers `/` where it is read: pages, JSON or a short text, as the client accepts. What it says is loaded when it is
 * first asked for.
 * @returns whether the request was for it; a host that nobody gave this server is refused by `other`
 */
export function landing(options: ControlOptions): (req: Request, res: Response, other: () => void) => boolean {
  return (req, res, other) => {
    if (!/^\/(?:\?|$)/.test(req.url)) return false;
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads || !options.hosts.known(req)) {
      other();
      return true;
    }
    import('./console/root.js')
      .then(({ answerRoot }) => answerRoot(options, req, res))
      .catch((error: Error) => {
        const why = unavailable(error);
        if (!res.headersSent) res.status(why === undefined ? 500 : 503).json({ error: why ?? error.message });
      });
    return true;
  };
}
