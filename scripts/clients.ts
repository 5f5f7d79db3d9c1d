import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.js';
import { page, type Results } from './clients/page.js';
import { lacking, type Outcome, storiesOf } from './clients/run.js';
import { clients, type RealClient, stories } from './clients/table.js';
import { root } from './support/run.js';

const RESULTS = join(root, 'scripts/clients/results.json');
const PAGE = join(root, 'docs/clients.md');

/** Tells how the stories of a client went. @returns whether none failed */
function report({ name, version }: RealClient, outcomes: ReadonlyMap<string, Outcome>): boolean {
  console.log(`\n${name} ${version}`);
  const missing = stories.filter((story) => !outcomes.has(story));
  for (const [story, outcome] of outcomes)
    console.log(`  ${outcome === 'ok' ? 'ok    ' : '      '} ${story}${outcome === 'ok' ? '' : `: ${outcome}`}`);
  if (missing.length > 0) console.log(`         not told: ${missing.join(', ')}`);
  return [...outcomes.values()].every((outcome) => !outcome.startsWith('failed'));
}

async function main(): Promise<void> {
  const [wanted = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const checks = process.argv.includes('--check');
  const chosen = clients.filter(({ name }) => name.startsWith(wanted));
  if (chosen.length === 0)
    throw new Error(`there is no client ${wanted}: ${clients.map(({ name }) => name).join(', ')}`);
  await build();
  const before = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{}')) as Results;
  const after: Record<string, Readonly<Record<string, string>>> = { ...before };
  for (const client of chosen) {
    const lacks = await lacking(client.tools);
    if (lacks !== undefined) {
      console.log(`\n${client.name} ${client.version}: this machine has no ${lacks}`);
      continue;
    }
    const outcomes = await storiesOf(client);
    if (!report(client, outcomes)) process.exitCode = 1;
    after[client.name] = Object.fromEntries(outcomes);
  }
  const text = page(after);
  if (!checks) {
    await writeFile(RESULTS, `${JSON.stringify(after, null, 2)}\n`);
    await writeFile(PAGE, text);
  } else if (text !== (await readFile(PAGE, 'utf8'))) {
    console.error('docs/clients.md says otherwise: run `npm run clients`');
    process.exitCode = 1;
  }
}

main().catch((error: Error) => {
  console.error(`clients: ${error.message}`);
  process.exitCode = 1;
});
