import { cpuMs, type Threads } from './cpu.js';
import { idOf, loginOf, newUser, seedOf } from './data.js';
import type { Benchmark, Figure } from './measure.js';
import { pinApart } from './pin.js';
import { inRounds, spreadOf, tooNoisy } from './ratio.js';
import { type RawClient, rawClient, requestOf } from './raw-client.js';
import { referenceDist } from './reference.js';
import { authorization, type Launch, nodeHello, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 10_000;
const ROUNDS = 15;
const SLICES = 8;

/** One row: what is sent, and what its CPU may be of the reference's. */
interface Row {
  readonly name: string;
  readonly what: string;
  /** Nothing is judged without it. */
  readonly atMost?: number;
  /** In place of the reference: a server that only says hello. */
  readonly against?: Launch;
  /** Requests in a round, a multiple of its slices: fixed, so that both servers hold the same rows. */
  readonly count: number;
  readonly threads?: Threads;
  /** What is made once before. @returns what `request` is given */
  prepare?(server: Running, client: RawClient): Promise<string>;
  /** The n-th request of all rounds. */
  request(n: number, prepared: string): Buffer;
}

const get = (path: string): Buffer => requestOf('GET', path, authorization);
const post = (path: string, body: string): Buffer => requestOf('POST', path, authorization, body);
const user = (n: number): string => idOf((n * 397) % USERS);
const suspended = encodeURIComponent('status eq "SUSPENDED"');

/** Makes a group. @returns its id */
async function makeGroup(server: Running): Promise<string> {
  const body = JSON.stringify({ profile: { name: 'Members' } });
  const headers = { ...authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/v1/groups`, { method: 'POST', headers, body });
  return ((await answer.json()) as { id: string }).id;
}

/** Makes users without a password. */
const creating =
  (count: number): Row['prepare'] =>
  async (_server, client) => {
    await client.sendAll(Array.from({ length: count }, () => post('/api/v1/users', newUser())));
    return '';
  };

/** The body of a new user with a password. */
function withPassword(): string {
  const made = JSON.parse(newUser()) as object;
  return JSON.stringify({ ...made, credentials: { password: { value: 'Harbour-View-29' } } });
}

/** Few enough writes that no journal outgrows its file, in all rows but one: what compaction costs is told apart. */
const rows: readonly Row[] = [
  {
    name: 'cpu-get',
    what: 'GET user by id',
    atMost: 0.7,
    count: 4000,
    request: (n) => get(`/api/v1/users/${user(n % 25)}`),
  },
  {
    name: 'cpu-hello',
    what: 'GET user by id',
    against: nodeHello,
    // A bare hello takes four fifths of it at the least.
    atMost: 1 / 0.8,
    count: 4000,
    request: (n) => get(`/api/v1/users/${user(n % 25)}`),
  },
  {
    name: 'cpu-login',
    what: 'GET user by login',
    atMost: 0.68,
    count: 4000,
    request: (n) => get(`/api/v1/users/${loginOf((n % 25) * 397)}`),
  },
  { name: 'cpu-post', what: 'POST user', atMost: 0.75, count: 400, request: () => post('/api/v1/users', newUser()) },
  {
    name: 'cpu-compaction',
    what: 'POST user with compaction, all threads',
    // More than a journal holds: each round has its compaction.
    count: 4000,
    threads: 'all',
    request: () => post('/api/v1/users', newUser()),
  },
  {
    name: 'cpu-update',
    what: 'update of a user',
    atMost: 0.74,
    count: 400,
    request: (n) => post(`/api/v1/users/${idOf(n % USERS)}`, JSON.stringify({ profile: { title: `Title ${n}` } })),
  },
  {
    name: 'cpu-member',
    what: 'PUT of a member',
    atMost: 0.85,
    count: 400,
    prepare: makeGroup,
    request: (n, group) => requestOf('PUT', `/api/v1/groups/${group}/users/${idOf(n % USERS)}`, authorization),
  },
  {
    name: 'cpu-password',
    what: 'POST user with a password, all threads',
    atMost: 0.14,
    count: 24,
    threads: 'all',
    // So few requests would not warm up what a password has nothing to do with.
    prepare: creating(3000),
    request: () => post('/api/v1/users', withPassword()),
  },
  {
    name: 'cpu-list',
    what: 'list of 200 users',
    atMost: 0.78,
    count: 400,
    request: () => get('/api/v1/users?limit=200'),
  },
  {
    name: 'cpu-filter',
    what: 'filtered list of users',
    atMost: 0.63,
    count: 1600,
    request: () => get(`/api/v1/users?filter=${suspended}`),
  },
  {
    name: 'cpu-logs',
    what: 'System Log, 100 events',
    atMost: 0.9,
    count: 400,
    prepare: creating(300),
    request: () => get('/api/v1/logs?limit=100'),
  },
];

/** One slice of a server's turns: CPU for each request, in milliseconds. */
function sliceOf(server: Running, client: RawClient, row: Row, prepared: string): () => Promise<number> {
  const threads = row.threads ?? 'main';
  const count = row.count / SLICES;
  let n = 0;
  return async () => {
    const requests = Array.from({ length: count }, () => row.request(n++, prepared));
    const before = await cpuMs(server, threads);
    await client.sendAll(requests);
    return ((await cpuMs(server, threads)) - before) / count;
  };
}

/** Rounds that are V8's: both builds still get quicker in the first three thousand requests. */
const warmUpOf = ({ count }: Row): number => Math.min(8, Math.max(2, Math.ceil(3000 / count)));

/** The reference twice, so that the machine is judged before what runs on it, and this build. */
async function compare(row: Row, servers: readonly Running[]): Promise<readonly Figure[]> {
  const turns: (() => Promise<number>)[] = [];
  const clients: RawClient[] = [];
  for (const server of servers) {
    const client = await rawClient(server.url);
    clients.push(client);
    turns.push(sliceOf(server, client, row, (await row.prepare?.(server, client)) ?? ''));
  }
  const letGo = pinApart(servers.map(({ pid }) => pid));
  const warmUp = warmUpOf(row);
  const all = await inRounds({ rounds: ROUNDS + warmUp, slices: SLICES }, turns);
  letGo();
  for (const client of clients) client.close();
  const [first = [], again = [], ours = []] = all.map((each) => each.slice(warmUp));
  const ratios = (of: readonly number[]): number[] => of.map((ms, round) => ms / (first[round] as number));
  const noise = tooNoisy(spreadOf(ratios(again)));
  const found = spreadOf(ratios(ours));
  const perRequest = `${(spreadOf(ours).median * 1000).toFixed(0)} us, median ${found.median.toFixed(2)}`;
  const figure = {
    name: `${row.what}, CPU / ${row.against ? 'bare node:http' : 'reference'}`,
    value: found.upper,
    unit: 'x',
  } as const;
  if (noise !== undefined) return [{ ...figure, note: `${perRequest}; ${noise}` }];
  if (row.atMost === undefined) return [{ ...figure, note: perRequest }];
  return [{ ...figure, floor: ['<=', row.atMost], note: perRequest }];
}

/** CPU for each request against the reference's, by the worse quartile. */
export const perRequest: readonly Benchmark[] = rows.map((row) => ({
  name: row.name,
  async measure() {
    const dist = await referenceDist();
    const launch = (of?: string) => sandbox({ data: scratch(), seed: seedOf(USERS), ...(of ? { dist: of } : {}) });
    const other = (): Launch => row.against ?? launch(dist);
    const servers: Running[] = [];
    try {
      for (const one of [other(), other(), launch()]) servers.push(await start(one));
      return await compare(row, servers);
    } finally {
      for (const server of servers) await server.stop('SIGKILL');
    }
  },
}));
