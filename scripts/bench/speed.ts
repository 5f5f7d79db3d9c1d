import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, newUser, seedOf } from './data.js';
import { inTurn, type Load, ratio } from './load.js';
import type { Benchmark } from './measure.js';
import { emulate, emulateHeaders, prism } from './peers.js';
import {
  authorization,
  expressHello,
  type Launch,
  nodeHello,
  type Running,
  sandbox,
  scratch,
  start,
} from './servers.js';

const USERS = 10_000;
const filter = encodeURIComponent('status eq "SUSPENDED"');

/** Starts servers, hands them over, and stops them whatever happens. */
async function withServers<T>(
  launches: readonly Launch[],
  act: (servers: readonly Running[]) => Promise<T>,
): Promise<T> {
  const servers: Running[] = [];
  try {
    for (const launch of launches) servers.push(await start(launch));
    return await act(servers);
  } finally {
    for (const server of servers) await server.stop('SIGKILL');
  }
}

const urlOf = (servers: readonly Running[], at: number): string => servers[at]?.url ?? '';
const hello = (url: string): Load => ({ url, paths: ['/'] });
const byId = (url: string): Load => ({
  url,
  paths: Array.from({ length: 25 }, (_, n) => `/api/v1/users/${idOf(n * 397)}`),
  headers: authorization,
});
const create = (url: string): Load => ({
  url,
  method: 'POST',
  paths: ['/api/v1/users'],
  headers: authorization,
  body: newUser,
});

const startUp: Benchmark = {
  name: 'start',
  async measure({ runs }) {
    const once = async (launch: Launch): Promise<number> => {
      const server = await start(launch);
      await server.stop('SIGKILL');
      return server.startMs;
    };
    await once(sandbox({ data: scratch() }));
    const { one, other } = await inTurn(
      runs * 3,
      () => once(sandbox({ data: scratch() })),
      () => once(expressHello()),
    );
    const note = `${one.toFixed(0)} ms against ${other.toFixed(0)} ms`;
    return [
      { name: 'start to first answer / Express 5 hello', value: one / other, floor: ['<=', 0.79], unit: 'x', note },
    ];
  },
};

const get: Benchmark = {
  name: 'get',
  measure: (effort) =>
    withServers([sandbox({ data: scratch(), seed: seedOf(USERS) }), expressHello(), nodeHello], async (servers) => {
      const express = await ratio(byId(urlOf(servers, 0)), hello(urlOf(servers, 1)), effort);
      const node = await ratio(byId(urlOf(servers, 0)), hello(urlOf(servers, 2)), effort);
      return [
        {
          name: 'GET user by id / Express 5 hello',
          value: express.ratio,
          floor: ['>=', 5.8],
          unit: 'x',
          note: express.note,
        },
        {
          name: 'GET user by id / node:http hello',
          value: node.ratio,
          floor: ['>=', 0.73],
          unit: 'x',
          note: node.note,
        },
      ];
    }),
};

const post: Benchmark = {
  name: 'post',
  measure: (effort) =>
    withServers([sandbox({ data: scratch() }), expressHello()], async (servers) => {
      const found = await ratio(create(urlOf(servers, 0)), hello(urlOf(servers, 1)), effort);
      return [
        {
          name: 'durable POST user / Express 5 hello',
          value: found.ratio,
          floor: ['>=', 1.3],
          unit: 'x',
          note: found.note,
        },
      ];
    }),
};

const list: Benchmark = {
  name: 'list',
  async measure(effort) {
    const folder = scratch();
    const items = join(folder, 'list.json');
    const path = '/api/v1/users?limit=200';
    return withServers([sandbox({ data: folder, seed: seedOf(USERS) })], async ([ours]) => {
      const answer = await fetch(`${ours?.url}${path}`, { headers: authorization });
      writeFileSync(items, await answer.text());
      return withServers([expressHello(items)], async (peers) => {
        const load: Load = { url: ours?.url ?? '', paths: [path], headers: authorization };
        const found = await ratio(load, { url: urlOf(peers, 0), paths: ['/list'] }, effort);
        return [
          {
            name: 'list of 200 users / Express 5 res.json',
            value: found.ratio,
            floor: ['>=', 9.5],
            unit: 'x',
            note: found.note,
          },
        ];
      });
    });
  },
};

const filtered: Benchmark = {
  name: 'filter',
  async measure(effort) {
    const ours = sandbox({ data: scratch(), seed: seedOf(USERS) });
    return withServers([ours, await emulate(USERS)], async (servers) => {
      const theirs: Load = {
        url: urlOf(servers, 1),
        paths: Array.from({ length: 25 }, () => `/api/v1/users?filter=${filter}`),
        headersOf: emulateHeaders,
      };
      const load: Load = { url: urlOf(servers, 0), paths: [`/api/v1/users?filter=${filter}`], headers: authorization };
      const found = await ratio(load, theirs, effort);
      const search = encodeURIComponent('profile.employeeNumber eq "0004000"');
      const scan = await ratio({ ...load, paths: [`/api/v1/users?search=${search}`] }, theirs, effort);
      return [
        {
          name: 'filtered list of users / emulate',
          value: found.ratio,
          floor: ['>=', 40],
          unit: 'x',
          note: found.note,
        },
        { name: 'search that looks at every user / the same', value: scan.ratio, unit: 'x', note: scan.note },
      ];
    });
  },
};

const growth: Benchmark = {
  name: 'growth',
  measure: (effort) => {
    const launches = [100_000, 1_000].map((users) => sandbox({ data: scratch(), seed: seedOf(users) }));
    return withServers(launches, async (servers) => {
      const found = await ratio(create(urlOf(servers, 0)), create(urlOf(servers, 1)), effort);
      return [
        {
          name: 'durable POST at 100k users / at 1k',
          value: found.ratio,
          floor: ['>=', 0.85],
          unit: 'x',
          note: found.note,
        },
      ];
    });
  },
};

const prisms: Benchmark = {
  name: 'prism',
  async measure(effort) {
    const ours = sandbox({ data: scratch(), seed: seedOf(USERS) });
    return withServers([ours, await prism()], async (servers) => {
      const found = await ratio(byId(urlOf(servers, 0)), byId(urlOf(servers, 1)), effort);
      return [{ name: 'GET user by id / Prism', value: found.ratio, unit: 'x', note: found.note }];
    });
  },
};

/** What is measured in requests per second, and the start. */
export const speed: readonly Benchmark[] = [startUp, get, post, list, filtered, growth, prisms];
