import type { Socket } from 'node:net';
import { Clock } from '../store/clock.js';
import { type HostOptions, namesOf } from './hosts.js';
import { type AnyServer, closeAll, listen, type ServerMaker } from './listen.js';
import type { Org } from './org.js';
import { type StrangerOptions, strangers } from './strangers.js';

/** How a sandbox is to listen. */
export interface ListenOptions {
  /**
   * Speak https, with a certificate of a local authority. It is made on first use, and kept in `tls/` below the data
   * folder; without a data folder it is in memory, and another each time.
   */
  readonly https?: boolean;
}

/** A sandbox that listens. */
export interface Listens {
  readonly server: AnyServer;
  readonly port: number;
  /** The certificate that clients of https have to trust, in PEM, and its file where it is kept in one. */
  readonly authority?: { readonly pem: string; readonly path?: string };
}

/** Makes the server that requests come in by; http without a maker. */
export type ServerBuilder = (make?: ServerMaker) => AnyServer;

interface DoorOptions extends StrangerOptions, Pick<HostOptions, 'host' | 'allowed' | 'baseUrl'> {
  /** The folder of the state files. */
  readonly data: string | undefined;
}

/** Where a sandbox is reached, as it turns out when it listens. */
export interface Doors {
  /** The port of the last server; undefined before one listens. */
  port(): number | undefined;
  scheme(): 'http' | 'https';
  /** The certificate of the local authority, in PEM; undefined where nobody speaks https. */
  authority(): string | undefined;
  /** @param build makes the server, of the kind that the maker makes; http without one */
  open(build: ServerBuilder, org: Org, at: { port: number; host: string } & ListenOptions): Promise<Listens>;
  close(org: Org): Promise<void>;
}

/** The servers of a sandbox. */
export function doors(options: DoorOptions): Doors {
  const servers: AnyServer[] = [];
  let last: Listens | undefined;
  let closed = false;
  const tls = async (host: string) => {
    const [{ localTls }, { tlsServer }] = await Promise.all([
      import('./tls/certificates.js'),
      import('./tls/server.js'),
    ]);
    const names = [...namesOf({ ...options, host: options.host ?? host })];
    const { server, authority, path } = await localTls({ ...options, names, now: new Clock().now() });
    return { authority: { pem: authority, ...(path === undefined ? {} : { path }) }, credentials: server, tlsServer };
  };
  return {
    port: () => last?.port,
    scheme: () => (last?.authority ? 'https' : 'http'),
    authority: () => last?.authority?.pem,
    async open(build, org, { port: at, host, https }) {
      if (closed) throw new Error('This sandbox is closed and listens no more: make another.');
      const answers = strangers(org, options);
      const secured = https ? await tls(host) : undefined;
      const server = build(secured?.tlsServer(secured.credentials, answers));
      server.on('clientError', (error: NodeJS.ErrnoException, socket) => answers.unreadable(error, socket as Socket));
      const port = await listen(server, host, at, options.option);
      servers.push(server);
      last = { server, port, ...(secured ? { authority: secured.authority } : {}) };
      return last;
    },
    close(org) {
      closed = true;
      return closeAll(servers, org);
    },
  };
}
