import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, seedOf } from './data.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { authorization, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 10_000;
const RULES = 50;
const MATCHES = USERS / 2;
const CHANGES = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request. @throws Error for an answer that is no success: what is measured must be real */
export async function send(server: Running, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { ...authorization, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Makes a group and a rule that fills it. */
export async function makeRule(
  server: Running,
  name: string,
  value: string,
): Promise<{ ruleId: string; groupId: string }> {
  const group = (await send(server, 'POST', '/groups', { profile: { name } })) as { id: string };
  const rule = (await send(server, 'POST', '/groups/rules', {
    type: 'group_rule',
    name,
    conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [group.id] } },
  })) as { id: string };
  return { ruleId: rule.id, groupId: group.id };
}

export const activate = (server: Running, ruleId: string): Promise<unknown> =>
  send(server, 'POST', `/groups/rules/${ruleId}/lifecycle/activate`);

/** The longest gap of a server's event loop since a moment, in milliseconds. @param since milliseconds since 1970 */
export function longestGap(file: string, since: number): number {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const found = lines.map((line) => line.split(' ').map(Number)).filter(([at = 0]) => at >= since);
  return Math.max(0, ...found.map(([, gap = 0]) => gap));
}

export const now = (): number => performance.timeOrigin + performance.now();

/** Milliseconds by which a profile change is answered later than a read of the user, one at a time, in turn. */
async function profileChanges(server: Running): Promise<number> {
  const changes: number[] = [];
  const reads: number[] = [];
  const timed = async (into: number[], act: () => Promise<unknown>): Promise<void> => {
    const from = performance.now();
    await act();
    into.push(performance.now() - from);
  };
  for (let n = 0; n < CHANGES; n++) {
    const profile = { nickName: `nick ${n % RULES}`, title: `Title ${n}` };
    await timed(reads, () => send(server, 'GET', `/users/${idOf(n)}`));
    await timed(changes, () => send(server, 'POST', `/users/${idOf(n)}`, { profile }));
  }
  return median(changes.slice(CHANGES / 4)) - median(reads.slice(CHANGES / 4));
}

/** How long a change took, and the longest gap of the event loop meanwhile. */
export async function watched(gaps: string, act: () => Promise<unknown>): Promise<{ took: number; gap: number }> {
  // What stands before it (the making of an index, garbage) is not its own.
  await pause(200);
  const from = now();
  await act();
  const took = now() - from;
  await pause(50);
  return { took, gap: longestGap(gaps, from) };
}

type Watched = Awaited<ReturnType<typeof watched>>;

/** Activates a rule for half of the users, and ends it again: by the removal of its group, or by its own. */
async function activateAndEnd(
  server: Running,
  gaps: string,
  n: number,
): Promise<{ activated: Watched; gone: Watched }> {
  const half = `user.employeeNumber < "${`${MATCHES}`.padStart(7, '0')}"`;
  const { ruleId, groupId } = await makeRule(server, `half ${n}`, half);
  const activated = await watched(gaps, () => activate(server, ruleId));
  if (n % 2 === 0) {
    return { activated, gone: await watched(gaps, () => send(server, 'DELETE', `/groups/${groupId}`)) };
  }
  await send(server, 'POST', `/groups/rules/${ruleId}/lifecycle/deactivate`);
  const gone = await watched(gaps, () => send(server, 'DELETE', `/groups/rules/${ruleId}?removeUsers=true`));
  return { activated, gone };
}

/** Of a busy machine each run's longest gap tells more of its other work than of this one: the median counts. */
function gapFigure(name: string, all: readonly Watched[]): Figure {
  const most = Math.max(...all.map(({ gap }) => gap));
  const took = median(all.map((one) => one.took));
  const note = `${most.toFixed(0)} ms at most; answered after ${took.toFixed(0)} ms`;
  return { name, value: median(all.map(({ gap }) => gap)), floor: ['<=', 50], unit: 'ms', note };
}

function figuresOf(change: number, activated: readonly Watched[], gone: readonly Watched[]): Figure[] {
  return [
    {
      name: `profile change beside ${RULES} rules - GET user`,
      value: change,
      floor: ['<=', 2],
      unit: 'ms',
      note: `medians of ${CHANGES}`,
    },
    {
      name: 'activation of a rule, answered',
      value: median(activated.map(({ took }) => took)),
      floor: ['<=', 300],
      unit: 'ms',
      note: `${activated.length} times ${MATCHES} of ${USERS} users`,
    },
    gapFigure('longest event-loop gap in an activation', activated),
    gapFigure('longest gap in the end of its group or of itself', gone),
  ];
}

const rules: Benchmark = {
  name: 'rules',
  async measure({ runs }) {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const server = await start(sandbox({ data, seed: seedOf(USERS), gaps }));
    try {
      for (let n = 0; n < RULES; n++) {
        const { ruleId } = await makeRule(server, `rule ${n}`, `user.nickName == "nick ${n}"`);
        await activate(server, ruleId);
      }
      const change = await profileChanges(server);
      const rounds: Awaited<ReturnType<typeof activateAndEnd>>[] = [];
      for (let n = 0; n < runs; n++) rounds.push(await activateAndEnd(server, gaps, n));
      return figuresOf(
        change,
        rounds.map(({ activated }) => activated),
        rounds.map(({ gone }) => gone),
      );
    } finally {
      await server.stop('SIGKILL');
    }
  },
};

/** What group rules cost in an org of some size. */
export const groupRules: readonly Benchmark[] = [rules];
