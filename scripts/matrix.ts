import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { nodeOf, versions } from './matrix/nodes.js';
import { programOf, root, run } from './support/run.js';

const logs = join(root, '.artifacts/matrix');

/** What is run on each version, by the script that does it. */
const steps = ['build', 'package', 'test'] as const;

/** What a step says of itself where all is well: the last line that counts something. */
const summaryOf = (output: string): string => /^.*(?:\d+ passed, \d+ failed|is whole)$/m.exec(output)?.[0] ?? 'ok';

/** Runs a step on a version. @returns whether all was well */
async function take(step: string, version: string, bin: string, args: readonly string[]): Promise<boolean> {
  // It is made anew: else it would be the one that another version made.
  if (step === 'build') await rm(join(root, 'dist/.stamp'), { force: true });
  const start = performance.now();
  const { code, output } = await run(
    join(bin, 'node'),
    [programOf('tsx/dist/cli.mjs'), `scripts/${step}.ts`, ...args],
    {
      env: { PATH: `${bin}${delimiter}${process.env.PATH}` },
      quiet: true,
    },
  );
  await writeFile(join(logs, `${version}-${step}.log`), output);
  const seconds = ((performance.now() - start) / 1000).toFixed(0).padStart(5);
  const said = code === 0 ? summaryOf(output) : `FAILED, see .artifacts/matrix/${version}-${step}.log`;
  console.log(`Node ${version.padEnd(8)}  ${step.padEnd(8)} ${seconds} s  ${said}`);
  return code === 0;
}

/** `npm run matrix`: everything on every version. `npm run matrix -- 24 zones`: on one, the tests of one folder. */
async function main(args: readonly string[]): Promise<boolean> {
  const asked = args.filter((arg) => /^\d\d$/.test(arg));
  const patterns = args.filter((arg) => !asked.includes(arg));
  const unknown = asked.filter((major) => !versions.some((version) => version.startsWith(`${major}.`)));
  if (unknown.length > 0) throw new Error(`Node ${unknown.join(', ')} is not among ${versions.join(', ')}`);
  await mkdir(logs, { recursive: true });
  let well = true;
  for (const version of versions) {
    if (asked.length > 0 && !asked.includes(version.slice(0, 2))) continue;
    const bin = await nodeOf(version);
    for (const step of steps) well = (await take(step, version, bin, step === 'test' ? patterns : [])) && well;
  }
  return well;
}

main(process.argv.slice(2)).then(
  (well) => {
    process.exitCode = well ? 0 : 1;
  },
  (error: Error) => {
    console.error(`matrix: ${error.message}`);
    process.exitCode = 1;
  },
);
