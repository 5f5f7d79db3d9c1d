import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from './build.js';
import { programOf, root, run } from './support/run.js';

/** The part of jest's own report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

const artifacts = join(root, '.artifacts');
const collected = join(artifacts, 'coverage');
const report = join(artifacts, 'jest.json');

function printTimes(results: Report['testResults']): void {
  const times = results.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    ms: endTime - startTime,
  }));
  console.log('\nTime per suite');
  for (const { name, ms } of times.sort((a, b) => b.ms - a.ms)) {
    console.log(`${(Math.max(ms, 0) / 1000).toFixed(1).padStart(6)} s  ${name}`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  await rm(collected, { recursive: true, force: true });
  await rm(report, { force: true });
  await mkdir(collected, { recursive: true });
  // Clients and crash tests run the built server.
  if (!args.join(' ').includes('--selectProjects unit')) await build();
  const { code } = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      programOf('jest/bin/jest.js'),
      '--json',
      `--outputFile=${report}`,
      '--testLocationInResults=false',
      ...args,
    ],
    { env: { MOCKTA_COVERAGE: collected } },
  );
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error('jest ended without a report');
  const result = JSON.parse(text) as Report;
  printTimes(result.testResults);
  // A suite that could not be loaded has no tests to count, and has failed all the same.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(`\n${result.numPassedTests} passed, ${failed} failed`);
  return code;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(`test: ${error.message}`);
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);
