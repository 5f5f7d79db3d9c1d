import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { startSandbox } from '../tests/support/process.js';
import { build } from './build.js';
import { type Exchange, keyOf, readCorpus, writeCorpusWithout } from './replay/corpus.js';
import { readReached, shortName, writeReached, writeRecorded } from './replay/reached.js';
import {
  type Counted,
  type Figures,
  reachedKeys,
  refusalsOf,
  type Score,
  score,
  sum,
  type Traced,
} from './replay/score.js';
import { root, run } from './support/run.js';

/** An exchange that no one server can satisfy, and the rule of docs/fidelity.md that says why. */
interface LeftOut {
  readonly cassette: string;
  readonly seq: number;
  readonly rule: string;
}

/**
 * Rules by which an answer only says something else than any one server can: such an exchange is sent, since what comes
 * after it needs what it makes, and is not counted. All others are not sent.
 */
const sentAllTheSame: ReadonlySet<string> = new Set([
  ...['app-names', 'authenticator-state', 'custom-schema', 'deactivate-204', 'default-policy', 'default-server'],
  ...['org-cell', 'org-logo', 'random-text', 'relay-state', 'staged-2020', 'universal-logout'],
]);

const out = join(root, '.artifacts/replay');
const TOKEN = 'token-for-the-replay-alone';

/** What the player counted and traced in one run. */
interface Played {
  readonly counted: readonly Counted[];
  readonly trace: readonly Traced[];
}

/** Plays recordings against a new sandbox in memory. */
async function play(player: string, corpus: string, args: readonly string[]): Promise<Played> {
  const sandbox = await startSandbox(['--ephemeral', '--seed', 'default', '--token', TOKEN, '--id-seed', 'replay']);
  const [json, trace] = [join(out, 'counts.json'), join(out, 'trace.jsonl')];
  try {
    const target = ['--base', sandbox.url, '--token', TOKEN, '--reset', '/_sandbox/reset', '--corpus', corpus];
    const constants = ['--constants', join(dirname(player), 'constants.json')];
    const options = [...constants, '--json', json, '--trace', trace, ...args];
    const quiet = !args.includes('--explain');
    const { code, output } = await run(process.execPath, [player, ...target, ...options], { quiet });
    if (code !== 0) throw new Error(`the player ended with ${code}: ${output.trim()}`);
  } finally {
    await sandbox.stop();
  }
  const warned = sandbox.errors().trim();
  if (warned !== '') console.log(`The sandbox warned:\n${warned}\n`);
  const lines = (await readFile(trace, 'utf8')).split('\n').filter(Boolean);
  const { operations } = JSON.parse(await readFile(json, 'utf8')) as { operations: Counted[] };
  return { counted: operations, trace: lines.map((line) => JSON.parse(line) as Traced) };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** The mean of the operations' own exactness: a rare operation counts as much as a frequent one. */
function meanExact(scores: readonly Score[]): string {
  const counting = scores.filter(({ verifiable }) => verifiable > 0);
  return percent(
    counting.reduce((added, { exact, verifiable }) => added + exact / verifiable, 0),
    counting.length,
  );
}

function printScores(scores: readonly Score[]): void {
  const line = (name: string, { played, exact, verifiable, status, blocked }: Figures): string =>
    [name.padEnd(44), played, percent(exact, verifiable), percent(status, played), blocked]
      .map((cell, i) => (i === 0 ? cell : String(cell).padStart(10)))
      .join('');
  console.log(
    `${'operation'.padEnd(44)}${['played', 'exact', 'status', 'blocked'].map((c) => c.padStart(10)).join('')}`,
  );
  for (const one of scores) console.log(line(one.operationId, one));
}

function printPooled(name: string, scores: readonly Score[]): void {
  const { played, exact, verifiable, status, blocked } = sum(scores);
  console.log(
    `${name}: exact ${percent(exact, verifiable)} (${exact} of ${verifiable}), status ${percent(status, played)}, ` +
      `blocked ${percent(blocked, played)}, mean per operation ${meanExact(scores)}`,
  );
}

/** Compares with what was reached before. @returns how many exchanges were lost */
async function compare(corpus: readonly Exchange[], trace: readonly Traced[]): Promise<number> {
  const before = await readReached();
  const keys = [...reachedKeys(corpus, trace).values()].flat();
  const now = new Set(keys.map(shortName));
  const lost = corpus.filter((exchange) => {
    const name = shortName(keyOf(exchange));
    return before.has(name) && !now.has(name);
  });
  const gained = keys.filter((key) => !before.has(shortName(key))).length;
  if (gained > 0)
    console.log(`${gained} exchanges more than before are exact; \`npm run replay -- --update\` keeps them.`);
  for (const one of lost) console.log(`no longer exact: ${one.operationId} ${keyOf(one)}`);
  console.log(
    lost.length === 0 ? `all ${before.size} exchanges reached before are exact` : `${lost.length} exchanges lost`,
  );
  return lost.length;
}

/** The arguments without an option and its value. */
const without = (args: readonly string[], name: string): string[] =>
  args.filter((arg, i) => arg !== name && args[i - 1] !== name);

async function main(args: readonly string[]): Promise<void> {
  const given = process.env.MOCKTA_RECORDINGS;
  if (!given) {
    console.log('replay: MOCKTA_RECORDINGS names no folder of recordings, so there is nothing to play.');
    return;
  }
  const player = join(resolve(given), 'replay.mjs');
  const whole = join(resolve(given), 'open.jsonl.gz');
  const part = join(out, 'recordings.jsonl.gz');
  const asked = args.filter((arg) => arg !== '--update');
  await build();
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });

  const list = JSON.parse(await readFile(join(root, 'fidelity/left-out.json'), 'utf8')) as LeftOut[];
  const corpus = await readCorpus(whole);
  const unsent = list.filter(({ rule }) => !sentAllTheSame.has(rule));
  await writeCorpusWithout(part, corpus, new Set(unsent.map(keyOf)));
  const exchanges = corpus.flatMap((cassette) => cassette.exchanges);

  const every = await play(player, whole, without(asked, '--explain'));
  const left = new Set(list.map(keyOf));
  const sent = await play(player, part, asked);
  const kept = { ...sent, trace: sent.trace.filter((one) => !left.has(keyOf(one))) };
  const scores = score(exchanges, kept.counted, kept.trace);
  printScores(scores);
  console.log('');
  printPooled('every exchange', score(exchanges, every.counted, every.trace));
  printPooled(`without the ${list.length} of fidelity/left-out.json`, scores);
  if (asked.some((arg) => /^--(?:limit|cassette|flavour|source)$/.test(arg))) return;
  if (args.includes('--update')) {
    await writeReached(reachedKeys(exchanges, kept.trace));
    const counted = exchanges.filter((one) => !left.has(keyOf(one)));
    await writeRecorded(scores, refusalsOf(counted));
  } else if ((await compare(exchanges, kept.trace)) > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`replay: ${error.message}`);
  process.exitCode = 1;
});
