import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, loginOf, newUser, seedOf } from './data.js';
import { inTurn, median, rate } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { rawClient, requestOf } from './raw-client.js';
import { ask, authorization, memoryOf, parseMs, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 100_000;
const LOG_EVENTS = 200_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const lastUser = `/api/v1/users/${encodeURIComponent(loginOf(USERS - 1))}`;

/** Writes users until the compactor sets the journal aside. @returns when that was, in milliseconds since 1970 */
async function fillJournal(server: Running, aside: string): Promise<number> {
  const [BATCH, GIVE_UP] = [50, 60_000];
  const from = performance.now();
  const client = await rawClient(server.url);
  try {
    while (!existsSync(aside)) {
      if (performance.now() - from > GIVE_UP) throw new Error('no compaction began within a minute of writing');
      const users = Array.from({ length: BATCH }, () => requestOf('POST', '/api/v1/users', authorization, newUser()));
      await client.sendAll(users);
    }
  } finally {
    client.close();
  }
  return performance.timeOrigin + performance.now();
}

/** Asks for health again and again until the compactor is done. @returns the slowest answer in milliseconds */
async function pingWhile(server: Running, aside: string): Promise<number> {
  let slowest = 0;
  while (existsSync(aside)) {
    const from = performance.now();
    await ask(`${server.url}/_sandbox/health`);
    slowest = Math.max(slowest, performance.now() - from);
    await pause(1);
  }
  return slowest;
}

/** The longest time since this moment that the event loop was not looked at. */
function longestGap(gaps: string, since: number): number {
  const lines = existsSync(gaps) ? readFileSync(gaps, 'utf8').split('\n').filter(Boolean) : [];
  const found = lines.map((line) => line.split(' ').map(Number)).filter(([at = 0]) => at >= since);
  return Math.max(0, ...found.map(([, gap = 0]) => gap));
}

/** Runs a server of all users until the compactor sets its journal aside. */
async function atCompaction<T>(
  watch: (server: Running, aside: string, began: number) => Promise<T>,
  gaps?: string,
): Promise<T> {
  const data = scratch();
  const aside = join(data, 'default.journal.old');
  const server = await start(sandbox({ data, seed: seedOf(USERS), ...(gaps === undefined ? {} : { gaps }) }));
  try {
    return await watch(server, aside, await fillJournal(server, aside));
  } finally {
    await server.stop('SIGKILL');
  }
}

const compaction: Benchmark = {
  name: 'compaction',
  measure: () => {
    const gaps = join(scratch(), 'gaps.txt');
    return atCompaction(async (server, aside, began) => {
      const slowest = await pingWhile(server, aside);
      const took = performance.timeOrigin + performance.now() - began;
      // What follows the compactor's end, the trimming of the log, belongs to it.
      await pause(500);
      const note = `compaction of ${(took / 1000).toFixed(1)} s, slowest answer ${slowest.toFixed(0)} ms`;
      const value = longestGap(gaps, began);
      return [{ name: 'longest event-loop gap in a compaction', value, floor: ['<=', 50], unit: 'ms', note }];
    }, gaps);
  },
};

/** Nothing is asked meanwhile: what answers leave behind would be counted, too. */
const compactionMemory: Benchmark = {
  name: 'compaction-memory',
  measure: () =>
    atCompaction(async (server, aside) => {
      const before = memoryOf(server.pid);
      let most = before;
      while (existsSync(aside)) {
        most = Math.max(most, memoryOf(server.pid));
        await pause(10);
      }
      const note = `${most.toFixed(0)} MB at most`;
      return [{ name: 'memory that a compaction adds', value: most - before, floor: ['<=', 25], unit: 'MB', note }];
    }),
};

/** Changes users' profiles until the log holds so many events more: each change writes one. */
async function writeLog(server: Running, events: number): Promise<void> {
  let written = 0;
  const path = (): string => `/api/v1/users/${idOf(written % USERS)}`;
  const body = (): string => {
    written += 1;
    return JSON.stringify({ profile: { title: `Title ${written}` } });
  };
  while (written < events) {
    await rate({ url: server.url, method: 'POST', paths: path, headers: authorization, body }, 5);
  }
}

/** Starts on an org of all users and finds one of them by its login. */
const startOn = (data: string): Promise<Running> => start(sandbox({ data, seed: seedOf(USERS), path: lastUser }));

/** What a process takes when its start is over and a moment has passed; it is stopped then. */
async function settledMemory(data: string): Promise<{ value: number; startMs: number }> {
  const server = await startOn(data);
  await pause(1000);
  const value = memoryOf(server.pid);
  await server.stop();
  return { value, startMs: server.startMs };
}

async function seedMemory(data: string): Promise<Figure> {
  const { value, startMs } = await settledMemory(data);
  const note = `first answer after ${(startMs / 1000).toFixed(1)} s`;
  return { name: 'memory, 100k users from a seed', value, floor: ['<=', 600], unit: 'MB', note };
}

/** Starts from the state file that a former start left, against the mere parsing of that file. */
async function stateFigures(data: string, runs: number): Promise<Figure[]> {
  const state = join(data, 'default.json');
  const started: number[] = [];
  const times = await inTurn(
    runs,
    async () => {
      const server = await startOn(data);
      started.push(memoryOf(server.pid));
      await server.stop();
      return server.startMs;
    },
    async () => parseMs(state),
  );
  return [
    {
      name: 'start to a user by login / JSON.parse of the file',
      value: times.one / times.other,
      floor: ['<=', 1.5],
      unit: 'x',
      note: `${times.one.toFixed(0)} ms against ${times.other.toFixed(0)} ms`,
    },
    {
      name: 'memory, 100k users from the state file',
      value: median(started),
      floor: ['<=', 600],
      unit: 'MB',
      note: '',
    },
  ];
}

async function logMemory(data: string): Promise<Figure> {
  const logged = await startOn(data);
  await writeLog(logged, LOG_EVENTS);
  const busy = memoryOf(logged.pid);
  await logged.stop();
  const { value } = await settledMemory(data);
  const note = `${busy.toFixed(0)} MB in the process that wrote them`;
  return { name: 'memory, 200k log events more', value, floor: ['<=', 900], unit: 'MB', note };
}

const memory: Benchmark = {
  name: 'memory',
  async measure({ runs }) {
    const data = scratch();
    // In this order: each starts on what the one before left.
    return [await seedMemory(data), ...(await stateFigures(data, runs)), await logMemory(data)];
  },
};

/** What grows with the org: pauses, memory, loading. */
export const size: readonly Benchmark[] = [compaction, compactionMemory, memory];
