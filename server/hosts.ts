import type { Request } from 'express';

/** The names of this machine's own loopback. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** The address of this machine that a request came in at, as a Host header writes it. */
function addressOf(req: Request): string {
  const address = req.socket?.localAddress?.replace(/^::ffff:/, '') ?? '';
  return address.includes(':') ? `[${address}]` : address;
}

/**
 * The base URL of a request's links: `--base-url` where it is given, else the request's own Host if that is a name this
 * server answers to. A name from outside is not echoed, so that an answer cannot be made to point elsewhere.
 */
export function baseUrls(options: { baseUrl: string | undefined; host: string | undefined; port: () => number }): {
  of(req: Request): string;
  known(req: Request): boolean;
  /** What links begin with where no request says so. */
  own(): string;
} {
  const names = new Set(LOOPBACK);
  if (options.host !== undefined && options.host !== '0.0.0.0' && options.host !== '::')
    names.add(nameOf(options.host));
  const fixed = options.baseUrl?.replace(/\/+$/, '');
  if (fixed !== undefined) names.add(nameOf(new URL(fixed).host));
  let lastHost = '';
  let lastBase = '';
  const own = (): string => fixed ?? `http://localhost:${options.port()}`;
  const known = (req: Request): boolean => {
    const name = nameOf(req.headers.host ?? '');
    return names.has(name) || (name !== '' && name === addressOf(req));
  };
  return {
    known,
    own,
    of(req) {
      if (fixed !== undefined) return fixed;
      const host = req.headers.host ?? '';
      if (host === lastHost && host !== '') return lastBase;
      if (!known(req)) return own();
      lastHost = host;
      lastBase = `http://${host}`;
      return lastBase;
    },
  };
}
