import { join } from 'node:path';
import { idOf, keep, userOf } from './data.js';
import { probed } from './gaps/org.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { send, watched } from './rules.js';
import { authorization, type Running, scratch, start } from './servers.js';

const USERS = 10_000;
const GROUPS = 1000;
const APPS = 200;
/** Apps of the group that users are added to. */
const OF_GROUP = 50;
const MEMBERS = 5000;
/** Pages of one group's and one app's lists: the hundredth is as quick as the first. */
const PAGE = 20;
const LAST_PAGE = 100;

/** The group with many apps. */
const MANY = '00gaccessmany0000000';

type Watched = Awaited<ReturnType<typeof watched>>;

/** A group that grants many apps, great ones to be deleted, and apps that are assigned to groups of all sizes. */
const seed = (): string =>
  keep('seed-access-1.json', () =>
    JSON.stringify({
      groups: [
        { id: MANY, name: 'Many apps' },
        ...Array.from({ length: 10 }, (_, n) => ({ id: greatGroup(n), name: `Great ${n}` })),
        ...Array.from({ length: GROUPS - 11 }, (_, n) => ({ name: `Group ${n}` })),
      ],
      apps: Array.from({ length: APPS }, (_, n) => ({
        label: `App ${n}`,
        name: 'bookmark',
        settings: { app: { url: 'https://bench.example' } },
        groups: [...(n < OF_GROUP ? ['Many apps'] : []), ...(n < 20 ? [`Great ${n % 10}`] : []), `Group ${n}`],
      })),
      users: Array.from({ length: USERS }, (_, n) => ({
        ...userOf(n),
        groups: [...Array.from({ length: 5 }, (_, i) => `Great ${(n + 2 * i) % 10}`), `Group ${n % (GROUPS - 11)}`],
      })),
    }),
  );

const greatGroup = (n: number): string => `00gaccessgreat00000${n}`;

/** Milliseconds of the n-th page of a list. @throws Error where it ends before */
async function pageOf(server: Running, path: string, n: number): Promise<number> {
  let url = `${server.url}/api/v1${path}`;
  for (let page = 1; ; page++) {
    const from = performance.now();
    const answer = await fetch(url, { headers: authorization });
    await answer.arrayBuffer();
    const took = performance.now() - from;
    if (page === n) return took;
    const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    if (next === undefined) throw new Error(`${path} has no page ${n}`);
    url = next;
  }
}

async function pages(server: Running, runs: number): Promise<Figure> {
  const apps = (await send(server, 'GET', '/apps?limit=200')) as { id: string; label: string }[];
  const path = `/apps/${apps.find(({ label }) => label === 'App 7')?.id}/users?limit=${PAGE}`;
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let n = 0; n < 3 * runs; n++) {
    firsts.push(await pageOf(server, path, 1));
    lasts.push(await pageOf(server, path, LAST_PAGE));
  }
  const value = median(lasts) / median(firsts);
  const note = `${median(lasts).toFixed(2)} ms against ${median(firsts).toFixed(2)} ms`;
  return { name: `page ${LAST_PAGE} of an app's users / page 1`, value, floor: ['<=', 1.5], unit: 'x', note };
}

function gapFigure(name: string, all: readonly Watched[]): Figure {
  const took = median(all.map((one) => one.took)).toFixed(0);
  const most = Math.max(...all.map(({ gap }) => gap)).toFixed(0);
  const note = `${most} ms at most in ${all.length} runs; answered after ${took} ms`;
  return { name, value: median(all.map(({ gap }) => gap)), floor: ['<=', 50], unit: 'ms', note };
}

/** One start from the state file: the first request of each kind finds no index made. */
async function coldOnce(data: string, n: number) {
  const gaps = join(data, `gaps-${n}.txt`);
  const server = await start(probed(data, gaps, seed()));
  try {
    const added = await watched(gaps, () => send(server, 'PUT', `/groups/${MANY}/users/${idOf(100 + n)}`));
    const deleted = await watched(gaps, () => send(server, 'DELETE', `/groups/${greatGroup(n)}`));
    return { added, deleted };
  } finally {
    await server.stop();
  }
}

async function warm(server: Running, gaps: string, runs: number): Promise<Watched[]> {
  const all: Watched[] = [];
  for (let n = 0; n < runs; n++) {
    all.push(await watched(gaps, () => send(server, 'PUT', `/groups/${MANY}/users/${idOf(n)}`)));
  }
  return all;
}

const access: Benchmark = {
  name: 'access',
  async measure({ runs }) {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const server = await start(probed(data, gaps, seed()));
    const figures: Figure[] = [];
    try {
      const added = await warm(server, gaps, runs);
      const deleted: Watched[] = [];
      for (let n = runs; n < 2 * runs; n++) {
        deleted.push(await watched(gaps, () => send(server, 'DELETE', `/groups/${greatGroup(n)}`)));
      }
      figures.push(gapFigure(`gap: a user comes into a group with ${OF_GROUP} apps`, added));
      figures.push(gapFigure(`gap: a group of ${MEMBERS} with 2 apps is deleted`, deleted));
      figures.push(await pages(server, runs));
    } finally {
      await server.stop();
    }
    const cold: Awaited<ReturnType<typeof coldOnce>>[] = [];
    for (let n = 0; n < runs; n++) cold.push(await coldOnce(data, n));
    figures.push(
      gapFigure(
        'gap: the same, the first after a start',
        cold.map(({ added }) => added),
      ),
    );
    figures.push(
      gapFigure(
        'gap: the deletion, the first after a start',
        cold.map(({ deleted }) => deleted),
      ),
    );
    return figures;
  },
};

/** Who may use what, in an org where very many do. */
export const accessSide: readonly Benchmark[] = [access];
