import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';

/** How often it is looked who does not read, in milliseconds. */
const LOOK_MS = 15_000;

/** How long a client may then read nothing, in milliseconds. */
const SILENCE_MS = 45_000;

/**
 * Cuts off clients that do not read their answers: they hold them in memory. Node's own `server.timeout` would begin
 * anew with each request, and again with each read and write of it: 4 % of what a short read costs. So its timer
 * is set for those alone that a look finds with bytes they have not taken; it begins again as long as they take some, and
 * goes with the answer.
 * @param server one of http or https
 * @param look how often it is looked, in milliseconds
 * @param silence how long a client may then read nothing, in milliseconds
 */
export function cutOffSilent(server: EventEmitter, look = LOOK_MS, silence = SILENCE_MS): void {
  const open = new Set<Socket>();
  const watch = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  server.on('connection', watch);
  server.on('secureConnection', watch);
  const timer = setInterval(() => {
    for (const socket of open) if (socket.writableLength > 0 && !socket.timeout) socket.setTimeout(silence);
  }, look).unref();
  server.once('close', () => clearInterval(timer));
}
