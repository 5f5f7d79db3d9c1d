import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { programOf, root, run } from './support/run.js';

const inputs = ['generated', 'handlers', 'server', 'store', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
/** What the server reads. */
const copied = ['generated/openapi.json', 'generated/seeds'];
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
const entries = ['server/main.ts', 'server/sandbox.ts', 'store/compact-worker.ts'];

/** Puts what is loaded together into one file: a start reads a handful of modules, not a hundred. */
async function bundle(outdir: string): Promise<void> {
  await esbuild({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
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
