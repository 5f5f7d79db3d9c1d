import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pause } from './attack/raw.js';
import { attackAll, type Bar, fillWithLargeRows, resetUnderAttack } from './attack/rounds.js';
import { MEMORY_MB, startTarget, type Target } from './attack/target.js';
import { build } from './build.js';
import { root } from './support/run.js';

// `npm run attack`: clients that pipeline, stall, reset, do not read and open too much, against a sandbox that may open
// 256 files; `-- --seconds 10` for less, `-- --main FILE` for another build.

const MB = 1_048_576;
/** What the process may have taken for good besides what answers are kept in. */
const MOST_LEFT_MB = 60;
const MOST_RESET_MS = 2000;
/** How long it may rest before it is looked at. */
const REST_MS = 20_000;
/** Of one core, when nobody is there. */
const MOST_IDLE_SHARE = 10;

const rssNow = (target: Target): number => (target.notes().uses.at(-1)?.rss ?? 0) / MB;

/** What the process did in the last seconds, in percent of a core. */
function shareOf(target: Target, ms: number): number {
  const { uses } = target.notes();
  const last = uses.at(-1);
  const first = uses.find(({ at }) => last && at >= last.at - ms);
  return last && first && last.at > first.at ? ((last.cpu - first.cpu) / (last.at - first.at)) * 100 : 0;
}

async function attacked(target: Target, seconds: number): Promise<Bar[]> {
  await fillWithLargeRows(target);
  await pause(REST_MS);
  const before = rssNow(target);
  const { bars, seen } = await attackAll(target, seconds);
  await pause(REST_MS);
  const after = rssNow(target);
  const most = Math.max(...target.notes().uses.map(({ rss }) => rss)) / MB;
  const idle = shareOf(target, 3000);
  const reset = await resetUnderAttack(target);
  const note = `${before.toFixed(0)} MB before, ${after.toFixed(0)} after, ${most.toFixed(0)} at most`;
  const failures = [...new Set(seen.failures)].slice(0, 3).join('; ');
  return [
    ...bars,
    {
      name: 'requests of a bystander that failed',
      value: seen.failures.length,
      most: 0,
      unit: '',
      note: failures || `${seen.answered} answered, the slowest in ${seen.longest.toFixed(0)} ms`,
    },
    { name: 'memory that is left', value: after - before, most: MEMORY_MB + MOST_LEFT_MB, unit: 'MB', note },
    { name: 'work for clients that left', value: idle, most: MOST_IDLE_SHARE, unit: '% of a core', note: '' },
    { name: 'reset while clients hold on', value: reset, most: MOST_RESET_MS, unit: 'ms', note: '' },
    {
      name: 'faults on standard error',
      value: (target.errors().match(/^\s+at /gm) ?? []).length,
      most: 0,
      unit: '',
      note: target.errors().split('\n')[0] ?? '',
    },
  ];
}

const isMet = ({ value, most }: Bar): boolean => value <= most;

function print(bars: readonly Bar[]): void {
  for (const bar of bars) {
    const figure = `${bar.value.toFixed(0)} <= ${bar.most} ${bar.unit}`.trimEnd();
    console.log(
      `${isMet(bar) ? 'ok    ' : 'MISSED'}  ${bar.name.padEnd(45)} ${figure.padEnd(24)} ${bar.note}`.trimEnd(),
    );
  }
}

const { values } = parseArgs({ options: { seconds: { type: 'string' }, main: { type: 'string' } } });
if (values.main === undefined) await build();
const target = await startTarget(resolve(values.main ?? join(root, 'dist/server/main.js')));
const bars = await attacked(target, Number(values.seconds ?? 60)).finally(() => target.stop());
print(bars);
process.exitCode = bars.every(isMet) ? 0 : 1;
