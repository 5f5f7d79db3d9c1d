import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { filesOf, type OrgFiles } from '../../store/files/org-files.js';
import { type SandboxProcess, scratchFolder, startSandbox } from '../../tests/support/process.js';
import { clientOf } from './client.js';
import { damageLastLine } from './damage.js';
import { type Random, random } from './random.js';
import { loadAndKill, type Plan, type Round } from './round.js';

/** What was found over all rounds so far. */
export interface Found {
  /** Writes that were answered with success before their process was killed. */
  readonly answered: number;
  /** What an answered write told and the org did not hold after the restart, and what is half there. */
  readonly lost: readonly string[];
  /** Answered writes by kind, and how often the rest was met. */
  readonly met: ReadonlyMap<string, number>;
}

/** Kilobytes of journal at which a compaction begins: every second round meets one, the others keep their journal. */
const JOURNAL = { compacting: '48', keeping: '8192' } as const;

const planOf = (n: number, next: Random): Plan => ({
  writes: 5 + Math.floor(next() * 150),
  compaction: n % 2 === 0,
  reset: n % 7 !== 3 ? false : n % 2 === 0 ? 'answered' : 'cut off',
});

const isDamaged = (n: number): boolean => n % 5 === 1;

/** The commit that a state file stands at, by its first line. */
function commitOf({ state }: OrgFiles): number {
  const bytes = Buffer.alloc(4096);
  const fd = openSync(state, 'r');
  readSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
  return Number(/"commit":(\d+)/.exec(bytes.toString('latin1'))?.[1]);
}

/** What does not hold after the restart of a round. */
async function lostIn(round: Round, sandbox: SandboxProcess): Promise<string[]> {
  const client = clientOf(sandbox);
  const search = encodeURIComponent(`profile.login sw "${round.before}"`);
  const isThere = (await client.all(`/api/v1/users?search=${search}`)).length > 0;
  // Labels of writers after a reset go on where those before it ended.
  if (round.reset === 'open' && !isThere) return [];
  const lost: string[] = [];
  if (round.reset === 'answered') {
    const old = (await client.all<{ profile: { login: string } }>(`/api/v1/users?search=${search}`))
      .map(({ profile }) => profile.login)
      .filter((login) => !login.startsWith(`${round.before}z`));
    if (old.length > 0) lost.push(`${old.length} users outlived a reset`);
  }
  for (const work of round.works) lost.push(...(await work.lost(client)));
  return lost;
}

/** Counts what a round met, by the files that it left. */
function count(met: Map<string, number>, round: Round, files: OrgFiles, commitBefore: number): void {
  const add = (name: string, n = 1): void => void met.set(name, (met.get(name) ?? 0) + n);
  for (const [name, n] of round.answered) add(`${name}: writes`, n);
  const inMidst = existsSync(files.aside);
  if (inMidst || commitOf(files) !== commitBefore) add('compactions');
  if (inMidst) add('killed in a compaction');
  if (round.reset === 'answered') add('resets');
  if (round.reset === 'open') add('resets cut off');
}

/**
 * Starts the built sandbox, loads it with writes of all kinds, kills it with SIGKILL at a random moment, starts it again
 * on the same folder and compares; as often as asked, on one folder.
 */
export async function killRounds(
  rounds: number,
  seed: number,
  each: (round: number, found: Found) => void = () => undefined,
): Promise<Found> {
  const folder = scratchFolder();
  const files = filesOf(folder.path, 'default');
  const argsOf = (n: number): string[] => {
    const journal = planOf(n, () => 0).compaction ? JOURNAL.compacting : JOURNAL.keeping;
    return ['--data', folder.path, '--journal', journal];
  };
  const next = random(seed);
  const met = new Map<string, number>();
  let found: Found = { answered: 0, lost: [], met };
  let sandbox = await startSandbox(argsOf(1));
  try {
    for (let n = 1; n <= rounds; n++) {
      const commitBefore = commitOf(files);
      const round = await loadAndKill(sandbox, files, `r${n}x`, planOf(n, next), next);
      count(met, round, files, commitBefore);
      const damage = isDamaged(n) ? await damageLastLine(files, argsOf(n), next) : undefined;
      if (damage) met.set('damaged lines', (met.get('damaged lines') ?? 0) + 1);
      sandbox = await startSandbox(argsOf(n + 1));
      const lost = [...(damage ?? []), ...(await lostIn(round, sandbox))];
      const answered = [...round.answered.values()].reduce((sum, one) => sum + one, found.answered);
      found = { answered, lost: [...found.lost, ...lost], met };
      each(n, found);
    }
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
  return found;
}
