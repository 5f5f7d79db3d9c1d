import { pathOf, plainUrl } from './below.js';
import { type Sender, senderOf } from './forwarded.js';
import type { Incoming } from './incoming.js';

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
  const plain = plainAddress(address);
  return plain.includes(':') && !plain.startsWith('[') ? `[${plain}]` : plain;
}

const plainAddress = (address: string): string =>
  address.startsWith(':') ? address.replace(/^::ffff:(?=\d)/i, '') : address;

/** Whether an address is this machine's own. That of a connection that is gone is empty, and is not believed. */
export function isLoopback(address: string): boolean {
  const host = asHost(address);
  return host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Whether a server that listens on this name is reached by this machine alone. */
export const isLoopbackName = (host: string): boolean =>
  LOOPBACK.includes(asHost(host).toLowerCase()) || /^127\./.test(host);

/** What a sandbox answers to, how its links begin, and who asks. */
export interface Hosts {
  /** The path that `--base-url` puts everything below; empty for most. */
  readonly below: string;
  /** Scheme and host of the request's links, and what follows them in `--base-url`. */
  of(req: Incoming): string;
  /** Whether the request is for a name of this server. One that names no host is. */
  known(req: Incoming): boolean;
  /** The origin that a page has which was loaded the way this request came. */
  origin(req: Incoming): string;
  /** The host that the request is for; empty where it names none. */
  named(req: Incoming): string;
  /** The address of who asks; empty where the connection is gone. */
  sender(req: Pick<Incoming, 'originalUrl' | 'url' | 'headers' | 'socket'>): string;
}

/** The same, and what the server knows of itself. */
export interface OwnHosts extends Hosts {
  /** What links begin with where no request says so. */
  own(): string;
}

/** How a server is called. */
export interface HostOptions {
  readonly baseUrl: string | undefined;
  readonly host: string | undefined;
  /** Further names, as `--allow-host` gives them. */
  readonly allowed: readonly string[];
  /** Whether the headers of a proxy in front count. */
  readonly trustProxy?: boolean;
  port(): number;
  /** What the server speaks, where no request says so; http without it. */
  scheme?(): 'http' | 'https';
}

/**
 * Every name of a server, in lower case, as Host headers have them: those of loopback, `--host`, `--base-url` and
 * `--allow-host`.
 */
export function namesOf({ host, allowed, baseUrl }: Pick<HostOptions, 'host' | 'allowed' | 'baseUrl'>): Set<string> {
  const names = new Set(LOOPBACK);
  if (host !== undefined && !ANYWHERE.includes(host)) names.add(asHost(host).toLowerCase());
  for (const name of allowed) names.add(asHost(name).toLowerCase());
  const fixed = baseUrl === undefined ? undefined : nameOf(new URL(baseUrl).host);
  if (fixed !== undefined) names.add(fixed);
  return names;
}

/** Whether the host that a request is for is one of these names, or the address that it came in at. */
function isNamed(names: ReadonlySet<string>, req: Incoming, given: string): boolean {
  if (given === '') return true;
  const name = nameOf(given);
  return name !== undefined && (names.has(name) || name === asHost(req.socket?.localAddress ?? ''));
}

/**
 * The base URL of a request's links: `--base-url` where it is given, else the request's own host if that is a name this
 * server answers to: a loopback name, the address that the connection came in at, `--host`, `--base-url` or
 * `--allow-host`. A name from outside is not answered, so that a page cannot rebind its own to this machine.
 */
export function hosts(options: HostOptions): OwnHosts {
  const names = namesOf(options);
  const sender: Sender = senderOf(options.trustProxy === true);
  const fixed = options.baseUrl === undefined ? undefined : plainUrl(options.baseUrl);
  const own = (): string => fixed ?? `${options.scheme?.() ?? 'http'}://localhost:${options.port()}`;
  let lastHost = '';
  let lastScheme = '';
  let lastBase = '';
  return {
    below: pathOf(fixed),
    own,
    named: sender.host,
    sender: (req) => plainAddress(sender.address(req)),
    origin: (req) => `${sender.scheme(req)}://${sender.host(req)}`,
    known: (req) => {
      const given = sender.host(req);
      return (given !== '' && given === lastHost) || isNamed(names, req, given);
    },
    of(req) {
      if (fixed !== undefined) return fixed;
      const given = sender.host(req);
      const scheme = sender.scheme(req);
      if (given === lastHost && scheme === lastScheme && given !== '') return lastBase;
      if (given === '' || !isNamed(names, req, given)) return own();
      lastHost = given;
      lastScheme = scheme;
      lastBase = `${scheme}://${given}`;
      return lastBase;
    },
  };
}
