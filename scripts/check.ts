import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.js';
import { houseFaults } from './check/house.js';
import { generate } from './codegen/generate.js';
import { rowShapes } from './codegen/rows.js';
import { seedFiles } from './codegen-seeds.js';
import { programOf, root, run } from './support/run.js';

/** A step of the check; it throws an Error that says what is wrong. */
interface Step {
  readonly name: string;
  act(): Promise<void>;
}

async function pass(args: readonly string[]): Promise<void> {
  const { code, output } = await run(process.execPath, args, { quiet: true });
  if (code !== 0) throw new Error(output.trim());
}

/** What `npm run codegen` would write is what is there: the same files with the same bytes. */
async function noDrift(): Promise<void> {
  const files = new Map([...(await generate()), ...(await seedFiles()), ...rowShapes()]);
  const there = (await readdir(join(root, 'generated'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  const faults = there.filter((path) => !files.has(path)).map((path) => `${path} is generated from nothing`);
  for (const [path, content] of files) {
    const has = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (has !== content) faults.push(has === undefined ? `${path} is missing` : `${path} is not what its source gives`);
  }
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\nRun \`npm run codegen\` and commit the result.`);
}

async function keepsHouse(): Promise<void> {
  const faults = await houseFaults();
  if (faults.length === 0) return;
  const lines = faults.map(({ rule, path, line, what }) => `${path}:${line}: ${what} [${rule}]`);
  throw new Error(
    `${lines.join('\n')}\n${faults.length} faults; \`npx biome check --write\` mends format and imports.`,
  );
}

const steps: readonly Step[] = [
  { name: 'house rules, lint', act: keepsHouse },
  { name: 'types', act: () => pass([programOf('typescript/bin/tsc'), '--noEmit']) },
  { name: 'types of the pages', act: () => pass([programOf('typescript/bin/tsc'), '-p', 'console']) },
  { name: 'generated files', act: noDrift },
  { name: 'build', act: async () => void (await build()) },
];

// Without names of steps, as their beginnings, all of them.
const asked = process.argv.slice(2);

for (const { name, act } of steps) {
  if (asked.length > 0 && !asked.some((beginning) => name.startsWith(beginning))) continue;
  const start = performance.now();
  try {
    await act();
  } catch (error) {
    console.error(`${name}: failed\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  console.log(`${name.padEnd(18)} ok ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
}
