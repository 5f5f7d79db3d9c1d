import { join } from 'node:path';
import { keep, loginOf, userOf } from './data.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { send, watched } from './rules.js';
import { type Running, sandbox, scratch, start } from './servers.js';

const USERS = 10_000;
const LOCKED = 5000;
/** After every start, so that no lockout ends before the clock is set. */
const LOCKED_AT = '2999-01-01T00:00:00.000Z';
const ENDED_AT = '2999-01-01T00:30:00.000Z';

/** Users with a property and a link that go, half of them locked out. */
const seed = (): string =>
  keep(`seed-${USERS}-long-work.json`, () =>
    JSON.stringify({
      userProperties: { nick: {} },
      linkedObjects: [{ primary: { name: 'boss', title: 'Boss' }, associated: { name: 'report', title: 'Report' } }],
      policies: [
        {
          type: 'PASSWORD',
          name: 'Short',
          groups: ['Everyone'],
          settings: { password: { lockout: { autoUnlockMinutes: 30 } } },
        },
      ],
      users: Array.from({ length: USERS }, (_, n) => {
        const { id, profile } = userOf(n);
        return {
          id,
          profile: { ...profile, nick: `Nick ${n}` },
          links: { boss: loginOf(0) },
          ...(n < LOCKED ? { status: 'LOCKED_OUT', statusChanged: LOCKED_AT } : {}),
        };
      }),
    }),
  );

async function control(server: Running, path: string, body: object): Promise<void> {
  const answer = await fetch(`${server.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/** What one request does to very many rows, and what is looked at afterwards. */
interface Work {
  readonly name: string;
  act(server: Running): Promise<unknown>;
  /** @throws Error where it was not done */
  check?(server: Running): Promise<void>;
}

const works: readonly Work[] = [
  {
    name: `${LOCKED} lockouts that end at once`,
    // Whatever is asked first waits for their ends.
    act: (server) => send(server, 'GET', '/users/me'),
    async check(server) {
      const left = await send(server, 'GET', '/users?filter=status eq "LOCKED_OUT"&limit=1');
      if ((left as unknown[]).length > 0) throw new Error('somebody is still locked out');
    },
  },
  {
    name: `removal of a property of ${USERS} users`,
    act(server) {
      const custom = { id: '#custom', type: 'object', properties: { nick: null } };
      return send(server, 'POST', '/meta/schemas/user/default', { definitions: { custom } });
    },
  },
  {
    name: `removal of a linked object with ${USERS} values`,
    act: (server) => send(server, 'DELETE', '/meta/schemas/user/linkedObjects/boss'),
  },
];

const longWorkOf: Benchmark = {
  name: 'long-work',
  async measure({ runs }) {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const server = await start(sandbox({ data, seed: seed(), gaps }));
    const seen: { took: number; gap: number }[][] = works.map(() => []);
    try {
      for (let n = 0; n < runs; n++) {
        if (n > 0) await control(server, 'reset', {});
        // The ends of the lockouts are put on the list before the time has come.
        await send(server, 'GET', '/users/me');
        await control(server, 'clock', { set: ENDED_AT });
        for (const [i, { act, check }] of works.entries()) {
          seen[i]?.push(await watched(gaps, () => act(server)));
          await check?.(server);
        }
      }
    } finally {
      await server.stop('SIGKILL');
    }
    return works.map(({ name }, i): Figure => {
      const all = seen[i] ?? [];
      return {
        name: `longest event-loop gap: ${name}`,
        value: median(all.map(({ gap }) => gap)),
        floor: ['<=', 50],
        unit: 'ms',
        note: `${Math.max(...all.map(({ gap }) => gap)).toFixed(0)} ms at most in ${runs} runs; answered after ${median(all.map(({ took }) => took)).toFixed(0)} ms`,
      };
    });
  },
};

/** What one request may begin that concerns very many rows. */
export const longWork: readonly Benchmark[] = [longWorkOf];
