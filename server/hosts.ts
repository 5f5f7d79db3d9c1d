import type { Request } from 'express';

/** The names of this machine's own loopback. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * The base URL of a request's links: `--base-url` where it is given, else the request's own Host if that is a name this
 * server answers to. A name from outside is not echoed, so that an answer cannot be made to point elsewhere.
 */
export function baseUrls(options: { baseUrl: string | undefined; host: string | undefined; port: () => number }): {
  of(req: Request): string;
  known(req: Request): boolean;
} {
  const names = new Set(LOOPBACK);
  if (options.host !== undefined && options.host !== '0.0.0.0' && options.host !== '::')
    names.add(nameOf(options.host));
  const fixed = options.baseUrl?.replace(/\/+$/, '');
  if (fixed !== undefined) names.add(nameOf(new URL(fixed).host));
  let lastHost = '';
  let lastBase = '';
  const known = (req: Request): boolean => names.has(nameOf(req.headers.host ?? ''));
  return {
    known,
    of(req) {
      if (fixed !== undefined) return fixed;
      const host = req.headers.host ?? '';
      if (host === lastHost && host !== '') return lastBase;
      if (!known(req)) return `http://localhost:${options.port()}`;
      lastHost = host;
      lastBase = `http://${host}`;
      return lastBase;
    },
  };
}
