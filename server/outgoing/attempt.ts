import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { OutgoingCall, OutgoingOutcome } from '../../contract/outgoing.js';
import { type Address, allowedAddresses, HostRefused, type HostRules, plainHost } from './addresses.js';

/** How long a hook has for its whole answer, in milliseconds (facts: event-hook, inline-hook). */
const TIME_LIMIT = 3000;
/** The most that an answer may hold, in bytes (facts: inline-hook). */
const SIZE_LIMIT = 256 * 1024;

/** One try: what came of it. */
export interface Tried {
  readonly outcome: OutgoingOutcome;
  readonly status: number;
  readonly body: string;
  readonly error: string | null;
}

const failed = (outcome: OutgoingOutcome, error: string): Tried => ({ outcome, status: 0, body: '', error });

/** Answers a connection's question for the address of its host with those that were checked. */
const lookupOf =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** The whole text of an answer; undefined where it is larger than allowed. */
async function textOf(answer: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > SIZE_LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function open(url: URL, call: OutgoingCall, addresses: readonly Address[], signal: AbortSignal): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = call.body === undefined ? {} : { 'content-length': Buffer.byteLength(call.body) };
  return send(url, {
    method: call.method,
    headers: { ...call.headers, ...length },
    // A connection of its own for each call: none is left open, and none is shared.
    agent: false,
    lookup: lookupOf(addresses),
    hostname: plainHost(url.hostname),
    signal,
  });
}

const answerOf = (request: ClientRequest, body: string | undefined): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.end(body);
  });

async function send(call: OutgoingCall, rules: HostRules, signal: AbortSignal): Promise<Tried> {
  const url = new URL(call.url);
  const addresses = await allowedAddresses(url, rules);
  signal.throwIfAborted();
  const request = open(url, call, addresses, signal);
  try {
    const answer = await answerOf(request, call.body);
    const body = await textOf(answer);
    const status = answer.statusCode ?? 0;
    if (body !== undefined) return { outcome: 'ANSWERED', status, body, error: null };
    return { ...failed('FAILED', `The answer is larger than ${SIZE_LIMIT} bytes`), status };
  } finally {
    // What comes late has nobody to go to.
    request.on('error', () => undefined);
    request.destroy();
  }
}

/** Rejects when the signal is given: looking up a name cannot be cut short otherwise. */
const cutOff = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** Sends a call once. Never rejects. @param stopped ends it at once, when the org is closed */
export async function attempt(
  call: OutgoingCall,
  rules: HostRules,
  stopped: AbortSignal,
  timeLimit = TIME_LIMIT,
): Promise<Tried> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeLimit);
  const signal = AbortSignal.any([timeout.signal, stopped]);
  try {
    return await Promise.race([send(call, rules, signal), cutOff(signal)]);
  } catch (error) {
    if (timeout.signal.aborted) return failed('TIMEOUT', `No whole answer came within ${timeLimit / 1000} seconds`);
    if (stopped.aborted) return failed('FAILED', 'The sandbox was stopped');
    if (error instanceof HostRefused) return failed('REFUSED', error.message);
    const { code, message } = error as NodeJS.ErrnoException;
    return failed('FAILED', code === undefined || message.includes(code) ? message : `${code}: ${message}`);
  } finally {
    clearTimeout(timer);
  }
}
