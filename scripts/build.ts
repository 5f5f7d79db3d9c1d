import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as esbuild } from 'esbuild';
import { joinStart } from './build/join-start.js';
import { buildConsole } from './console.js';
import { programOf, root, run } from './support/run.js';

const inputs = [
  ...['console', 'contract', 'fidelity', 'generated', 'handlers', 'languages', 'objects', 'seeds', 'server', 'store'],
  ...[
    'docs',
    'scripts/build',
    'scripts/console-clients.ts',
    'scripts/build.ts',
    'scripts/console.ts',
    'scripts/replay/reached.ts',
  ],
  ...['package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
];
/** What the server reads. */
const copied = ['generated/openapi.json', 'generated/rows.json', 'generated/seeds'];
const stamp = join(root, 'dist/.stamp');

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

async function state(): Promise<string> {
  const parts = await Promise.all(inputs.map(async (path) => look(join(root, path))));
  return parts.map(({ count, newest }) => `${count} ${newest}`).join('\n');
}

/** What is started or imported from outside: all else goes into chunks that these share. */
const entries = ['server/main.ts', 'server/index.ts'];

/** What runs in a thread of its own, and needs little: it shares nothing, so that it loads nothing else. */
const threads = ['store/state/compact-worker.ts', 'store/hashing/bcrypt-worker.ts'];

/** CommonJS packages ask for Node's own modules by `require`, which a module does not have. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

const common = {
  absWorkingDir: root,
  outbase: '.',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: { js: banner },
  legalComments: 'none',
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
    outdir: parts,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    metafile: true,
  });
  await esbuild({ ...common, entryPoints: threads, outdir });
  await joinStart(
    parts,
    outdir,
    entries.map((entry) => entry.replace(/\.ts$/, '.js')),
  );
  await writeFile(join(outdir, 'LICENSES.txt'), await licensesOf(Object.keys(metafile.inputs)));
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

/**
 * Makes `dist/` from the sources, unless it is theirs already. It is made aside and put in place whole, so a failed
 * build leaves the old one.
 * @returns whether anything had to be done
 * @throws Error with the compiler's messages
 */
export async function build(): Promise<boolean> {
  const now = await state();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === now) return false;
  const aside = join(root, '.artifacts/dist');
  await rm(aside, { recursive: true, force: true });
  const compiled = await run(
    process.execPath,
    [programOf('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', aside],
    { quiet: true },
  );
  if (compiled.code !== 0) throw new Error(`the sources do not compile:\n${compiled.output.trim()}`);
  await bundle(aside);
  await buildConsole(join(aside, 'console'));
  for (const path of copied) await cp(join(root, path), join(aside, path), { recursive: true });
  await writeFile(join(aside, '.stamp'), now);
  const old = join(root, '.artifacts/dist-before');
  await rm(old, { recursive: true, force: true });
  await mkdir(join(root, '.artifacts'), { recursive: true });
  await rename(join(root, 'dist'), old).catch(() => undefined);
  await rename(aside, join(root, 'dist'));
  await rm(old, { recursive: true, force: true });
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build().catch((error: Error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}
