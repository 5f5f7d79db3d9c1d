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

/** The HTTP date of one second, and the beginning of the lines with it. */
let lastDate = { second: -1, text: '', lines: '' };

/** An HTTP date of the org's clock, kept for a second. */
function dateOf(ms: number): typeof lastDate {
  const second = Math.floor(ms / 1000);
  if (second !== lastDate.second) {
    const text = new Date(ms).toUTCString();
    lastDate = { second, text, lines: `Date: ${text}\r\nX-Okta-Request-Id: ` };
  }
  return lastDate;
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
  const headers: Headers = { Date: dateOf(now).text, 'X-Okta-Request-Id': requestId, ...FIXED };
  if (limit) {
    headers['X-Rate-Limit-Limit'] = limit.limit;
    headers['X-Rate-Limit-Remaining'] = limit.remaining;
    headers['X-Rate-Limit-Reset'] = limit.reset;
  }
  return headers;
}

/** What comes before and behind the number that a rate limit leaves: the same for a minute of one bucket. */
let lastLimit = { limit: 0, reset: -1, before: '', behind: '' };

function limitLines({ limit, reset }: LimitState): typeof lastLimit {
  if (limit !== lastLimit.limit || reset !== lastLimit.reset) {
    const before = `\r\n${FIXED_TEXT}X-Rate-Limit-Limit: ${limit}\r\nX-Rate-Limit-Remaining: `;
    lastLimit = { limit, reset, before, behind: `\r\nX-Rate-Limit-Reset: ${reset}\r\n` };
  }
  return lastLimit;
}

/** The same as lines of a head, in the same order. */
export function commonLines({ now, requestId, limit }: HeadFacts): string {
  const start = dateOf(now).lines + requestId;
  if (!limit) return `${start}\r\n${FIXED_TEXT}`;
  const { before, behind } = limitLines(limit);
  return start + before + limit.remaining + behind;
}

/** What a value must be made of to stand in a head as it is. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Headers of one name as lines of a head; undefined where one of them has to be looked at by Node. */
export const linesOf = (name: string, values: readonly string[]): string | undefined =>
  values.every((value) => PLAIN.test(value)) ? values.map((value) => `${name}: ${value}\r\n`).join('') : undefined;
