import { setMaxListeners } from 'node:events';
import { type Attacker, attackers, holders } from './attackers.js';
import { type Seen, standBy } from './bystander.js';
import { pause } from './raw.js';
import type { Target } from './target.js';

/** What was measured, where, and whether it is good enough. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
  readonly note: string;
}

const wall = (): number => performance.timeOrigin + performance.now();

const MOST_GAP_MS = 100;

/** The longest gap of the event loop that ended since then. */
function gapBar(target: Target, name: string, since: number): Bar {
  const gaps = target.notes().gaps.filter(({ at }) => at >= since);
  const worst = gaps.reduce((a, b) => (b.ms > a.ms ? b : a), { at: 0, ms: 0, work: 0 });
  const most = Math.max(0, ...gaps.map(({ work }) => work));
  const note = Number.isNaN(worst.work) ? '' : `${worst.work.toFixed(0)} ms of it at work, at most ${most.toFixed(0)}`;
  return { name: `gap: ${name}`, value: worst.ms, most: MOST_GAP_MS, unit: 'ms', note };
}

const LARGE_BYTES = 900_000;
const LARGE_ROWS = 240;
/** Lists of these rows, each of other ones, that fill what answers are kept in. */
const LISTS = 35;

/** Fills the org with rows of nearly a megabyte. @throws Error where it takes none */
export async function fillWithLargeRows(target: Target): Promise<void> {
  for (let n = 0; n < LARGE_ROWS; n++) {
    const login = `large.${n}@example.com`;
    const profile = { firstName: 'L', lastName: 'R', login, email: login, title: 'x'.repeat(LARGE_BYTES) };
    const { url, headers } = target;
    const answer = await fetch(`${url}/api/v1/users`, { method: 'POST', headers, body: JSON.stringify({ profile }) });
    if (answer.status !== 200) throw new Error(`a large row was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

/** Lists that are read to their end. */
const largeLists: Attacker = {
  name: 'lists of large rows',
  async attack({ url, headers }, signal) {
    for (let n = 0; n < LISTS && !signal.aborted; n++) {
      const answer = await fetch(`${url}/api/v1/users?limit=${20 + n}`, { headers });
      for await (const _ of answer.body ?? []) if (signal.aborted) break;
    }
  },
};

async function during<T>(ms: number, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  setMaxListeners(0, control.signal);
  const timer = setTimeout(() => control.abort(), ms);
  const found = await act(control.signal);
  clearTimeout(timer);
  return found;
}

/** Attacks in one way, then in the next, then in all at once; somebody asks for the usual all the while. */
export async function attackAll(target: Target, seconds: number): Promise<{ bars: Bar[]; seen: Seen }> {
  const together = attackers.filter(({ name }) => !/files/.test(name));
  const all: Attacker = {
    name: 'all of them together',
    attack: async (at, signal) => void (await Promise.all(together.map((one) => one.attack(at, signal)))),
  };
  const phases = [largeLists, ...attackers, all];
  const bars: Bar[] = [];
  const standing = new AbortController();
  const seeing = standBy(target, standing.signal);
  for (const phase of phases) {
    const from = wall();
    await during((seconds * 1000) / phases.length, (signal) => phase.attack(target, signal));
    bars.push(gapBar(target, phase.name, from));
    if (!target.alive()) throw new Error(`the sandbox ended while attacked by ${phase.name}: ${target.errors()}`);
  }
  standing.abort();
  return { bars, seen: await seeing };
}

/** Resets the org while clients hold what they can. @returns milliseconds */
export async function resetUnderAttack(target: Target): Promise<number> {
  const control = new AbortController();
  setMaxListeners(0, control.signal);
  const holding = Promise.all(holders.map((one) => one.attack(target, control.signal)));
  await pause(1000);
  const from = performance.now();
  const answer = await fetch(`${target.url}/_sandbox/reset`, { method: 'POST', headers: target.headers });
  const text = await answer.text();
  const took = performance.now() - from;
  control.abort();
  await holding;
  if (!answer.ok) throw new Error(`the reset was answered ${answer.status}: ${text}`);
  return took;
}
