import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type TransformOptions, transform } from 'esbuild';
import { root } from '../support/run.js';
import { bundledTypes } from './declarations.js';

const dist = join(root, 'dist');

/** What programs load. It is there in both formats; all else runs in threads of its own, or is read, and is there once. */
const loaded = ['chunks', 'server'];

/** What both formats read, relative to `dist/`. */
const data = ['console', 'generated/openapi.json', 'generated/rows.json', 'generated/seeds', 'LICENSES.txt'];

/** How a chunk of the build becomes a file of the package. */
interface Format {
  readonly folder: string;
  readonly options: TransformOptions;
  /** The file's `type` for Node, where it is not the package's. */
  readonly type?: 'commonjs';
}

const minified: TransformOptions = {
  minify: true,
  legalComments: 'none',
  platform: 'node',
  target: 'node20',
};

const esm: Format = { folder: 'esm', options: { ...minified, format: 'esm' } };

/**
 * Chunk by chunk, since a bundler that writes CommonJS puts everything into one file, whoever needs it or not. Jest
 * runs CommonJS in contexts of its own, where `import()` is refused: it becomes a `require` later on.
 */
const cjs: Format = {
  folder: 'cjs',
  type: 'commonjs',
  options: {
    ...minified,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
    banner: "const __url = require('node:url').pathToFileURL(__filename).href;",
  },
};

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

async function writeFormat(to: string, { folder, options, type }: Format, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const { code } = await transform(await readFile(join(dist, file), 'utf8'), options);
    await put(join(to, folder, file), code);
  }
  await put(join(to, folder, 'server/index.d.ts'), await bundledTypes(join(dist, 'server/index.d.ts')));
  if (type) await put(join(to, folder, 'package.json'), `${JSON.stringify({ type })}\n`);
}

/**
 * Makes what the package holds from what the build made: the chunks in both formats, minified, their types bundled, and
 * once what they read.
 * @param to the folder, which is made anew
 */
export async function writeLibrary(to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  const files = (await Promise.all(loaded.map(scriptsIn))).flat();
  for (const format of [esm, cjs]) await writeFormat(to, format, files);
  for (const file of await scriptsIn('store')) {
    await put(join(to, file), (await transform(await readFile(join(dist, file), 'utf8'), esm.options)).code);
  }
  for (const path of data) await cp(join(dist, path), join(to, path), { recursive: true });
}
