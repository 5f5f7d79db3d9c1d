import type { IncomingHttpHeaders } from 'node:http';
import type { ShownRequest } from '../contract/shown-request.js';
import { isReadable } from './validate.js';

/** One request of an org, as far as it is kept. What may hold a secret is redacted before anybody sees it. */
export interface LoggedRequest {
  readonly id: string;
  /** Milliseconds since 1970, by the org's clock. */
  readonly at: number;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  /** Real time of its beginning, in milliseconds; only differences mean anything. */
  readonly begun: number;
  operationId?: string;
  /** What was read of a body, if it is small enough to keep. */
  body?: unknown;
  /** A body was sent and is not kept. */
  bodyLost?: true;
  /** Absent while it is not answered. */
  status?: number;
  /** How long the answer took, in milliseconds of real time. */
  ms?: number;
  /** Why it was refused: Okta's code, and its sentences. */
  errorCode?: string;
  why?: readonly string[];
}

/** Requests that are kept of an org. */
export const KEPT_REQUESTS = 200;

/** Letters of a path and query that are kept. */
export const URL_KEPT = 2048;

/** Bodies above this many bytes are not kept. */
const MAX_BODY = 16_384;

const HIDDEN = '•••';

/** Members of bodies and queries whose texts, and those of all below them, are never shown. */
const SECRET =
  /pass(?:word|code)|secret|token|^answer$|^hash$|^salt$|private|^code$|otp|apikey|auth(?:orization|scheme)|^headers$|assertion/i;

/** Segments of a path after which a secret stands: `/tokens/{token}/verify`. */
const SECRET_SEGMENT = /(\/tokens\/)[^/?]+(?=\/verify)/g;

/**
 * The value without what may be a secret, by the names of members, at any depth.
 * @param hides whether the value is below a member that is one
 */
export function redacted(value: unknown, hides = false): unknown {
  if (typeof value === 'string') return hides ? HIDDEN : value;
  if (Array.isArray(value)) return value.map((one) => redacted(one, hides));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [name, redacted(member, hides || SECRET.test(name))]));
}

/** Path and query without what may be a secret. */
export function redactedUrl(url: string): string {
  const [path = '', ...rest] = url.split('?');
  const plain = path.replace(SECRET_SEGMENT, `$1${HIDDEN}`);
  if (rest.length === 0) return plain;
  const query = rest.join('?').split('&');
  return `${plain}?${query.map((pair) => (SECRET.test(pair.split('=')[0] ?? '') ? pair.replace(/=.*/s, `=${HIDDEN}`) : pair)).join('&')}`;
}

/** Whether a body was sent that cannot be told any more: what nests so deeply that it is refused is not written down, either. */
export const isBodyLost = ({ body, bodyLost }: LoggedRequest): boolean => bodyLost === true || !isReadable(body);

/** What a line has room for. */
const shownHead = (one: LoggedRequest): Omit<ShownRequest, 'body' | 'bodyLost'> => ({
  id: one.id,
  time: new Date(one.at).toISOString(),
  method: one.method,
  path: redactedUrl(one.url),
  operationId: one.operationId ?? null,
  status: one.status ?? null,
  ms: one.ms === undefined ? null : Math.round(one.ms * 10) / 10,
  errorCode: one.errorCode ?? null,
  why: one.why ?? [],
});

/** Shows one request. */
export const shownRequest = (one: LoggedRequest): ShownRequest => ({
  ...shownHead(one),
  body: one.body === undefined || isBodyLost(one) ? null : redacted(one.body),
  bodyLost: isBodyLost(one),
});

/** One line for the terminal: time, method, path, status, milliseconds, and why it was refused. */
export function logLine(one: LoggedRequest): string {
  const { time, method, path, status, ms, why } = shownHead(one);
  const reason =
    why.length === 0 ? '' : `  ${one.errorCode === undefined ? '' : `${one.errorCode}: `}${why.join('; ')}`;
  // A path may hold anything: nothing of it moves the terminal's cursor.
  const line = `${time.slice(11, 23)} ${method.padEnd(6)} ${path} ${status} ${ms} ms${reason}`;
  return `${line.replace(/\p{Cc}/gu, '?')}\n`;
}

/** The last requests of an org: a ring, so that it stays as large as it is. */
export class RequestLog {
  readonly #ring: LoggedRequest[] = [];
  #next = 0;

  /** Keeps a request; the oldest goes when there are too many. */
  begin(request: LoggedRequest): LoggedRequest {
    this.#ring[this.#next] = request;
    this.#next = (this.#next + 1) % KEPT_REQUESTS;
    return request;
  }

  /** The requests, the newest first. */
  newest(): LoggedRequest[] {
    return [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)].reverse();
  }

  /** Forgets all of them. */
  clear(): void {
    this.#ring.length = 0;
    this.#next = 0;
  }
}

/** Whether a body is kept: JSON that says how long it is, and is small. */
export const isKept = (headers: IncomingHttpHeaders): boolean =>
  Number(headers['content-length']) <= MAX_BODY && /json/i.test(headers['content-type'] ?? '');
