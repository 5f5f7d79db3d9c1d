import type { Clock } from '../store/clock.js';

/** Requests per minute of a workforce org, by bucket; as recorded, where they are (facts: conventions §10). */
const published: Readonly<Record<string, number>> = {
  '/apps/{id}': 500,
  '/apps': 100,
  '/groups/{id}': 1000,
  '/groups': 500,
  '/users': 600,
  'GET /users/{id}': 2000,
  '/users/{id}': 600,
  '/logs': 120,
  '/brands': 100,
  '/brands/{id}/templates': 600,
  '/domains': 100,
  '/mappings': 500,
  '/org': 100,
  '/roles': 100,
  '/sessions': 750,
  '/zones': 100,
  other: 1000,
};

/** What the headers show when limits are not enforced: so much that no client slows itself down. */
const GENEROUS = 1_000_000;
const WINDOW_MS = 60_000;

/** The bucket that a route counts against. */
export function bucketOf(method: string, path: string): string {
  const [, , , resource = '', id, sub] = path.split('/');
  const alone = id?.startsWith(':') === true && sub === undefined;
  if (resource === 'users') {
    if (!id) return '/users';
    return alone && method === 'get' ? 'GET /users/{id}' : '/users/{id}';
  }
  if (resource === 'brands' && sub === 'templates') return '/brands/{id}/templates';
  if (resource === 'apps' || resource === 'groups') return alone ? `/${resource}/{id}` : `/${resource}`;
  return Object.hasOwn(published, `/${resource}`) ? `/${resource}` : 'other';
}

/** Where a bucket stands after a request was counted. `reset` is in epoch seconds. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
  readonly exceeded: boolean;
}

interface Window {
  until: number;
  used: number;
}

/** Counts requests by bucket in windows of a minute on the org's clock. Kept in memory only. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();

  /** @param enforced refuse what exceeds the published values; otherwise the counts are only shown */
  constructor(
    readonly clock: Clock,
    readonly enforced: boolean,
  ) {}

  /** Counts one request. @param now milliseconds on the org's clock */
  take(bucket: string, now = this.clock.now()): LimitState {
    let window = this.#windows.get(bucket);
    // A clock that was set back must not leave a window that ends far ahead.
    if (!window || now >= window.until || window.until - now > WINDOW_MS) {
      window = { until: now + WINDOW_MS, used: 0 };
      this.#windows.set(bucket, window);
    }
    window.used += 1;
    const limit = this.enforced ? (published[bucket] ?? 1000) : GENEROUS;
    const exceeded = this.enforced && window.used > limit;
    return { limit, remaining: Math.max(0, limit - window.used), reset: Math.ceil(window.until / 1000), exceeded };
  }

  /** Forgets every count. */
  clear(): void {
    this.#windows.clear();
  }
}
