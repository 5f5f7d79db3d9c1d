import autocannon from 'autocannon';

/** What is asked again and again. */
export interface Load {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** Paths, walked in turn; one that is made anew for each request may be given as a function. */
  readonly paths: readonly string[] | (() => string);
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers besides of the n-th path. */
  readonly headersOf?: (n: number) => Readonly<Record<string, string>>;
  /** The body of each request. */
  readonly body?: () => string;
}

/** How long and how often to measure. */
export interface Effort {
  readonly runs: number;
  readonly seconds: number;
}

const CONNECTIONS = 32;
/** Twice what any server here answers, since connections are not served alike: who runs out sends the same again. */
const MOST_PER_SECOND = 28_000;
/** Enough paths that no single answer is measured; more would cost the client more than the server. */
const MOST_PATHS = 25;

/**
 * Requests per second over 32 connections.
 * @throws Error for an answer that is no success: what is measured must be real
 */
export async function rate(load: Load, seconds: number): Promise<number> {
  const { url, method = 'GET', headers, headersOf, paths, body } = load;
  const made = typeof paths === 'function' || body !== undefined;
  const one = (path: string): autocannon.Request => ({ method, path, ...(body === undefined ? {} : { body: body() }) });
  // What differs from request to request is written before the clock runs: a client that writes as it goes is slower
  // than what it measures.
  const ahead = (client: autocannon.Client): void => {
    const count = Math.ceil((MOST_PER_SECOND * seconds) / CONNECTIONS);
    const next = typeof paths === 'function' ? paths : () => paths[0] ?? '/';
    client.setRequests(Array.from({ length: count }, () => one(next())));
  };
  const first = typeof paths === 'function' ? ['/'] : paths.slice(0, MOST_PATHS);
  let from = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(made
          ? { setupClient: ahead, method }
          : { requests: first.map((path, n) => ({ ...one(path), headers: { ...headers, ...headersOf?.(n) } })) }),
      },
      (error, found) => (error ? reject(error) : resolve(found)),
    );
    // The client's own clock runs while it writes requests ahead; this one begins with the first that it sends.
    run.once('start', () => {
      from = performance.now();
    });
  });
  const took = (performance.now() - from) / 1000;
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} answers of ${url}${first[0]} were no success`);
  return result.requests.total / took;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Measures two things in turn, as often as asked, so that a noisy moment meets both. @returns both medians */
export async function inTurn(
  runs: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ one: number; other: number }> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let i = 0; i < runs; i++) {
    ones.push(await one());
    others.push(await other());
  }
  return { one: median(ones), other: median(others) };
}

/** The ratio of two loads' rates, each warmed up for a second first. */
export async function ratio(
  one: Load,
  other: Load,
  { runs, seconds }: Effort,
): Promise<{ ratio: number; note: string }> {
  await rate(one, 1);
  await rate(other, 1);
  const rates = await inTurn(
    runs,
    () => rate(one, seconds),
    () => rate(other, seconds),
  );
  return { ratio: rates.one / rates.other, note: `${rates.one.toFixed(0)}/s against ${rates.other.toFixed(0)}/s` };
}
