import { join } from 'node:path';
import type { Benchmark, Figure } from '../measure.js';
import { longestGap, now, send, watched } from '../rules.js';
import { type Running, scratch, start } from '../servers.js';
import { BIG_GROUP, hugeSeed, probed, USERS } from './org.js';

const BAR = 50;

async function reset(server: Running): Promise<void> {
  const answer = await fetch(`${server.url}/_sandbox/reset`, { method: 'POST', headers: { 'content-length': '0' } });
  if (!answer.ok) throw new Error(`the reset answered ${answer.status}: ${await answer.text()}`);
}

/** What concerns everybody, in an order in which each finds its work. */
const works: readonly (readonly [name: string, act: (server: Running) => Promise<unknown>])[] = [
  [
    `removal of a property of ${USERS} users`,
    (server) =>
      send(server, 'POST', '/meta/schemas/user/default', {
        definitions: { custom: { id: '#custom', type: 'object', properties: { nick: null } } },
      }),
  ],
  [
    `removal of a linked object of ${USERS} users`,
    (server) => send(server, 'DELETE', '/meta/schemas/user/linkedObjects/boss'),
  ],
  [
    'a property that must be unique',
    (server) =>
      send(server, 'POST', '/meta/schemas/user/default', {
        definitions: {
          custom: {
            id: '#custom',
            type: 'object',
            properties: { badge: { type: 'string', title: 'Badge', unique: 'UNIQUE_VALIDATED' } },
          },
        },
      }),
  ],
  [`deletion of a group of ${USERS}`, (server) => send(server, 'DELETE', `/groups/${BIG_GROUP}`)],
  ['reset', reset],
  ['another reset', reset],
];

/** A clean stop: the gaps stand in the file when the process has ended. */
async function stopped(server: Running, gaps: string): Promise<{ took: number; gap: number }> {
  await send(server, 'POST', '/groups', { profile: { name: 'Written down at the stop' } });
  const from = now();
  await server.stop();
  return { took: now() - from, gap: longestGap(gaps, from) };
}

const worksOf: Benchmark = {
  name: 'gaps-work',
  async measure() {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const server = await start(probed(data, gaps, hugeSeed()));
    const figures: Figure[] = [];
    const tell = (name: string, { took, gap }: { took: number; gap: number }): void => {
      const note = `done after ${took.toFixed(0)} ms`;
      figures.push({ name: `gap: ${name}`, value: gap, floor: ['<=', BAR], unit: 'ms', note });
    };
    try {
      for (const [name, act] of works) tell(name, await watched(gaps, () => act(server)));
      tell('a clean stop', await stopped(server, gaps));
    } finally {
      await server.stop('SIGKILL');
    }
    return figures;
  },
};

/** The longest gap of the event loop that works on 100,000 users leave. */
export const gapsOfWork: readonly Benchmark[] = [worksOf];
