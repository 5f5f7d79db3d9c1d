import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginOf, seedOf } from './data.js';
import { probed } from './gaps/org.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { referenceDist } from './reference.js';
import { longestGap, now, send, watched } from './rules.js';
import { memoryOf, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 100_000;
const GAP = 50;
/** What is done after a start without being asked for is done by then. */
const REST_MS = 8_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The most memory that a process had so far, in megabytes; undefined where the system does not tell. */
function peakOf({ pid }: Running): number | undefined {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

async function reset(server: Running): Promise<void> {
  const answer = await fetch(`${server.url}/_sandbox/reset`, { method: 'POST', headers: { 'content-length': '0' } });
  if (!answer.ok) throw new Error(`the reset answered ${answer.status}: ${await answer.text()}`);
}

const gapFigure = (name: string, gaps: readonly number[], note = ''): Figure => ({
  name: `longest event-loop gap: ${name}`,
  value: median([...gaps]),
  floor: ['<=', GAP],
  unit: 'ms',
  note: `${note}${Math.max(...gaps).toFixed(0)} ms at most`,
});

const ratioFigure = (name: string, ours: readonly number[], theirs: readonly number[], most: number): Figure => ({
  name: `${name}, time / reference`,
  value: median([...ours]) / median([...theirs]),
  floor: ['<=', most],
  unit: 'x',
  note: `${median([...ours]).toFixed(0)} ms against ${median([...theirs]).toFixed(0)} ms`,
});

/** Both builds, with a probe beside ours. */
async function both(dist: string, gaps: string): Promise<{ readonly ours: Running; readonly theirs: Running }> {
  const theirs = await start(sandbox({ data: scratch(), seed: seedOf(USERS), dist }));
  return { ours: await start(probed(scratch(), gaps, seedOf(USERS))), theirs };
}

/** The first start of an org from a large seed. */
const loading: Benchmark = {
  name: 'large-seed-load',
  async measure({ runs }) {
    const dist = await referenceDist();
    const [ours, theirs, gaps, memory, later, peaks]: number[][] = [[], [], [], [], [], []];
    for (let n = 0; n < runs; n++) {
      const file = join(scratch(), 'gaps.txt');
      const from = now();
      const pair = await both(dist, file);
      theirs?.push(pair.theirs.startMs);
      ours?.push(pair.ours.startMs);
      await pair.theirs.stop('SIGKILL');
      await pause(1000);
      gaps?.push(longestGap(file, from));
      memory?.push(memoryOf(pair.ours.pid));
      peaks?.push(peakOf(pair.ours) ?? Number.NaN);
      await pause(REST_MS);
      later?.push(memoryOf(pair.ours.pid));
      await pair.ours.stop('SIGKILL');
    }
    const megabytes = { unit: 'MB', note: '' } as const;
    return [
      ratioFigure(`start from a seed of ${USERS} users`, ours ?? [], theirs ?? [], 0.8),
      gapFigure('start from it', gaps ?? []),
      { name: 'memory a second later', value: median(memory ?? []), floor: ['<=', 200], ...megabytes },
      { name: 'memory at rest', value: median(later ?? []), floor: ['<=', 200], ...megabytes },
      { name: 'most memory until then', value: median(peaks ?? []), floor: ['<=', 380], ...megabytes },
    ];
  },
};

/** Resets, and what follows a start from what they leave. */
const resets: Benchmark = {
  name: 'large-seed-reset',
  async measure({ runs }) {
    const gaps = join(scratch(), 'gaps.txt');
    const { ours, theirs } = await both(await referenceDist(), gaps);
    const seen: Awaited<ReturnType<typeof watched>>[] = [];
    const took: number[] = [];
    try {
      for (let n = 0; n < runs; n++) {
        seen.push(await watched(gaps, () => reset(ours)));
        const from = now();
        await reset(theirs);
        took.push(now() - from);
      }
    } finally {
      await theirs.stop('SIGKILL');
      await ours.stop('SIGKILL');
    }
    const own = seen.map((one) => one.took);
    return [
      ratioFigure(`reset of ${USERS} users`, own, took, 0.3),
      gapFigure(
        'reset of them',
        seen.map(({ gap }) => gap),
      ),
    ];
  },
};

/** A clean stop, the start after it, and the first search there. */
const around: Benchmark = {
  name: 'large-seed-stop',
  async measure({ runs }) {
    const [data, seed] = [scratch(), seedOf(USERS)];
    const gaps = join(data, 'gaps.txt');
    const [starts, scans, stops]: number[][] = [[], [], []];
    await (await start(sandbox({ data, seed, path: `/api/v1/users/${loginOf(0)}` }))).stop();
    for (let n = 0; n < runs; n++) {
      const begun = now();
      const server = await start(probed(data, gaps, seed));
      starts?.push(longestGap(gaps, begun));
      const search = `/users?search=${encodeURIComponent('profile.lastName co "nobody"')}`;
      scans?.push((await watched(gaps, () => send(server, 'GET', search))).gap);
      await send(server, 'POST', '/groups', { profile: { name: `Written down at stop ${n}` } });
      const from = now();
      await server.stop();
      stops?.push(longestGap(gaps, from));
    }
    return [
      gapFigure(`start from a state file of ${USERS} users`, starts ?? []),
      gapFigure('the first search after it', scans ?? []),
      gapFigure('a clean stop', stops ?? []),
    ];
  },
};

/** What an org of a large seed costs when it is made, put back, stopped and started. */
export const largeSeed: readonly Benchmark[] = [loading, resets, around];
