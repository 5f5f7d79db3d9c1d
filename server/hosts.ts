import { type Incoming, targetOf } from './incoming.js';

/** The names of this machine's own loopback. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Addresses that mean every address, and are no name of this machine. */
const ANYWHERE = ['0.0.0.0', '::'];

const HOST = /^(\[[0-9a-f:.]+\]|[^:/?#@[\]\s]+)(?::(\d{1,5}))?$/i;

/** The name in a Host header, in lower case; undefined for what is no host. */
function nameOf(host: string): string | undefined {
  const [, name, port] = HOST.exec(host) ?? [];
  return name === undefined || Number(port ?? 0) > 65_535 ? undefined : name.toLowerCase();
}

/** An address as a Host header writes it; IPv4 that is mapped into IPv6 is IPv4. */
function asHost(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d)/i, '');
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]` : plain;
}

/** Whether the request came from this machine. A connection that is gone has no address any more, and is not believed. */
export function isLoopback({ socket }: Pick<Incoming, 'socket'>): boolean {
  const address = asHost(socket?.remoteAddress ?? '');
  return address === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** Whether a server that listens on this name is reached by this machine alone. */
export const isLoopbackName = (host: string): boolean =>
  LOOPBACK.includes(asHost(host).toLowerCase()) || /^127\./.test(host);

/** The host that a request is for: that of an absolute target, else of its Host header; empty without either. */
export const hostOf = (req: Pick<Incoming, 'originalUrl' | 'url' | 'headers'>): string =>
  /^https?:\/\/([^/?#]*)/i.exec(targetOf(req))?.[1] ?? req.headers.host ?? '';

/** What a sandbox answers to, and how its links begin. */
export interface Hosts {
  /** Scheme and host of the request's links. */
  of(req: Incoming): string;
  /** Whether the request is for a name of this server. One that names no host is. */
  known(req: Incoming): boolean;
}

/** The same, and what the server knows of itself. */
export interface OwnHosts extends Hosts {
  /** What links begin with where no request says so. */
  own(): string;
}

interface HostOptions {
  readonly baseUrl: string | undefined;
  readonly host: string | undefined;
  /** Further names, as `--allow-host` gives them. */
  readonly allowed: readonly string[];
  port(): number;
}

/**
 * The base URL of a request's links: `--base-url` where it is given, else the request's own host if that is a name this
 * server answers to: a loopback name, the address that the connection came in at, `--host`, `--base-url` or
 * `--allow-host`. A name from outside is not answered, so that a page cannot rebind its own to this machine.
 */
export function hosts(options: HostOptions): OwnHosts {
  const names = new Set(LOOPBACK);
  const { host, allowed } = options;
  if (host !== undefined && !ANYWHERE.includes(host)) names.add(asHost(host).toLowerCase());
  for (const name of allowed) names.add(asHost(name).toLowerCase());
  const fixed = options.baseUrl?.replace(/\/+$/, '');
  const fixedName = fixed === undefined ? undefined : nameOf(new URL(fixed).host);
  if (fixedName !== undefined) names.add(fixedName);
  const isKnown = (req: Incoming, given: string): boolean => {
    if (given === '') return true;
    const name = nameOf(given);
    return name !== undefined && (names.has(name) || name === asHost(req.socket?.localAddress ?? ''));
  };
  const own = (): string => fixed ?? `http://localhost:${options.port()}`;
  let lastHost = '';
  let lastBase = '';
  return {
    own,
    known: (req) => {
      const given = hostOf(req);
      return (given !== '' && given === lastHost) || isKnown(req, given);
    },
    of(req) {
      if (fixed !== undefined) return fixed;
      const given = hostOf(req);
      if (given === lastHost && given !== '') return lastBase;
      if (given === '' || !isKnown(req, given)) return own();
      lastHost = given;
      lastBase = `http://${given}`;
      return lastBase;
    },
  };
}
