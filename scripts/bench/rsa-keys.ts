import { join } from 'node:path';
import { probed } from './gaps/org.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { longestGap, now, send } from './rules.js';
import { type Running, scratch, start } from './servers.js';

/** Keys that are asked for at once, as a busy suite does. */
const AT_ONCE = 20;
/** How long a pool has to make as many ahead, in milliseconds. */
const WARM_MS = 15_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function newApp(server: Running): Promise<string> {
  const body = {
    name: 'bookmark',
    label: 'Keys',
    signOnMode: 'BOOKMARK',
    settings: { app: { url: 'https://a.example' } },
  };
  return ((await send(server, 'POST', '/apps', body)) as { id: string }).id;
}

/** Milliseconds until a new key of an app is answered. */
async function keyTook(server: Running, app: string): Promise<number> {
  const from = performance.now();
  await send(server, 'POST', `/apps/${app}/credentials/keys/generate?validityYears=2`);
  return performance.now() - from;
}

/** What one start showed: a single key of an empty pool, many of an empty one, many of a full one. */
interface Seen {
  readonly one: number;
  readonly empty: readonly number[];
  readonly warm: readonly number[];
  readonly gap: number;
}

const atOnce = (server: Running, app: string): Promise<number[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, () => keyTook(server, app)));

async function once(): Promise<Seen> {
  const data = scratch();
  const gaps = join(data, 'gaps.txt');
  const server = await start(probed(data, gaps));
  try {
    const app = await newApp(server);
    await pause(500);
    const since = now();
    const one = await keyTook(server, app);
    // What the first key began is used up first, so that these find the pool empty.
    const empty = await atOnce(server, app);
    await pause(WARM_MS);
    const warm = await atOnce(server, app);
    await pause(200);
    return { one, empty, warm, gap: longestGap(gaps, since) };
  } finally {
    await server.stop();
  }
}

const slowest = (all: readonly number[]): number => Math.max(...all);

/** RSA keys: made off the main thread, and ahead from the first one on. */
export const rsaKeys: readonly Benchmark[] = [
  {
    name: 'rsa-keys',
    async measure({ runs }): Promise<readonly Figure[]> {
      const seen: Seen[] = [];
      for (let n = 0; n < runs; n++) seen.push(await once());
      const one = median(seen.map((run) => run.one));
      const emptyAt = median(seen.map(({ empty }) => slowest(empty)));
      const spread = median(seen.map(({ warm }) => slowest(warm) / median(warm)));
      const warmAt = median(seen.map(({ warm }) => slowest(warm)));
      const gap = Math.max(...seen.map((run) => run.gap));
      return [
        {
          name: `${AT_ONCE} keys of an empty pool / one generation`,
          value: emptyAt / one,
          floor: ['<=', 20],
          unit: 'x',
          note: `${emptyAt.toFixed(0)} ms against ${one.toFixed(0)} ms`,
        },
        {
          name: `${AT_ONCE} keys of a full pool, the last / the median`,
          value: spread,
          floor: ['<=', 5],
          unit: 'x',
          note: `the last after ${warmAt.toFixed(0)} ms`,
        },
        {
          name: 'longest gap while keys are made',
          value: gap,
          floor: ['<=', 50],
          unit: 'ms',
          note: `the most of ${seen.length} runs`,
        },
      ];
    },
  },
];
