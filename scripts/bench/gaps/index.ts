import { join } from 'node:path';
import type { Benchmark, Figure } from '../measure.js';
import { longestGap, now, send } from '../rules.js';
import { authorization, type Running, scratch, start } from '../servers.js';
import { APP_LABEL, fillable, hugeSeed, probed, RULES } from './org.js';
import { type Ids, type Played, requestsOf } from './requests.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Listed {
  readonly id: string;
  readonly label?: string;
}

async function makeRules(server: Running): Promise<void> {
  const groupIds = fillable();
  for (let n = 0; n < RULES; n++) {
    await send(server, 'POST', '/groups/rules', {
      type: 'group_rule',
      name: `rule ${n}`,
      conditions: { expression: { value: `user.nick == "${n}"`, type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds } },
    });
  }
}

/** So many events that a walk through the log is long: one rule puts everybody into a group. */
async function writeEvents(server: Running): Promise<void> {
  const group = (await send(server, 'POST', '/groups', { profile: { name: 'Logged' } })) as Listed;
  const rule = (await send(server, 'POST', '/groups/rules', {
    type: 'group_rule',
    name: 'logged',
    conditions: { expression: { value: 'user.firstName != "x"', type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [group.id] } },
  })) as Listed;
  await send(server, 'POST', `/groups/rules/${rule.id}/lifecycle/activate`);
}

async function idsOf(server: Running): Promise<Ids> {
  const first = async (path: string): Promise<string> => ((await send(server, 'GET', path)) as Listed[])[0]?.id ?? '';
  const apps = (await send(server, 'GET', '/apps?limit=200')) as Listed[];
  return {
    appId: apps.find(({ label }) => label === APP_LABEL)?.id ?? '',
    ruleId: await first('/groups/rules'),
    typeId: await first('/meta/types/user'),
    schemaId: 'default',
  };
}

/** Plays one request, first and again. @returns the longest gap of both, and how long the slower took */
async function play(server: Running, gaps: string, { path, mayRefuse, name }: Played) {
  const found: number[] = [];
  let note = '';
  for (let n = 0; n < 2; n++) {
    await pause(30);
    const from = now();
    const answer = await fetch(server.url + path, { headers: authorization });
    const { byteLength } = await answer.arrayBuffer();
    const took = now() - from;
    await pause(30);
    found.push(longestGap(gaps, from));
    note = `${answer.status}, ${byteLength} bytes in ${took.toFixed(0)} ms; first ${found[0]?.toFixed(0)} ms`;
    if (answer.status >= 500 || (!answer.ok && !mayRefuse)) throw new Error(`${name}: answered ${answer.status}`);
  }
  return { gap: Math.max(...found), note };
}

const gapsOf: Benchmark = {
  name: 'gaps',
  async measure() {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const first = await start(probed(data, gaps, hugeSeed()));
    await makeRules(first);
    await writeEvents(first);
    const ids = await idsOf(first);
    await first.stop();
    // A start from the state file: what is asked first finds no index and no row made.
    const server = await start(probed(data, gaps, hugeSeed()));
    const figures: Figure[] = [];
    try {
      for (const played of requestsOf(ids)) {
        const { gap, note } = await play(server, gaps, played);
        figures.push({ name: played.name, value: gap, floor: ['<=', played.bar], unit: 'ms', note });
      }
    } finally {
      await server.stop('SIGKILL');
    }
    return figures.sort((a, b) => b.value - a.value);
  },
};

/** The longest gap of the event loop that each reading request leaves in an org of 100,000 users. */
export const gaps: readonly Benchmark[] = [gapsOf];
