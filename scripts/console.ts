import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { build as esbuild, type Plugin } from 'esbuild';
import { routes } from '../generated/routes.js';
import { root } from './support/run.js';

/** What the pages of one sandbox may weigh together with the contract that they load, packed, in bytes. */
export const CONSOLE_BYTES = 80_000;

const folder = join(root, 'console');

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string; summary?: string }>>>>;
}

const spelled = (id: string): string =>
  id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());

/** How many recorded exchanges of each group are reproduced exactly. */
async function recorded(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await readdir(join(root, 'fidelity'))) {
    if (!name.endsWith('.txt')) continue;
    const lines = (await readFile(join(root, 'fidelity', name), 'utf8')).split('\n');
    counts[basename(name, '.txt')] = lines.filter((line) => line !== '' && !line.startsWith('#')).length;
  }
  return counts;
}

/** The list of operations, as a module that the pages share. */
async function indexModule(): Promise<string> {
  const { paths } = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as Document;
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const summaries = new Map(operations.map(({ operationId, summary }) => [operationId, summary]));
  const rows = routes.map((route) => {
    const { operationId: id, method, path, group } = route;
    const short = path.replace(/:(\w+)/g, '{$1}').replace('/api/v1', '');
    const row = [id, method, short, group, summaries.get(id) ?? spelled(id)];
    return 'when' in route ? [...row, route.when] : row;
  });
  return `export const rows = ${JSON.stringify(rows)};\nexport const recorded = ${JSON.stringify(await recorded())};\n`;
}

const operationsPlugin: Plugin = {
  name: 'operations',
  setup(build) {
    build.onResolve({ filter: /^mockta:operations$/ }, ({ path }) => ({ path, namespace: 'mockta' }));
    build.onLoad({ filter: /.*/, namespace: 'mockta' }, async () => ({ contents: await indexModule(), loader: 'js' }));
  },
};

/**
 * Makes the pages, each file packed: the server sends them as they lie there.
 * @param outdir where they go
 * @returns the size of each file, packed
 * @throws Error where together they are larger than CONSOLE_BYTES
 */
export async function buildConsole(outdir: string): Promise<Map<string, number>> {
  const entries = ['explorer.ts', 'landing.ts', 'requests.ts', 'theme.ts', 'console.css'];
  const { outputFiles } = await esbuild({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [operationsPlugin],
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  for (const page of await readdir(join(folder, 'pages'))) files.set(page, await readFile(join(folder, 'pages', page)));
  files.set('contract.json', await readFile(join(root, 'generated/openapi.json')));
  await mkdir(outdir, { recursive: true });
  const sizes = new Map<string, number>();
  for (const [name, bytes] of files) {
    const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
    sizes.set(name, packed.length);
    await writeFile(join(outdir, `${name}.gz`), packed);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > CONSOLE_BYTES) throw new Error(`the pages are ${total} bytes packed, over ${CONSOLE_BYTES}`);
  return sizes;
}
