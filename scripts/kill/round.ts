import { existsSync } from 'node:fs';
import type { OrgFiles } from '../../store/files/org-files.js';
import type { SandboxProcess } from '../../tests/support/process.js';
import { type Client, clientOf } from './client.js';
import type { Kind, Work } from './kind.js';
import { jobs } from './kinds/jobs.js';
import { outbox } from './kinds/outbox.js';
import { passwords } from './kinds/passwords.js';
import { people } from './kinds/people.js';
import { schemas } from './kinds/schemas.js';
import type { Random } from './random.js';

/** What a round does besides writing. */
export interface Plan {
  /** The kill waits for so many answered writes. */
  readonly writes: number;
  /** The kill waits for a compaction to begin, too. */
  readonly compaction: boolean;
  /** The org is put back to its seed on the way; `cut off` kills it meanwhile. */
  readonly reset: false | 'answered' | 'cut off';
}

/** What a round left behind when its process was killed. */
export interface Round {
  /** Answered writes by kind. */
  readonly answered: ReadonlyMap<string, number>;
  readonly works: readonly Work[];
  /** `answered`: what was written before it must be gone. `open`: all of it, or nothing. */
  readonly reset: 'none' | 'answered' | 'open';
  /** What the logins of the writes before the reset begin with. */
  readonly before: string;
}

const kinds: readonly Kind[] = [people, passwords, schemas, jobs, outbox];

/** More writes than this are not waited for. */
const MOST = 5_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Writers of all kinds at once, until `isOver`. Rejects for a refusal; a sandbox that is gone ends them. */
function load(sandbox: SandboxProcess, label: string, counts: Map<string, number>, isOver: () => boolean) {
  const works: Work[] = [];
  const writers: Promise<void>[] = [];
  for (const { name, writers: many, begin } of kinds) {
    const client: Client = clientOf(sandbox, () => counts.set(name, (counts.get(name) ?? 0) + 1));
    for (let i = 0; i < many; i++) {
      const work = begin(`${label}${name[0]}${i}`);
      works.push(work);
      const run = async (): Promise<void> => {
        while (!isOver()) await work.step(client);
      };
      writers.push(
        run().catch((error: unknown) => {
          if (!isOver()) throw error;
        }),
      );
    }
  }
  return { works, ended: Promise.all(writers) };
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

/** Waits until the plan's moment, or until a writer fails. */
async function moment(plan: Plan, files: OrgFiles, counts: ReadonlyMap<string, number>, ended: Promise<unknown>) {
  const isDue = (): boolean =>
    total(counts) >= plan.writes && (!plan.compaction || existsSync(files.aside) || total(counts) >= MOST);
  const wait = async (): Promise<void> => {
    while (!isDue()) await pause(1);
  };
  await Promise.race([wait(), ended]);
}

/** Puts the org back to its seed, between the writers; where it is cut off, at some moment of it. */
async function reset(sandbox: SandboxProcess, plan: Plan, next: Random): Promise<Round['reset']> {
  const answer = clientOf(sandbox).write('POST', '/_sandbox/reset');
  if (plan.reset === 'answered') {
    await answer;
    return 'answered';
  }
  const outcome = answer.then(
    () => 'answered' as const,
    () => 'open' as const,
  );
  await pause(next() * 20);
  await sandbox.stop('SIGKILL');
  return outcome;
}

/** Loads a sandbox with writes of all kinds and kills it at the plan's moment, while the next ones are under way. */
export async function loadAndKill(
  sandbox: SandboxProcess,
  files: OrgFiles,
  label: string,
  plan: Plan,
  next: Random,
): Promise<Round> {
  const answered = new Map<string, number>();
  let isOver = false;
  let { works, ended } = load(sandbox, label, answered, () => isOver);
  let state: Round['reset'] = 'none';
  await moment(plan, files, answered, ended);
  if (plan.reset) {
    isOver = true;
    await ended;
    state = await reset(sandbox, plan, next);
    // What an answered reset took away is not there to be lost.
    if (state === 'answered') works = [];
    if (plan.reset === 'answered') {
      isOver = false;
      ({ works, ended } = load(sandbox, `${label}z`, answered, () => isOver));
      await moment({ ...plan, writes: total(answered) + plan.writes }, files, answered, ended);
    }
  }
  await pause(plan.compaction ? next() * 30 : 0);
  isOver = true;
  await sandbox.stop('SIGKILL');
  await ended;
  return { answered, works, reset: state, before: label };
}
