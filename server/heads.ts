import type { LimitState } from './limits.js';

/** Headers by name. */
export type Headers = Record<string, string | number | readonly string[]>;

/** What the headers of every answer tell. */
export interface HeadFacts {
  readonly requestId: string;
  readonly limit: LimitState | undefined;
  /** Milliseconds on the org's clock. */
  readonly now: number;
}

let second = 0;
let dateText = '';

/** An HTTP date of the org's clock, kept for a second. */
function httpDate(ms: number): string {
  const now = Math.floor(ms / 1000);
  if (now !== second) {
    second = now;
    dateText = new Date(ms).toUTCString();
  }
  return dateText;
}

/** Those that are always the same (facts: conventions §4). */
const FIXED = {
  'Cache-Control': 'no-cache, no-store',
  Pragma: 'no-cache',
  Expires: '0',
  'X-Content-Type-Options': 'nosniff',
};
const FIXED_TEXT = Object.entries(FIXED)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** The headers that Okta sends with every answer (facts: conventions §4). */
export function commonHeaders({ now, requestId, limit }: HeadFacts): Headers {
  const headers: Headers = { Date: httpDate(now), 'X-Okta-Request-Id': requestId, ...FIXED };
  if (limit) {
    headers['X-Rate-Limit-Limit'] = limit.limit;
    headers['X-Rate-Limit-Remaining'] = limit.remaining;
    headers['X-Rate-Limit-Reset'] = limit.reset;
  }
  return headers;
}

/** The same as lines of a head, in the same order. */
export function commonLines({ now, requestId, limit }: HeadFacts): string {
  const lines = `Date: ${httpDate(now)}\r\nX-Okta-Request-Id: ${requestId}\r\n${FIXED_TEXT}`;
  if (!limit) return lines;
  return `${lines}X-Rate-Limit-Limit: ${limit.limit}\r\nX-Rate-Limit-Remaining: ${limit.remaining}\r\nX-Rate-Limit-Reset: ${limit.reset}\r\n`;
}

/** What a value must be made of to stand in a head as it is. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Headers as lines of a head; undefined where one of them has to be looked at by Node. */
export function linesOf(headers: Headers): string | undefined {
  let lines = '';
  for (const name in headers) {
    const value = headers[name] as Headers[string];
    for (const one of typeof value === 'object' ? value : [value]) {
      if (typeof one === 'string' && !PLAIN.test(one)) return undefined;
      lines += `${name}: ${one}\r\n`;
    }
  }
  return lines;
}
