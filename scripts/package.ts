import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VERSION } from '../server/version.js';
import { npm, type Project, projectWith } from './package/project.js';
import { checkContents, checkTypes, checkWithPublint, readTarball, type Tarball } from './package/tarball.js';
import { fromBundler, fromNode16, refusesMistakes } from './package/typescript.js';
import { root } from './support/run.js';

/** What the package may take when it is installed, in bytes. */
const MOST = 10_000_000;

/** What is looked at, and the question that it answers. It throws an Error that says what is wrong. */
type Look<On> = readonly [name: string, look: (on: On) => Promise<string> | string];

const ofTarball: readonly Look<Tarball>[] = [
  ['contents', checkContents],
  ['publint', checkWithPublint],
  ['are the types wrong', checkTypes],
];

/** Runs a file of the project; what it prints is not looked at. */
const runs =
  (...args: string[]) =>
  async (project: Project): Promise<string> => {
    await project.node(...args);
    return args.at(-1) ?? '';
  };

const jest = 'node_modules/jest/bin/jest.js';
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];

function isSmall({ packages, bytes }: Project): string {
  if (packages !== 1) throw new Error(`npm installed ${packages} packages, and one was asked for`);
  const megabytes = `${(bytes / 1e6).toFixed(1)} MB`;
  if (bytes > MOST) throw new Error(`the package takes ${megabytes}, at most ${MOST / 1e6} MB are allowed`);
  return `1 package, ${megabytes}`;
}

async function startsByName(project: Project): Promise<string> {
  const version = (await project.node('node_modules/.bin/mockta', '--version')).trim();
  if (version !== VERSION) throw new Error(`mockta --version says ${version}`);
  return `mockta ${version}`;
}

async function greetsAsPrinted(project: Project): Promise<string> {
  const said = (await project.node('first.mjs')).trim();
  if (said !== 'admin@mockta.example') throw new Error(`first.mjs printed ${said}`);
  return 'first.mjs';
}

const ofProject: readonly Look<Project>[] = [
  ['installed', isSmall],
  ['command', startsByName],
  ['ES module', runs('esm.mjs')],
  ['CommonJS', runs('cjs.cjs')],
  ['Jest, default mode', runs(jest, 'jest.test.js')],
  ['Vitest', runs(...vitest, 'vitest.spec.mjs')],
  ['node:test', runs('--test', 'node-test.mjs')],
  ['TypeScript, node16', fromNode16],
  ['TypeScript, bundler', fromBundler],
  ['TypeScript, mistakes', refusesMistakes],
  ['sample', greetsAsPrinted],
  ['sample for Jest', runs(jest, 'people.test.js')],
  ['sample for Vitest', runs(...vitest, 'people.spec.ts')],
  ['sample for node:test', runs('--test', 'people.node.mjs')],
];

/** How many are looked at together: as many as small machines have processors. */
const TOGETHER = 2;

/** Looks at all of them. @returns how many were wrong */
async function lookAt<On>(on: On, looks: readonly Look<On>[]): Promise<number> {
  const left = [...looks];
  let wrong = 0;
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, look] = next;
      const start = performance.now();
      const said = await Promise.resolve(on)
        .then(look)
        .catch((error: Error) => {
          wrong += 1;
          return `FAILED: ${error.message}`;
        });
      console.log(`${name.padEnd(22)} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${said}`);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return wrong;
}

/** Packs the package, looks at what is in it, installs it elsewhere, and uses it in every way that it is meant for. */
async function main(): Promise<number> {
  const packed = join(root, '.artifacts/packed');
  await rm(packed, { recursive: true, force: true });
  await mkdir(packed, { recursive: true });
  const start = performance.now();
  await npm(['pack', '--pack-destination', packed], root);
  console.log(`${'npm pack'.padEnd(22)} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`);
  const tarball = join(packed, `mockta-${VERSION}.tgz`);
  let wrong = await lookAt(await readTarball(tarball), ofTarball);
  const project = await projectWith(tarball);
  try {
    wrong += await lookAt(project, ofProject);
  } finally {
    await project.remove();
  }
  return wrong;
}

main().then(
  (wrong) => {
    console.log(wrong === 0 ? 'the package is whole' : `${wrong} wrong`);
    process.exitCode = wrong === 0 ? 0 : 1;
  },
  (error: Error) => {
    console.error(`package: ${error.message}`);
    process.exitCode = 1;
  },
);
