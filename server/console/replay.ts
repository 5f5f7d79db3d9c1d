import { request } from 'node:http';
import { request as securedRequest } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Request, Response } from 'express';
import type { OptionWords } from '../../store/option-words.js';
import type { ControlOptions } from '../guard.js';
import { isBodyLost, type LoggedRequest, URL_KEPT } from '../request-log.js';

/** How a replayed request was answered. */
interface Replayed {
  readonly status: number;
  /** Its own id, by which the list of requests and the System Log know it. */
  readonly id: string;
}

/** Why a request cannot be sent once more; undefined where it can. */
function hindrance(one: LoggedRequest, token: string, option: OptionWords): string | undefined {
  if (token === '') return `No token is known to send it with: start the sandbox with ${option('token')}.`;
  if (isBodyLost(one)) return 'Its body was not kept: it was no JSON, more than 16 kB, or nested very deeply.';
  return one.url.length >= URL_KEPT ? 'Its path was not kept whole.' : undefined;
}

/** Sends a request of the log to this very server, by the way that every request takes. */
function send(one: LoggedRequest, { socket, headers: { host } }: Request, token: string): Promise<Replayed> {
  const isSecured = socket instanceof TLSSocket;
  const body = one.body === undefined ? '' : JSON.stringify(one.body);
  const type = body === '' ? {} : { 'Content-Type': 'application/json' };
  const headers = { Authorization: `SSWS ${token}`, Accept: '*/*', ...type, 'Content-Length': Buffer.byteLength(body) };
  const options = {
    ...{ host: socket.localAddress, port: socket.localPort, method: one.method, path: one.url },
    headers: { ...headers, ...(host === undefined ? {} : { Host: host }) },
    // It is this server that answers, by its address: no certificate names that.
    ...(isSecured ? { rejectUnauthorized: false } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = (isSecured ? securedRequest : request)(options, (answer) => {
      answer.resume();
      answer.once('error', reject);
      const id = String(answer.headers['x-okta-request-id'] ?? '');
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, id }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Sends one of the last requests once more: path, query and body as they were, with the sandbox's own token. */
export async function replayRequest(options: ControlOptions, req: Request, res: Response): Promise<void> {
  const one = options
    .resolve(req)
    .requests.newest()
    .find(({ id }) => id === req.params.id);
  if (!one) {
    res.status(404).json({ error: 'There is no such request any more.' });
    return;
  }
  const { token } = options.facts();
  const reason = hindrance(one, token, options.option);
  if (reason !== undefined) res.status(409).json({ error: reason });
  else res.json(await send(one, req, token));
}
