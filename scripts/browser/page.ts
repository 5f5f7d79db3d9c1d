import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of its own origin, which is another than the sandbox's. */
export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves an empty page on a port of this machine. */
export async function servePage(): Promise<PageServer> {
  const server = createServer((_, res) => res.setHeader('Content-Type', 'text/html').end('<!doctype html><title>page'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
