import { type SandboxProcess, scratchFolder, startSandbox } from '../../tests/support/process.js';

/** What was found over all rounds so far. */
export interface Found {
  /** Writes that were answered with success before their process was killed. */
  readonly answered: number;
  /** What an answered write told and the org did not hold after the restart, and users that are half there. */
  readonly lost: readonly string[];
}

const WRITERS = 8;

/** A small repeatable source of numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the org is known to hold: login to the last nickname that an answer confirmed. */
type Known = Map<string, string | undefined>;

interface Round {
  readonly sandbox: SandboxProcess;
  readonly known: Known;
  /** Logins of writes that were sent and not answered: they may be there or not. */
  readonly open: Set<string>;
  readonly name: string;
  ended: boolean;
  answered: number;
  /** Told of each answered write. */
  count(): void;
}

async function ask(sandbox: SandboxProcess, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${sandbox.url}/api/v1${path}`, {
    method,
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Creates users and renames them until the process is gone. */
async function write(round: Round, writer: number): Promise<void> {
  for (let n = 0; !round.ended; n++) {
    const login = `${round.name}.${writer}.${n}@example.com`;
    const profile = { firstName: 'Kay', lastName: 'Kill', email: login, login };
    round.open.add(login);
    try {
      const created = await ask(round.sandbox, 'POST', '/users?activate=false', { profile });
      if (created.status !== 200) throw new Error(`POST answered ${created.status}`);
      await created.text();
      round.known.set(login, undefined);
      round.count();
      const renamed = await ask(round.sandbox, 'POST', `/users/${login}`, { profile: { nickName: `nick ${n}` } });
      await renamed.text();
      if (renamed.status !== 200) throw new Error(`update answered ${renamed.status}`);
      round.known.set(login, `nick ${n}`);
      round.count();
      round.open.delete(login);
    } catch (error) {
      if (round.ended) return;
      throw error;
    }
  }
}

interface Shown {
  readonly status: string;
  readonly profile: Record<string, string>;
}

/** Every user whose login begins with the round's name, page by page. */
async function usersOf(sandbox: SandboxProcess, name: string): Promise<Map<string, Shown>> {
  const found = new Map<string, Shown>();
  let path: string | undefined = `/users?search=${encodeURIComponent(`profile.login sw "${name}."`)}`;
  while (path !== undefined) {
    const page: Response = await ask(sandbox, 'GET', path);
    for (const user of (await page.json()) as Shown[]) found.set(user.profile.login ?? '', user);
    path = /\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  return found;
}

function compare(round: Round, held: ReadonlyMap<string, Shown>): string[] {
  const lost: string[] = [];
  for (const [login, nickName] of round.known) {
    const user = held.get(login);
    if (!user) lost.push(`${login} was answered and is gone`);
    else if (nickName !== undefined && user.profile.nickName !== nickName) lost.push(`${login} lost its nickname`);
  }
  for (const [login, user] of held) {
    if (!round.known.has(login) && !round.open.has(login)) lost.push(`${login} was never asked for`);
    if (user.status !== 'STAGED' || user.profile.email !== login) lost.push(`${login} is half there`);
  }
  return lost;
}

/** A round that has only begun. @param reached called when so many writes are answered */
function beginRound(sandbox: Round['sandbox'], name: string, most: number, reached: () => void): Round {
  return {
    sandbox,
    known: new Map(),
    open: new Set(),
    name,
    ended: false,
    answered: 0,
    count() {
      this.answered += 1;
      if (this.answered >= most) reached();
    },
  };
}

/** Loads a sandbox with writes and kills it when so many are answered, while the next are under way. */
async function loadAndKill(sandbox: Round['sandbox'], name: string, most: number): Promise<Round> {
  let reached = (): void => {};
  const moment = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const round = beginRound(sandbox, name, most, () => reached());
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(round, writer)));
  await Promise.race([moment, writers]);
  round.ended = true;
  await sandbox.stop('SIGKILL');
  await writers;
  return round;
}

/**
 * Starts the built sandbox, loads it with writes, kills it with SIGKILL at a random moment, starts it again on the same
 * folder and compares; as often as asked, on one folder.
 */
export async function killRounds(
  rounds: number,
  seed: number,
  each: (round: number, found: Found) => void = () => undefined,
): Promise<Found> {
  const folder = scratchFolder();
  const next = random(seed);
  let found: Found = { answered: 0, lost: [] };
  let sandbox = await startSandbox(['--data', folder.path]);
  try {
    for (let n = 1; n <= rounds; n++) {
      const round = await loadAndKill(sandbox, `r${n}`, 5 + Math.floor(next() * 150));
      sandbox = await startSandbox(['--data', folder.path]);
      const lost = compare(round, await usersOf(sandbox, round.name));
      found = { answered: found.answered + round.answered, lost: [...found.lost, ...lost] };
      each(n, found);
    }
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
  return found;
}
