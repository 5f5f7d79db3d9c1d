import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idOf, seedOf } from './data.js';
import { type Effort, type Load, median, rate } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { activate, makeRule, send } from './rules.js';
import { authorization, memoryOf, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 10_000;
/** How long the hook takes for each answer, in milliseconds. */
const SLOW = 500;
/** What 10,000 events may cost in memory, told or not: they are in the System Log anyway. */
const MEMORY = 100;

/** A hook that takes its time, but for the verification. */
async function slowHook(): Promise<{ url: string; calls(): number; close(): void }> {
  let calls = 0;
  const server = createServer((req, res) => {
    const challenge = req.headers['x-okta-verification-challenge'];
    req.resume().once('end', () => {
      if (challenge !== undefined) return res.end(JSON.stringify({ verification: challenge }));
      calls += 1;
      setTimeout(() => res.writeHead(204).end(), SLOW);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, calls: () => calls, close: () => server.close() };
}

async function verifiedHook(server: Running, uri: string): Promise<string> {
  const { id } = (await send(server, 'POST', '/eventHooks', {
    name: 'Slow',
    events: { type: 'EVENT_TYPE', items: ['group.user_membership.add'] },
    channel: { type: 'HTTP', version: '1.0.0', config: { uri } },
  })) as { id: string };
  await send(server, 'POST', `/eventHooks/${id}/lifecycle/verify`);
  return id;
}

/** One run: what is answered while nothing waits for the hook, then while 10,000 events do. */
async function once(server: Running, hookId: string, n: number, { seconds }: Effort) {
  const load: Load = {
    url: server.url,
    paths: Array.from({ length: 25 }, (_, i) => `/api/v1/users/${idOf(i * 17)}`),
    headers: authorization,
  };
  const { ruleId } = await makeRule(server, `everybody ${n}`, 'String.startsWith(user.firstName, "First")');
  // The first answers of a new server are slower than all others.
  if (n === 0) await rate(load, seconds);
  const quiet = await rate(load, seconds);
  const before = memoryOf(server.pid);
  await activate(server, ruleId);
  const busy = await rate(load, seconds);
  const grown = memoryOf(server.pid) - before;
  const waiting = await fetch(`${server.url}/_sandbox/deliveries?status=pending`);
  if (((await waiting.json()) as unknown[]).length === 0) throw new Error('nothing waits for the hook any more');
  // What still waits is given up, so that the next run begins with nothing.
  for (const turn of ['deactivate', 'activate']) await send(server, 'POST', `/eventHooks/${hookId}/lifecycle/${turn}`);
  await send(server, 'POST', `/groups/rules/${ruleId}/lifecycle/deactivate`);
  return { quiet, busy, grown };
}

const slowHookOf: Benchmark = {
  name: 'slow-hook',
  async measure(effort) {
    const hook = await slowHook();
    const server = await start(sandbox({ data: scratch(), seed: seedOf(USERS) }));
    const seen: Awaited<ReturnType<typeof once>>[] = [];
    try {
      const hookId = await verifiedHook(server, hook.url);
      for (let n = 0; n < effort.runs; n++) seen.push(await once(server, hookId, n, effort));
    } finally {
      await server.stop('SIGKILL');
      hook.close();
    }
    const [quiet, busy] = [median(seen.map((run) => run.quiet)), median(seen.map((run) => run.busy))];
    const note = `${busy.toFixed(0)}/s against ${quiet.toFixed(0)}/s; ${hook.calls()} calls, each ${SLOW} ms`;
    const grown = seen.map((run) => run.grown);
    return [
      {
        name: `GET user by id beside ${USERS} events for a slow hook`,
        value: busy / quiet,
        floor: ['>=', 0.8],
        unit: 'x',
        note,
      },
      {
        name: `memory of ${USERS} events for a slow hook`,
        value: median(grown),
        floor: ['<=', MEMORY],
        unit: 'MB',
        note: `${Math.max(...grown).toFixed(0)} MB at most`,
      },
    ] satisfies Figure[];
  },
};

/** What hooks cost those who ask for something else. */
export const hooks: readonly Benchmark[] = [slowHookOf];
