import { join } from 'node:path';
import { root } from '../../support/run.js';
import { keep, userOf } from '../data.js';
import { type Launch, sandbox } from '../servers.js';

/** How large the org is that every request is played against. */
export const USERS = 100_000;
export const GROUPS = 42_000;
export const RULES = 50;

/** Ids that the requests name. */
export const BIG_GROUP = '00gbenchbig000000000';
export const APP_LABEL = 'Everybody';

const idOfGroup = (n: number): string => `00gbench${`${n}`.padStart(12, '0')}`;

const linked = [
  {
    primary: { name: 'boss', title: 'Boss' },
    associated: { name: 'report', title: 'Report' },
  },
];

/** A seed with very many users, groups, memberships, assignments and links. */
export const hugeSeed = (): string =>
  keep('seed-gaps-1.json', () => {
    const boss = String(userOf(0).profile.login);
    return JSON.stringify({
      userProperties: { nick: {}, tags: { type: 'array', items: { type: 'string' } } },
      linkedObjects: linked,
      groups: [
        { id: BIG_GROUP, name: 'Big' },
        ...Array.from({ length: GROUPS - 1 }, (_, n) => ({ id: idOfGroup(n), name: `Group ${n}` })),
      ],
      apps: [
        { label: APP_LABEL, name: 'bookmark', settings: { app: { url: 'https://bench.example' } }, groups: ['Big'] },
      ],
      users: Array.from({ length: USERS }, (_, n) => {
        const { profile, ...rest } = userOf(n);
        return {
          ...rest,
          profile: { ...profile, nick: `Nick ${n}`, tags: [`tag ${n % 100}`, `own ${n}`] },
          groups: ['Big', `Group ${n % 1000}`],
          ...(n > 0 ? { links: { boss } } : {}),
        };
      }),
    });
  });

/** The sandbox beside a probe that tells the gaps of its event loop. */
export function probed(data: string, gaps: string, seed?: string): Launch {
  const launch = sandbox({ data, ...(seed === undefined ? {} : { seed }) });
  return {
    ...launch,
    args: (port) => ['--import', join(root, 'scripts/bench/gaps/loop-probe.mjs'), ...launch.args(port)],
    env: { BENCH_GAPS: gaps },
  };
}

/** Every group but the one that Okta owns and the ones of applications: what rules may fill. */
export const fillable = (): string[] => [BIG_GROUP, ...Array.from({ length: GROUPS - 1 }, (_, n) => idOfGroup(n))];
