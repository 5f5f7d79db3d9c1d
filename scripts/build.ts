import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { compileStart } from './build/compile-start.js';
import { joinStart, REQUIRE } from './build/join-start.js';
import { buildOf, newBuild, putInPlace } from './build/place.js';
import { buildConsole } from './console.js';
import { programOf, root, run } from './support/run.js';

/** What the parts of a build are made of. */
const inputs = {
  server: [
    ...['contract', 'generated', 'handlers', 'languages', 'objects', 'seeds', 'server', 'store'],
    ...['scripts/build', 'scripts/build.ts'],
    ...['package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
  ],
  console: [
    ...['console', 'contract', 'docs', 'fidelity', 'generated', 'package-lock.json'],
    ...['scripts/console-clients.ts', 'scripts/console.ts', 'scripts/replay/reached.ts'],
  ],
} as const;

/** `run` is what a start needs. The declarations of types, which take most of the time, come with `whole`. */
export type Extent = 'run' | 'whole';

/** What a build was made of, to tell whether it is that of the sources. */
interface Stamp {
  readonly extent: Extent;
  readonly server: string;
  readonly console: string;
}

/** What the server reads. */
const copied = ['generated/openapi.json', 'generated/rows.json', 'generated/seeds'];
const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');
const builds = join(root, '.artifacts/builds');

/** Count and newest change of everything below a path, folders too: a removed file changes its folder. */
async function look(path: string): Promise<{ count: number; newest: number }> {
  const found = await stat(path);
  let [count, newest] = [1, found.mtimeMs];
  if (found.isDirectory()) {
    for (const name of await readdir(path)) {
      const below = await look(join(path, name));
      count += below.count;
      newest = Math.max(newest, below.newest);
    }
  }
  return { count, newest };
}

async function stateOf(part: keyof typeof inputs): Promise<string> {
  const found = await Promise.all(inputs[part].map(async (path) => look(join(root, path))));
  return found.map(({ count, newest }) => `${count} ${newest}`).join(',');
}

/** The stamp of the build that is there; undefined where there is none. */
async function built(): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(stamp, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

/** The command, and what is imported from outside: all else goes into chunks that these share. */
const entries = ['server/command.ts', 'server/index.ts'];

/** What comes before all else, or runs in a thread of its own: it shares nothing, so that it loads nothing else. */
const alone = ['server/main.ts', 'store/state/compact-worker.ts', 'store/hashing/bcrypt-worker.ts'];

/** The same, with packages that ask for others by `require`. */
const withPackages = ['server/seeding/worker.ts'];

const common = {
  absWorkingDir: root,
  outbase: '.',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  minifyWhitespace: true,
  logLevel: 'error',
} satisfies BuildOptions;

/**
 * Puts what is loaded together into one file, packages too: a start reads a handful of modules, not two hundred.
 * Their licences stand in one file beside.
 */
async function bundle(outdir: string): Promise<void> {
  const parts = join(root, '.artifacts/parts');
  await rm(parts, { recursive: true, force: true });
  const { metafile } = await esbuild({
    ...common,
    entryPoints: entries,
    banner: { js: REQUIRE },
    outdir: parts,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    metafile: true,
  });
  const aside = await esbuild({ ...common, entryPoints: alone, external: ['./command.js'], outdir, metafile: true });
  const apart = await esbuild({
    ...common,
    entryPoints: withPackages,
    banner: { js: REQUIRE },
    outdir,
    metafile: true,
  });
  await joinStart(metafile.outputs, outdir, entries);
  const sources = Object.keys({ ...metafile.inputs, ...aside.metafile.inputs, ...apart.metafile.inputs });
  await writeFile(join(outdir, 'LICENSES.txt'), await licensesOf(sources));
}

/** The licences of the packages that these files are from. @throws Error for a package that brings none */
async function licensesOf(files: readonly string[]): Promise<string> {
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? '');
  const texts: string[] = [];
  for (const name of [...new Set(names)].filter((found) => found !== '').sort()) {
    const folder = join(root, 'node_modules', name);
    const file = (await readdir(folder)).find((entry) => /^licen[sc]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} is bundled and brings no licence`);
    texts.push(`${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`);
  }
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function declareTypes(outdir: string): Promise<void> {
  const tsc = [programOf('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', outdir];
  const compiled = await run(process.execPath, tsc, { quiet: true });
  if (compiled.code !== 0) throw new Error(`the sources do not compile:\n${compiled.output.trim()}`);
}

/** What of a build is the sources' already, and is taken over. */
interface Taken {
  readonly server: boolean;
  readonly types: boolean;
  readonly console: boolean;
}

/** Makes a build whole, in a folder of its own. */
async function make(made: string, stamped: Stamp, taken: Taken, say: (what: string) => void): Promise<void> {
  const before = await buildOf(dist);
  if (taken.server && before) await cp(before, made, { recursive: true });
  if (!taken.types && stamped.extent === 'whole') {
    say('the types');
    await declareTypes(made);
  }
  if (!taken.server) {
    say('the server');
    await bundle(made);
    for (const path of copied) await cp(join(root, path), join(made, path), { recursive: true });
    await compileStart(join(made, 'cjs'), 'server/command.js');
  }
  if (taken.console) await cp(join(dist, 'console'), join(made, 'console'), { recursive: true });
  else {
    say('the pages');
    await buildConsole(join(made, 'console'));
  }
  await writeFile(join(made, '.stamp'), JSON.stringify(stamped));
}

/**
 * Has `dist/` be a build of the sources, unless it is already: what changed is made anew, all else is taken over. It is
 * made aside and put in place whole, so a failed build leaves the old one, and who runs from that keeps it.
 * @param say told what is made, before it is
 * @returns whether anything had to be done
 * @throws Error with the compiler's messages
 */
export async function build(extent: Extent = 'whole', say: (what: string) => void = () => {}): Promise<boolean> {
  const before = await built();
  const now = { server: await stateOf('server'), console: await stateOf('console') };
  const hasServer = before?.server === now.server;
  const hasTypes = hasServer && before?.extent === 'whole';
  const taken: Taken = { server: hasServer, types: hasTypes, console: before?.console === now.console };
  if (taken.server && taken.console && (taken.types || extent === 'run')) return false;
  const made = newBuild(builds);
  try {
    await make(made, { ...now, extent: hasTypes ? 'whole' : extent }, taken, say);
    await putInPlace(dist, made);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
  return true;
}

/** `tsx scripts/build.ts [--run]`: all of it, or what a start needs. */
async function main(): Promise<void> {
  const started = performance.now();
  const isMade = await build(process.argv.includes('--run') ? 'run' : 'whole', (what) =>
    console.error(`building ${what}`),
  );
  if (isMade) console.error(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: Error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}
