import { Server } from 'node:https';
import type { Socket } from 'node:net';
import { HEADERS_MS, type ServerMaker } from '../listen.js';
import { type Strangers, TLS_HANDSHAKE } from '../strangers.js';

/** A certificate with those above it, and its private key, in PEM. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

/**
 * An https server that looks at the first byte of each connection: who speaks plain HTTP is told so, where Node's own
 * server would close without a word.
 */
class TlsServer extends Server {
  /** Connections that speak no TLS yet, or never will; the HTTP part does not know of them. */
  readonly bare = new Set<Socket>();

  override closeAllConnections(): void {
    super.closeAllConnections();
    for (const socket of this.bare) socket.destroy();
  }
}

/** Waits for a connection's first bytes: TLS is handed on with them, all else is answered. */
function awaitFirst(server: TlsServer, socket: Socket, shake: () => void, answer: () => void): void {
  const end = (): void => void socket.destroy();
  server.bare.add(socket);
  socket.setTimeout(HEADERS_MS, end);
  socket.once('error', end);
  socket.once('close', () => server.bare.delete(socket));
  socket.once('data', (bytes: Buffer) => {
    if (bytes[0] !== TLS_HANDSHAKE) {
      answer();
      // Read on, or its end would never be seen.
      socket.resume();
      return;
    }
    server.bare.delete(socket);
    socket.setTimeout(0).off('timeout', end);
    socket.pause();
    socket.unshift(bytes);
    shake();
  });
}

/** Makes https servers with this certificate. */
export const tlsServer =
  (credentials: Credentials, strangers: Strangers): ServerMaker =>
  (options, listener) => {
    const server = new TlsServer({ ...options, ...credentials }, listener);
    const [shake] = server.listeners('connection');
    server.removeAllListeners('connection').on('connection', (socket: Socket) =>
      awaitFirst(
        server,
        socket,
        () => shake?.call(server, socket),
        () => strangers.plain(socket),
      ),
    );
    return server;
  };
