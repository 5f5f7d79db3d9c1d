import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type TransformOptions, transform } from 'esbuild';
import { compileStart } from '../build/compile-start.js';
import { root } from '../support/run.js';
import { bundledTypes } from './declarations.js';

const dist = join(root, 'dist');

/** What both formats read, relative to `dist/`. */
const data = ['console', 'generated/openapi.json', 'generated/rows.json', 'generated/seeds', 'LICENSES.txt'];

/** The modules of the build in one of its two formats, and what becomes of them. */
interface Format {
  /** Where the package has them. */
  readonly folder: string;
  /** Where the build has them, relative to `dist/`. */
  readonly from: string;
  readonly options: TransformOptions;
  /** The files' `type` for Node, where it is not the package's. */
  readonly type?: 'commonjs';
}

const minified: TransformOptions = {
  minify: true,
  legalComments: 'none',
  platform: 'node',
  target: 'node20',
};

const esm: Format = { folder: 'esm', from: '', options: { ...minified, format: 'esm' } };

/** Chunk by chunk as well: who embeds a sandbox loads what is asked for, and the command starts from compiled code. */
const cjs: Format = { folder: 'cjs', from: 'cjs', type: 'commonjs', options: { ...minified, format: 'cjs' } };

/** The scripts below a folder. @returns their paths relative to `base` */
async function scriptsIn(base: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(base, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => relative(base, join(entry.parentPath, entry.name)));
}

async function put(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Where the command finds its CommonJS modules: beside it in the build, a folder further in the package. */
const MOVED = ['"../cjs/"', '"../../cjs/"'] as const;

async function writeFormat(to: string, { folder, from, options, type }: Format): Promise<void> {
  const base = join(dist, from);
  for (const file of (await Promise.all(['chunks', 'server'].map((below) => scriptsIn(base, below)))).flat()) {
    const { code } = await transform(await readFile(join(base, file), 'utf8'), options);
    if (file === 'server/main.js' && !code.includes(MOVED[0])) throw new Error(`${file} names no ${MOVED[0]}`);
    await put(join(to, folder, file), file === 'server/main.js' ? code.replace(...MOVED) : code);
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
  for (const format of [esm, cjs]) await writeFormat(to, format);
  for (const file of await scriptsIn(dist, 'store')) {
    await put(join(to, file), (await transform(await readFile(join(dist, file), 'utf8'), esm.options)).code);
  }
  for (const path of data) await cp(join(dist, path), join(to, path), { recursive: true });
  await compileStart(join(to, 'cjs'), 'server/command.js');
}
