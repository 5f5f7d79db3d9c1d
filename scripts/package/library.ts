import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Format, transform } from 'esbuild';
import { root } from '../support/run.js';
import { bundledTypes } from './declarations.js';

const dist = join(root, 'dist');

/** The scripts of the build, in folders relative to it: its chunks in both formats, and what runs in threads. */
const scripts: readonly (readonly [folder: string, format: Format])[] = [
  ['chunks', 'esm'],
  ['server', 'esm'],
  ['store', 'esm'],
  ['cjs', 'cjs'],
];

/** What both formats read. Compiled code is left out: it is for the Node that made it and no other. */
const data = [
  ...['console', 'generated/openapi.json', 'generated/rows.json', 'generated/seeds'],
  ...['LICENSES.txt', 'cjs/package.json'],
];

/** The scripts below a folder of the build, relative to it. */
async function scriptsIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(dist, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)));
}

async function put(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/**
 * Makes what the package holds from what the build made: its scripts in both formats, minified, their types bundled for
 * each, and what they read.
 * @param to the folder, which is made anew
 */
export async function writeLibrary(to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  for (const [folder, format] of scripts) {
    for (const file of await scriptsIn(folder)) {
      const source = await readFile(join(dist, file), 'utf8');
      const { code } = await transform(source, { format, minify: true, legalComments: 'none', target: 'node20' });
      await put(join(to, file), code);
    }
  }
  const types = bundledTypes(join(dist, 'server/index.d.ts'));
  for (const folder of ['server', 'cjs/server']) await put(join(to, folder, 'index.d.ts'), types);
  for (const path of data) await cp(join(dist, path), join(to, path), { recursive: true });
}
