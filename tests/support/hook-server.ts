import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestAnswer } from './org.js';

/** A call as a hook's server got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Names and values in turn, as they were written. */
  readonly rawHeaders: readonly string[];
  readonly text: string;
  /** The body as JSON; undefined where there is none. */
  readonly body: TestAnswer['body'];
}

/** What a hook's server does with a call. */
export type Answer = (got: Got, res: ServerResponse) => void;

/** A real server on loopback that hooks lead to. */
export interface HookServer {
  readonly url: string;
  readonly port: number;
  /** Every call so far. */
  readonly got: readonly Got[];
  /** What it answers from now on; it gives the challenge back, and takes everything, before anything is said. */
  answer: Answer;
  /** Settles when so many calls came in. */
  calls(count: number): Promise<readonly Got[]>;
  close(): Promise<void>;
}

/** Answers with a status and JSON. */
export const json =
  (status: number, body?: unknown): Answer =>
  (_got, res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body));
  };

/** Gives a challenge back, and takes everything else. */
export const willing: Answer = (got, res) => {
  const challenge = got.headers['x-okta-verification-challenge'];
  json(200, challenge === undefined ? {} : { verification: challenge })(got, res);
};

/** Never answers. */
export const silent: Answer = () => {};

function gotOf({ method = '', url = '', headers, rawHeaders }: IncomingMessage, text: string): Got {
  return { method, path: url, headers, rawHeaders, text, body: text === '' ? undefined : JSON.parse(text) };
}

/** Starts such a server; with a key and a certificate it speaks https. */
export async function hookServer(secure?: ServerOptions): Promise<HookServer> {
  const got: Got[] = [];
  const waiting: { count: number; resolve(): void }[] = [];
  const take: RequestListener = (req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const call = gotOf(req, Buffer.concat(parts).toString());
      got.push(call);
      hook.answer(call, res);
      for (const { count, resolve } of waiting) if (got.length >= count) resolve();
    });
  };
  const server = secure ? createSecureServer(secure, take) : createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const hook: HookServer = {
    url: `${secure ? 'https' : 'http'}://localhost:${port}/hook`,
    port,
    got,
    answer: willing,
    async calls(count) {
      if (got.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
      return got;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hook;
}
