import { join } from 'node:path';
import { idOf, seedOf } from './data.js';
import { median } from './load.js';
import type { Benchmark, Figure } from './measure.js';
import { activate, longestGap, makeRule, now, send } from './rules.js';
import { authorization, type Running, sandbox, scratch, start } from './servers.js';

const USERS = 10_000;
/** Nearly the longest that a filter may be: more is refused before it is looked at. */
const MAX_FILTER = 7990;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** So many terms of an expression, as many as fit into so many characters. */
function joined(term: (n: number) => string, by: string, terms: number, length = Number.POSITIVE_INFINITY): string {
  let text = term(0);
  for (let n = 1; n < terms; n++) {
    const longer = `${text}${by}${term(n)}`;
    if (longer.length > length) break;
    text = longer;
  }
  return text;
}

const nested = (levels: number): string => `${'('.repeat(levels)}status eq "ACTIVE"${')'.repeat(levels)}`;
const absent = (n: number): string => `profile.city eq "No ${n}"`;

/** What is asked; `run` makes it another one each time, so that nothing kept answers it. */
interface Case {
  readonly name: string;
  act(server: Running, run: number): Promise<string>;
}

const query =
  (parameter: 'filter' | 'search', text: string) =>
  async (server: Running, run = 0): Promise<string> => {
    const path = `/api/v1/users?limit=1&${parameter}=${encodeURIComponent(text + ' '.repeat(run))}`;
    const answer = await fetch(`${server.url}${path}`, { headers: authorization });
    await answer.text();
    return `answered ${answer.status}`;
  };

/** The activation of a rule over the whole org; every user is looked at. */
const rule =
  (name: string, expression: string) =>
  async (server: Running, run: number): Promise<string> => {
    const from = now();
    try {
      const { ruleId } = await makeRule(server, `${name} ${run}`, expression + ' '.repeat(run));
      await activate(server, ruleId);
    } catch (error) {
      return (error as Error).message.replace(/^.* answered (\d+):.*$/, 'answered $1');
    }
    return `in ${(now() - from).toFixed(0)} ms`;
  };

const schema = async (server: Running): Promise<string> => {
  const properties = { evil: { title: 'Evil', type: 'string', pattern: '^(a+)+$' } };
  const body = { definitions: { custom: { id: '#custom', type: 'object', properties } } };
  try {
    await send(server, 'POST', '/meta/schemas/user/default', body);
  } catch (error) {
    return (error as Error).message.replace(/^.* answered (\d+):.*$/, 'answered $1');
  }
  return 'taken';
};

const length = (text: string): string => `String.len(${text})`;

const cases: readonly Case[] = [
  {
    name: 'filter of 10,000 terms',
    act: query(
      'filter',
      joined((n) => `id eq "${n}"`, ' or ', 10_000),
    ),
  },
  { name: 'search of 10,000 terms', act: query('search', joined(absent, ' or ', 10_000)) },
  { name: 'search of 8,000 characters', act: query('search', joined(absent, ' or ', 10_000, MAX_FILTER)) },
  {
    name: 'search of 8,000 characters, each term another',
    act: query(
      'search',
      joined((n) => `profile.p${n} sw "x"`, ' or ', 10_000, MAX_FILTER),
    ),
  },
  {
    name: 'search of 8,000 characters, one term',
    act: query(
      'search',
      joined(() => 'profile.a pr', ' or ', 10_000, MAX_FILTER),
    ),
  },
  { name: 'filter of 10,000 brackets', act: query('filter', nested(5000)) },
  { name: 'filter of 60 levels', act: query('filter', nested(60)) },
  { name: 'nested quantifiers in a rule', act: rule('quantifiers', 'user.displayName matches "((([a-zA-Z]+)*)*)*!"') },
  {
    name: 'many open repetitions in a rule',
    act: rule('open', `user.title matches "${'.*'.repeat(60)}!"`),
  },
  {
    name: 'a rule of the greatest size',
    act: rule('great', `${joined(() => length('user.displayName'), '+', 100, 2000)} < 1`),
  },
  {
    name: 'a rule that is too long',
    act: rule(
      'long',
      joined(() => 'user.a == "b"', ' or ', 10_000),
    ),
  },
  { name: 'a rule of 10,000 brackets', act: rule('deep', `${'('.repeat(5000)}true${')'.repeat(5000)}`) },
  { name: 'a pattern in a schema', act: schema },
];

const slow: Benchmark = {
  name: 'slow',
  async measure({ runs }) {
    const data = scratch();
    const gaps = join(data, 'gaps.txt');
    const server = await start(sandbox({ data, seed: seedOf(USERS), gaps }));
    const figures: Figure[] = [];
    try {
      // A text that patterns take long for, in some profiles.
      for (let n = 0; n < 50; n++) {
        await send(server, 'POST', `/users/${idOf(n * 200)}`, { profile: { title: 'a'.repeat(1000) } });
      }
      for (const { name, act } of cases) {
        const found: number[] = [];
        let note = '';
        for (let run = 0; run < runs; run++) {
          await pause(200);
          const from = now();
          note = await act(server, run);
          await pause(50);
          found.push(longestGap(gaps, from));
        }
        const most = `${note}, ${Math.max(...found).toFixed(0)} ms at most`;
        figures.push({ name: `gap: ${name}`, value: median(found), floor: ['<=', 50], unit: 'ms', note: most });
      }
      return figures;
    } finally {
      await server.stop('SIGKILL');
    }
  },
};

/** What was made to be slow: the longest gap of the event loop that each leaves. */
export const slowOnes: readonly Benchmark[] = [slow];
